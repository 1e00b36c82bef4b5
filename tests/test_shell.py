"""The frame of every page: by keyboard, on small screens, under a strict policy."""

import re
from importlib.resources import files

import pytest

pytestmark = pytest.mark.browser
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RUN_AXE = """
async (tags) => {
  const runOnly = { type: "tag", values: tags };
  const options = { runOnly, resultTypes: ["violations"] };
  const { violations } = await axe.run(document, options);
  return violations.map((v) => [v.id, v.nodes[0].html.slice(0, 120)]);
}
"""
LOOKS = [
    *((320, "light"), (1280, "dark")),  # these in every run
    *((320, "dark"), (768, "light"), (768, "dark"), (1280, "light")),
]
# Each Tab is recorded in the page, so that a walk costs one question at its end.
RECORD = """
() => {
  window.walk = [];
  addEventListener("focusin", ({ target }) => {
    const box = target.getBoundingClientRect();
    const style = getComputedStyle(target);
    walk.push({
      what: target.outerHTML.slice(0, 80),
      left: box.left, right: box.right, top: box.top, bottom: box.bottom,
      height: box.height, width: box.width,
      ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    });
  });
}
"""
STOPS = """
() => [...document.querySelectorAll("a[href], button, summary, [tabindex]")].filter(
  (el) => el.checkVisibility({ visibilityProperty: true })).length
"""


@pytest.fixture(scope="module")
def free(browser):
    """A context in which the test may add axe's script, which the policy forbids."""
    context = browser.new_context(bypass_csp=True)
    yield context
    context.close()


def axe_on(context, url, looks):
    """What axe finds on a page at each width and scheme, in few words."""
    page = context.new_page()
    page.goto(url)
    page.evaluate(AXE)
    found = []
    for width, scheme in looks:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        violations = page.evaluate(RUN_AXE, RULES)
        found += [(width, scheme, *violation) for violation in violations]
    page.close()
    return found


def test_axe_finds_nothing_on_any_page_on_a_phone(free, address, each_page):
    assert axe_on(free, address + each_page, LOOKS[:1]) == []


@pytest.mark.audit
@pytest.mark.everywhere
def test_axe_finds_nothing_on_any_page_of_any_place(free, address, each_page):
    assert axe_on(free, address + each_page, LOOKS[:1]) == []


# One page of each kind: plain, cards, tables, pictures, steps.
KINDS = pytest.mark.parametrize(
    "path", ["/", "/contacts/", "/language/", "/route/", "/online/"]
)


@pytest.mark.everywhere
@KINDS
def test_axe_finds_nothing_on_a_page_of_each_kind_in_each_place(free, address, path):
    assert axe_on(free, address + path, LOOKS[:1]) == []


@KINDS
def test_axe_finds_nothing_on_a_dark_desk(free, address, path):
    assert axe_on(free, address + path, LOOKS[1:2]) == []


@pytest.mark.audit
def test_axe_finds_nothing_at_the_other_widths_and_schemes(free, address, each_page):
    assert axe_on(free, address + each_page, LOOKS[1:]) == []


@pytest.fixture(scope="module")
def small(browser):
    context = browser.new_context(viewport={"width": 320, "height": 640})
    yield context
    context.close()


def test_tab_visits_everything_and_nothing_off_the_screen(small, address, each_page):
    page = small.new_page()
    page.goto(address + each_page)
    page.evaluate(RECORD)
    stops = page.evaluate(STOPS)
    for _ in range(stops):
        page.keyboard.press("Tab")
    walk = page.evaluate("walk")
    page.close()

    assert len(walk) >= stops - 1
    for stop in walk:
        assert stop["left"] >= 0, stop
        assert stop["right"] <= 321, stop
        assert stop["bottom"] > 0, stop
        assert stop["top"] < 640, stop
        assert stop["ring"], stop
    assert any("menu-open" in stop["what"] for stop in walk)
    assert "skip" in walk[0]["what"]


def test_the_menu_opens_leads_on_and_closes_by_keyboard(small, address):
    page = small.new_page()
    page.goto(address + "/panel/")
    menu = page.locator("#menu")
    button = page.get_by_role("button", name="Menu")
    assert not menu.is_visible()

    button.focus()
    page.keyboard.press("Enter")
    assert menu.is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#menu') !== null")
    page.keyboard.press("Escape")
    assert not menu.is_visible()
    assert button.evaluate("el => el === document.activeElement")
    page.close()


def test_nothing_behind_the_menu_is_reached_but_the_way_out(small, address):
    page = small.new_page()
    page.goto(address + "/support/")
    button = page.get_by_role("button", name="Menu")
    button.focus()
    page.keyboard.press("Enter")
    places = "#menu, .menu-open, .way-out"
    for _ in range(page.locator("#menu :is(a, button)").count() + 3):
        page.keyboard.press("Tab")
        where = page.evaluate(
            "(places) => [document.activeElement.closest(places) !== null,"
            " document.activeElement.outerHTML.slice(0, 80)]",
            places,
        )
        assert where[0] or where[1].startswith("<body"), where

    page.keyboard.press("Escape")
    assert button.evaluate("el => el === document.activeElement")
    assert page.locator("[inert]").count() == 0
    page.close()


def test_the_menu_stands_beside_the_page_where_there_is_room(browser, address):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address + "/panel/")

    assert page.locator("#menu").is_visible()
    assert not page.get_by_role("button", name="Menu").is_visible()
    current = page.locator("#menu a[aria-current=page]")
    assert current.get_attribute("href").endswith("./")
    page.close()


def test_the_skip_link_leads_past_the_header(small, address):
    page = small.new_page()
    page.goto(address + "/panel/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('main') !== null")
    page.close()


def test_controls_are_large_enough_to_hit(small, address, each_page):
    """24 px, but for links in the middle of a sentence, which WCAG excepts."""
    page = small.new_page()
    page.goto(address + each_page)
    page.evaluate("document.getElementById('menu').showPopover()")
    boxes = page.evaluate(
        """(css) => [...document.querySelectorAll(css)]
             .filter((el) => el.checkVisibility())
             .map((el) => [el.outerHTML.slice(0, 80), el.offsetHeight])
        """,
        "header a, header button, #menu a, .bottom a, summary, .letters a, a.call",
    )
    page.close()

    assert [box for box in boxes if box[1] < 24] == []


@pytest.mark.parametrize(
    "path", ["/", "/panel/", "/contacts/", "/language/", "/route/"]
)
def test_wider_spacing_of_text_loses_nothing(small, address, path):
    page = small.new_page()
    page.goto(address + path)
    page.evaluate(
        """() => { for (const el of document.querySelectorAll("*")) {
          el.style.setProperty("line-height", "1.5", "important");
          el.style.setProperty("letter-spacing", "0.12em", "important");
          el.style.setProperty("word-spacing", "0.16em", "important");
        } }"""
    )
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()

    assert wide <= 320


@pytest.mark.everywhere
def test_no_page_breaks_the_policy(browser, address, data):
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    said = []
    page.on("console", lambda m: said.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    for path in sorted(data.pages):
        response = page.goto(address + path)
        assert "default-src 'none'" in response.headers["content-security-policy"]
        page.get_by_role("button", name="Menu").click()
        page.keyboard.press("Escape")
    context.close()

    assert said == []


@pytest.fixture
def leaving(browser, address, data):
    """A page with a way out, where the other side of it answers."""
    context = browser.new_context()
    context.route(
        data.site.exit + "**",
        lambda route: route.fulfill(body="<title>Weather</title>weather"),
    )
    page = context.new_page()
    page.goto(address + "/panel/")
    page.goto(address + "/support/")
    yield page
    context.close()


def test_shift_three_times_leaves_and_back_does_not_return(leaving, address):
    for _ in range(3):
        leaving.keyboard.press("Shift")
    leaving.wait_for_url("https://www.bbc.co.uk/**")

    leaving.go_back()
    assert leaving.url == address + "/panel/"


def test_shift_in_the_course_of_typing_does_not_leave(leaving, address):
    for key in ("Shift", "a", "Shift", "b", "Shift"):
        leaving.keyboard.press(key)
    leaving.wait_for_timeout(200)

    assert leaving.url == address + "/support/"


@pytest.mark.parametrize("way", ["click", "keys"])
def test_the_way_out_names_no_page_of_ours(browser, bare_address, data, way):
    context = browser.new_context()
    asked = []

    def answer(route):
        asked.append(route.request.all_headers())
        route.fulfill(body="<title>Weather</title>weather")

    context.route(data.site.exit + "**", answer)
    page = context.new_page()
    response = page.goto(bare_address + "/support/")
    assert "referrer-policy" not in response.headers  # a host that says nothing
    if way == "click":
        page.locator(".exit").click()
    else:
        for _ in range(3):
            page.keyboard.press("Shift")
    page.wait_for_url("https://www.bbc.co.uk/**")
    context.close()

    assert asked
    assert not any("referer" in headers for headers in asked)


def test_the_way_out_is_a_link_without_scripts(site, data):
    for name in ("support", "online"):
        html = (site / name / "index.html").read_text(encoding="utf-8")
        assert re.search(rf'<a class="exit" href="{data.site.exit}"', html)


@pytest.mark.parametrize("path", ["/panel/", "/contacts/"])
def test_paper_shows_the_page_and_not_its_controls(browser, address, path):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address + path)
    page.emulate_media(media="print")

    assert page.locator("h1").is_visible()
    assert page.locator(".review time").is_visible()
    for control in ("#menu", ".search-open", ".menu-open", ".toc"):
        for found in page.locator(control).all():
            assert not found.is_visible(), control
    page.close()
