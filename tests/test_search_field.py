"""The field on the start page: it opens the search, and leads on without scripts."""

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def start(browser, address):
    """The start page on a phone."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(address + "/")
    yield page
    context.close()


@pytest.mark.parametrize("by", ["touch", "keyboard"])
def test_it_opens_the_box_and_what_is_typed_is_searched_for(start, by):
    field = start.locator(".ask")
    if by == "touch":
        field.click()
    else:
        field.focus()
        start.keyboard.press("Enter")
    start.keyboard.type("section 47")

    start.locator("[role=option]").first.wait_for()
    assert start.locator("#search-box").input_value() == "section 47"
    assert "section-47" in start.locator(
        "[role=option] a, a[role=option]"
    ).first.get_attribute("href")

    start.keyboard.press("Escape")
    start.keyboard.press("Escape")
    assert start.evaluate("document.activeElement.className") == "ask"


def test_it_is_seen_at_once_and_large_enough_for_a_finger(start):
    box = start.locator(".ask").bounding_box()

    assert box["y"] + box["height"] < 844 / 2
    assert box["height"] >= 44
    assert box["width"] >= 300


def test_without_scripts_it_leads_to_the_site_map(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "/")
    page.locator(".ask").click()

    assert page.url == address + "/site-map/"
    context.close()
