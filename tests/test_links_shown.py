"""What others take, as it works: in a browser, in a frame, behind a filter."""

import re

import pytest
from conftest import served
from test_shell import LOOKS, RULES, axe_on, free  # noqa: F401

from macros.library.link_kit import embed_html, here, snippets_of
from macros.library.render import renderer_of
from macros.schema.kinds.links import Embed
from publish.links.small import page_at, short_addresses

pytestmark = pytest.mark.browser
OTHER = """\
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A school</title>
<meta name="viewport" content="width=device-width"></head>
<body><main><h1>A school</h1>{}</main></body></html>"""
HIT = """() => [...document.querySelectorAll("a")]
  .map((a) => [a.textContent.slice(0, 30), a.getBoundingClientRect().height])
  .filter(([, high]) => high < 43.9)"""
ORDER = "/schools/opens-here/"


def school(tmp_path, html, headers=None):
    """A page of a school, on a host of its own."""
    (tmp_path / "index.html").write_text(OTHER.format(html), encoding="utf-8")
    return served(tmp_path, headers or {})


@pytest.mark.everywhere
def test_axe_finds_nothing_on_any_embed_or_short_address(free, address, data):  # noqa: F811
    short = short_addresses(data)[0][0]
    free.route("**/go/*/", without_leading)
    for path in (*(f"/embed/{name}/" for name in data.of(Embed)), short):
        assert axe_on(free, address + path, LOOKS) == [], path
    free.unroute("**/go/*/")


def without_leading(route):
    """A page that would lead on at once, so that it can be looked at."""
    answer = route.fetch()
    body = re.sub(r"<meta http-equiv=[^>]*>", "", answer.text())
    route.fulfill(response=answer, body=body)


@pytest.mark.everywhere
def test_every_link_of_an_embed_is_large_enough_for_a_thumb(browser, address, data):
    page = browser.new_page(viewport={"width": 320, "height": 600})
    for name, embed in data.of(Embed).items():
        page.goto(f"{address}/embed/{name}/")
        assert page.evaluate(HIT) == [], name
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
        page.set_viewport_size({"width": 640, "height": 600})
        high = page.evaluate("document.body.offsetHeight")
        assert embed.height - 160 < high <= embed.height, name
        page.set_viewport_size({"width": 320, "height": 600})
    page.close()


def test_axe_finds_nothing_on_a_page_that_took_every_snippet(
    free,  # noqa: F811
    data,
    tmp_path,
):
    renderer = renderer_of(tmp_path.cwd() / "templates")
    page = page_at("/schools/link-kit/", data, renderer)
    html = "".join(said for link in here(page) for _, said in snippets_of(page, link))
    frames = "".join(embed_html(page, embed) for embed in data.of(Embed).values())
    for start in school(tmp_path, html + frames):
        looks = [(width, scheme) for width, scheme in LOOKS if scheme == "light"]
        assert axe_on(free, start, looks) == []


def test_only_an_embed_shows_in_the_frame_of_another_site(
    browser, address, data, tmp_path
):
    paths = [*(f"/embed/{name}/" for name in data.of(Embed)), "/panel/", "/go/panel/"]
    frames = "".join(
        f'<iframe title="x" src="{address}{path}"></iframe>' for path in paths
    )
    page = browser.new_page()
    for start in school(tmp_path, frames):
        page.goto(start, wait_until="networkidle")
        seen = [frame for frame in page.frames if frame != page.main_frame]
        shown = [frame.url.removeprefix(address) for frame in seen]
        embeds = len(data.of(Embed))
        assert shown == [*paths[:embeds], *["chrome-error://chromewebdata/"] * 2]
        seen[0].locator(".more a").click()
        page.wait_for_url(f"{address}/contacts/")  # and not inside the frame
    page.close()


def test_the_facts_can_be_read_from_a_page_of_another_site(browser, address, tmp_path):
    asks = """async (url) => { try { return (await fetch(url)).status; }
        catch { return "refused"; } }"""
    page = browser.new_page()
    for start in school(tmp_path, ""):
        page.goto(start)
        assert page.evaluate(asks, f"{address}/data/contacts.json") == 200
        assert page.evaluate(asks, f"{address}/panel/") == "refused"
    page.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_short_address_opens_its_page_also_where_the_host_cannot_lead_on(
    browser, bare_address, data, scripts
):
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    for short, to in short_addresses(data):
        page.goto(bare_address + short)
        page.wait_for_url(bare_address + to)
    context.close()


def test_each_copy_button_works_by_keyboard_and_says_so(browser, address):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}/schools/link-kit/")
    page.locator("#teacher summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Copy"
    page.keyboard.press("Enter")

    status = page.locator("#teacher [role=status]").first
    status.get_by_text("Copied", exact=True).wait_for()
    said = page.evaluate("navigator.clipboard.readText()")
    assert said == page.locator("#teacher pre").first.inner_text().strip()
    assert said.startswith('<a href="/help/teacher/">')
    assert page.locator("pre.copied").count() == page.locator("button.copy").count()
    names = page.locator("button.copy").evaluate_all(
        "all => all.map((b) => b.getAttribute('aria-label'))"
    )
    assert all(name.startswith("Copy") for name in names)
    context.close()


def test_where_nothing_may_be_copied_the_words_are_selected(browser, address):
    page = browser.new_page()
    page.add_init_script("delete Navigator.prototype.clipboard")
    page.goto(f"{address}/schools/link-kit/")
    page.locator("#panel summary").click()
    page.locator("#panel button").first.click()

    assert "Ctrl" in page.locator("#panel [role=status]").first.inner_text()
    selected = page.evaluate("getSelection().toString()")
    assert selected.startswith('<a href="/panel/">')
    page.close()


def test_without_scripts_all_of_the_kit_can_be_read_and_selected(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/schools/link-kit/")
    page.locator("#panel summary").click()
    page.locator("#panel pre code").first.click()

    assert page.locator("#panel pre").first.is_visible()
    assert page.locator("#panel button").count() == 0
    context.close()


@pytest.mark.everywhere
def test_the_test_of_what_opens_finds_that_everything_opens(browser, address):
    page = browser.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + ORDER)
    page.locator("button.copy").click()
    page.get_by_text("Everything on the list opens here.").wait_for()

    assert page.locator(".when-styled").is_visible()
    assert not page.locator(".unless-styled").is_visible()
    tried = page.locator(".tried").evaluate_all("all => all.map((a) => a.href)")
    assert set(tried) < set(asked)
    assert [url.rpartition(".")[2] for url in tried[:3]] == ["pdf", "txt", "pptx"]
    assert all(url.startswith(address) for url in asked)
    page.close()


def test_a_filter_that_answers_with_a_page_of_its_own_is_found_out(browser, address):
    page = browser.new_page()
    block = "<!doctype html><title>Blocked</title>"
    page.route("**/*.pdf", lambda route: route.fulfill(status=200, body=block))
    page.route("**/*.pptx", lambda route: route.abort())
    page.route("**/*.txt", lambda route: route.fulfill(status=403, body="no"))
    page.route("**/*.png", lambda route: route.abort())
    page.goto(address + ORDER)
    page.locator("button.copy").click()
    said = page.get_by_text("Stopped here: ")
    said.wait_for()

    stopped = said.inner_text().partition("Stopped here: ")[2]
    assert stopped == "Pictures, PDF files, Text files, Slides."
    items = page.locator(".opens li").all_inner_texts()
    [pdf] = [text for text in items if text.startswith("PDF")]
    assert "Something else came in its place" in pdf
    page.close()


def test_without_scripts_and_styles_the_list_says_what_to_look_for(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.route("**/*.css", lambda route: route.abort())
    page.goto(address + ORDER)

    assert page.locator(".unless-styled").is_visible()
    assert not page.locator(".when-styled").is_visible()
    assert "they do not run here" in page.locator(".opens").inner_text()
    assert page.locator("button.copy").count() == 0
    context.close()
