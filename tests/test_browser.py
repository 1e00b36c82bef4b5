"""The site in a real browser, where behaviour is what matters."""

import pytest

from macros.library.render import way

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def phone(browser):
    context = browser.new_context(viewport={"width": 320, "height": 640})
    yield context.new_page()
    context.close()


@pytest.mark.everywhere
def test_no_page_scrolls_sideways_on_a_small_phone(phone, address, each_page):
    phone.goto(address + each_page)

    assert phone.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_term_opens_and_closes_by_keyboard(phone, address):
    phone.goto(address + "/working-together/")
    term = phone.locator("article button.term").first
    meaning = phone.locator("#" + term.get_attribute("popovertarget"))
    assert not meaning.is_visible()

    term.focus()
    phone.keyboard.press("Enter")
    assert meaning.is_visible()

    phone.keyboard.press("Escape")
    assert not meaning.is_visible()
    assert term.evaluate("el => el === document.activeElement")


def test_a_term_opens_by_touch_and_leads_to_the_glossary(browser, address):
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, has_touch=True
    )
    page = context.new_page()
    page.goto(address + "/working-together/")
    term = page.locator("article button.term").first
    meaning = page.locator("#" + term.get_attribute("popovertarget"))

    term.tap()
    assert meaning.is_visible()
    meaning.locator("a").tap()
    page.wait_for_url("**/glossary/#*")

    here = page.evaluate("document.querySelector(location.hash) !== null")
    assert here
    context.close()


def test_everything_can_be_read_and_reached_without_scripts(browser, address, data):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "/panel/")

    assert page.locator("h1").is_visible()
    assert page.locator(".strip a[href='tel:999']").is_visible()
    said = ".panel-facts" if data.kinds["panel"] else ".gaps"  # or the open questions
    assert page.locator(said).first.is_visible()
    page.locator("article a[href$='respond/']").first.click()
    assert page.url == address + "/respond/"
    context.close()


@pytest.mark.everywhere
def test_the_numbers_are_on_the_first_screen_of_a_phone(phone, address, data):
    phone.goto(address + "/")

    for name in (data.site.emergency, data.site.front_door):
        number = way(data.kinds["contacts"][name].phone).removeprefix("tel:")
        box = phone.locator(f".strip a[href='tel:{number}']").first.bounding_box()
        assert box["y"] + box["height"] <= 640


@pytest.mark.everywhere
def test_nothing_is_stored_and_no_other_host_is_asked(browser, address, data):
    context = browser.new_context()
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for path in sorted(data.pages):
        page.goto(address + path)
        kept = page.evaluate(
            "async () => [document.cookie, localStorage.length, sessionStorage.length,"
            " (await indexedDB.databases()).length]"
        )
        assert kept == ["", 0, 0, 0]

    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert context.cookies() == []
    context.close()
