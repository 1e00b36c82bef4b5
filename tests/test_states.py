"""Every state that a page can be in, and not only as it opens: axe, keyboard, room."""

import pytest
from searching import open_search
from test_shell import AXE, RULES, RUN_AXE

pytestmark = pytest.mark.browser

# A picture, a list, steps, a page for one person, and the page that filters.
# The first two in every run, and all at both widths in the longer look.
PAGES = ["/panel/", "/respond/", "/contacts/", "/help/child/", "/resources/"]
LATER = pytest.mark.audit
SOME = [*PAGES[:2], *(pytest.param(path, marks=LATER) for path in PAGES[2:])]
WIDTHS = [320, pytest.param(1280, marks=LATER)]
OPEN_ALL = (
    "() => document.querySelectorAll('details').forEach((one) => one.open = true)"
)
SIDEWAYS = "() => document.scrollingElement.scrollWidth - innerWidth"
# What a fold leaves unreachable: the ways on inside it, once it was opened by a key.
REACHED = """
(fold) => {
  const links = [...fold.querySelectorAll("a[href]:not([popover] a)")];
  return links.filter((link) => !link.checkVisibility()).length;
}
"""
# What a filter shows of its list.
SHOWN = """
() => [...document.querySelectorAll(".res > li")].filter((one) => one.checkVisibility())
  .length
"""


@pytest.fixture(scope="module")
def free(browser):
    """A context in which the test may add axe's script, which the policy forbids."""
    context = browser.new_context(bypass_csp=True)
    yield context
    context.close()


def opened(context, url, width=320, height=640):
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": height})
    page.goto(url)
    return page


def found(page, but=()):
    """What axe finds in the page as it now stands, but for rules that cannot hold."""
    page.evaluate(AXE)
    return [one for one in page.evaluate(RUN_AXE, RULES) if one[0] not in but]


@pytest.mark.parametrize("path", SOME)
def test_axe_finds_nothing_with_all_folds_open(free, address, path):
    page = opened(free, address + path)
    page.evaluate(OPEN_ALL)

    assert found(page) == []
    page.close()


@pytest.mark.audit
def test_axe_finds_nothing_on_any_page_with_all_folds_open(free, address, each_page):
    for width in (320, 1280):
        page = opened(free, address + each_page, width)
        page.evaluate(OPEN_ALL)

        assert found(page) == [], width
        page.close()


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=LATER)])
def test_axe_finds_nothing_while_the_menu_is_open(free, address, scheme):
    page = opened(free, address + "/panel/")
    page.emulate_media(color_scheme=scheme)
    page.get_by_role("button", name="Menu").click()
    page.wait_for_function("document.querySelector('#menu').matches(':popover-open')")

    assert found(page, but=["page-has-heading-one"]) == []
    page.close()


@pytest.mark.parametrize(
    "typed",
    ["panel", "i want to die", *(pytest.param(t, marks=LATER) for t in ("qqqqzz", ""))],
)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_while_search_shows_results_a_card_or_none(
    free, address, typed, width
):
    page = opened(free, address + "/panel/", width)
    open_search(page)
    page.fill("#search-box", typed)
    page.wait_for_timeout(150)

    # The heading of the page is out of reach behind the box, as it should be.
    assert found(page, but=["page-has-heading-one"]) == []
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_in_a_filtered_list_and_the_filter_works(
    free, address, width
):
    page = opened(free, address + "/resources/", width)
    whole = page.evaluate(SHOWN)
    names = page.locator("input[name=need]").evaluate_all("all => all.map((i) => i.id)")
    page.locator(f"label[for={names[1]}]").click()

    assert 0 < page.evaluate(SHOWN) < whole
    assert found(page) == []
    page.close()


@pytest.mark.parametrize("path", SOME)
@pytest.mark.parametrize("scheme", ["dark", pytest.param("light", marks=LATER)])
def test_forced_colours_leave_nothing_unsaid(free, address, path, scheme):
    """Borders and words carry what colours carried: no sign is only a background."""
    page = opened(free, address + path)
    page.emulate_media(forced_colors="active", color_scheme=scheme)

    # The colours are the visitor's own here, and axe still reads some of ours.
    assert found(page, but=["color-contrast"]) == []
    bare = page.evaluate(
        """() => [...document.querySelectorAll("header a.tel, .buttons a, button")]
          .filter((el) => el.checkVisibility())
          .filter((el) => !el.textContent.trim() && !el.ariaLabel)
          .map((el) => el.outerHTML.slice(0, 80))"""
    )
    assert bare == []
    page.close()


@pytest.mark.audit
@pytest.mark.everywhere
def test_at_four_times_the_size_nothing_runs_off_the_page(free, address, each_page):
    """1280 by 1024 at 400 % is 320 by 256: WCAG 1.4.10, with all folds open."""
    page = opened(free, address + each_page, 320, 256)
    page.evaluate(OPEN_ALL)
    sideways = page.evaluate(SIDEWAYS)
    page.close()

    assert sideways <= 0


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", SOME)
def test_each_fold_opens_by_keyboard_and_shows_what_it_holds(
    free, address, path, width
):
    page = opened(free, address + path, width)
    folds = page.locator("main details:not(details details)")
    for fold in folds.all():
        summary = fold.locator("summary").first
        if not summary.is_visible():
            continue
        before = fold.evaluate("(one) => one.open")
        summary.focus()
        page.keyboard.press("Enter")
        assert fold.evaluate("(one) => one.open") is not before
        if not before:
            nested = fold.locator("details")
            nested.evaluate_all("all => all.forEach((one) => one.open = true)")
            assert fold.evaluate(REACHED) == 0
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_search_is_walked_by_keyboard(free, address, width):
    page = opened(free, address + "/panel/", width)
    open_search(page)
    page.keyboard.type("panel")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowDown")
    chosen = page.locator("#search-box").get_attribute("aria-activedescendant")
    assert page.locator(f"#{chosen}").is_visible()

    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert not page.locator("#search-box").is_visible()
    page.close()
