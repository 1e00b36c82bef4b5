"""The search box in use: a card first, what a small phone shows, and the way back."""

import pytest
from searching import open_search, searches, seen, typed, until

from macros.library.render import way

pytestmark = pytest.mark.browser

TOLD = ".search [role=status]"
CALLING = [
    "who do i call",
    "number for social services",
    "ring the front door",
    "phone nspcc",
    "call childline",
    "telephone number at night",
    "contact social care",
    "helpline number for parents",
    "number for stop it now",
    "police non emergency number",
]


@pytest.fixture
def page(browser, address):
    """A fresh page with the box closed."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + "/panel/")
    yield page
    context.close()


@pytest.fixture(scope="module")
def phone(browser, address):
    """A phone whose keyboard leaves 320 by 350, with the box open."""
    context = browser.new_context(viewport={"width": 320, "height": 350})
    page = context.new_page()
    page.goto(address + "/panel/")
    open_search(page)
    yield page
    context.close()


def test_a_card_stands_above_everything_and_its_numbers_are_to_tap(phone):
    phone.fill("#search-box", "he touched me and i want to die")

    first = phone.locator("[role=option]").first
    assert "search-first" in first.get_attribute("class")
    calls = phone.locator(".search-card .search-call")
    boxes = [calls.nth(n).bounding_box() for n in range(calls.count())]
    assert len(boxes) >= 3
    assert min(min(box["height"], box["width"]) for box in boxes) >= 44
    assert phone.locator(".search-card .search-call[href='tel:999']").count() == 1
    assert not phone.locator(".search-help").is_visible()
    assert "confirmed" in phone.locator(".search-card").inner_text()


@pytest.mark.parametrize("text", ["h", "hsb", "xylophonne", "he touched me"])
def test_numbers_stay_in_sight_under_whatever_is_typed(phone, data, text):
    phone.fill("#search-box", text)

    anybody = list(data.kinds["crisis.cards"].values())[-1]
    numbers = [data.kinds["contacts"][one].phone for one in anybody.contacts[:3]]
    links = phone.locator(".search-ring a")
    hrefs = links.evaluate_all("all => all.map((a) => a.getAttribute('href'))")
    assert hrefs == [way(number) for number in numbers]
    boxes = [links.nth(n).bounding_box() for n in range(3)]
    assert min(min(box["height"], box["width"]) for box in boxes) >= 44
    assert max(box["y"] + box["height"] for box in boxes) <= 350
    assert max(box["x"] + box["width"] for box in boxes) <= 320
    assert boxes[0]["y"] > 200, "it takes the place of what was found"


def test_an_empty_box_has_no_second_line_of_numbers(phone):
    phone.fill("#search-box", "")

    assert not phone.locator(".search-ring").is_visible()


def test_a_small_phone_shows_a_card_with_a_number_to_ring(phone):
    cases = searches("crisis")[::6]

    found = seen(phone, [case["q"] for case in cases])

    without = [c["q"] for c, s in zip(cases, found, strict=True) if not s["number"]]
    assert len(without) <= 0.1 * len(cases), without  # they have the line below


def test_a_small_phone_shows_the_answer_of_a_question(phone, data):
    asked = [one.question for one in data.kinds["questions"].values()]
    asked += [c["q"] for c in searches("held-out") if c["kind"] == "question"]

    found = seen(phone, asked)

    unseen = [q for q, s in zip(asked, found, strict=True) if not s["answer"]]
    assert len(unseen) <= 0.1 * len(asked), unseen


def test_a_small_phone_shows_a_number_to_whoever_wants_one(phone):
    found = seen(phone, CALLING)

    assert [q for q, s in zip(CALLING, found, strict=True) if not s["number"]] == []


def test_an_empty_box_shows_the_numbers_and_what_people_ask(phone, data):
    phone.fill("#search-box", "")

    calls = phone.locator("[role=option].search-call").evaluate_all(
        "all => all.map((a) => a.getAttribute('href'))"
    )
    roles = (data.site.emergency, data.site.front_door)
    assert calls == [way(data.kinds["contacts"][name].phone) for name in roles]
    assert phone.locator("[role=option].search-question").count() == 4


def test_an_answer_has_its_page_below_it(phone, data):
    asked = data.kinds["questions"]["straight-to-panel"]
    phone.fill("#search-box", asked.question.casefold())

    assert phone.locator("[role=option]").nth(1).inner_text().startswith("More: ")
    href = phone.locator("[role=option]").nth(1).get_attribute("href")
    assert href.endswith(asked.pages[0])


def test_what_is_not_here_is_said_and_nothing_else_is_shown(phone):
    phone.fill("#search-box", "fraser guidelines")

    assert "Not on this site" in phone.locator("[role=option]").first.inner_text()
    assert typed(phone, ["qr code", "press enquiries"]) != []
    assert phone.locator("[role=option]:not(.search-call)").count() == 1


def test_the_words_that_were_found_are_marked(phone, data):
    word = data.site.panel_short.split()[-1].casefold()  # as HSB Panel
    phone.fill("#search-box", f"{word} referrals")

    marked = phone.locator(".search-list mark").all_inner_texts()
    assert word in {one.casefold() for one in marked}


def test_the_first_answer_and_a_count_are_said_once_typing_rests(page):
    open_search(page)
    page.keyboard.type("consent")
    assert page.locator(TOLD).text_content() == ""

    until(page, f"document.querySelector('{TOLD}').textContent !== ''")

    said = page.locator(TOLD).text_content()
    many = page.locator(".search-title").count()
    assert said.startswith("Consent. ")
    assert said.endswith(f"{many} results.")
    assert page.locator("[role=listbox]").get_attribute("aria-label") == "Results"


def test_back_brings_what_was_typed_and_its_list(page, address):
    open_search(page)
    page.fill("#search-box", "section 47")
    page.locator("[role=option]").first.click()
    page.wait_for_url("**/glossary/#section-47")

    page.go_back()

    page.wait_for_selector("[role=option]")
    assert page.input_value("#search-box") == "section 47"
    assert page.url == address + "/panel/"


def test_back_after_a_cry_for_help_brings_nothing(page):
    open_search(page)
    page.fill("#search-box", "my uncle touched me")
    page.locator("[role=option]").first.click()
    page.wait_for_url("**/help/child/**")

    page.go_back()

    page.wait_for_url("**/panel/")
    page.wait_for_timeout(100)
    assert not page.locator("dialog.search").is_visible()


def test_a_place_on_the_same_page_takes_the_focus(page, address):
    page.goto(address + "/glossary/")
    open_search(page)
    page.fill("#search-box", "consent")
    page.locator("[role=option]").first.click()

    page.wait_for_url("**/glossary/#consent")
    until(page, "document.activeElement.id === 'consent'")


def test_it_is_fetched_as_soon_as_a_pointer_comes_near(page):
    page.locator(".search-open").hover()

    until(page, "!!window.siteSearch?.text")
    assert not page.locator("dialog.search").is_visible()


@pytest.mark.parametrize("path", ["/panel/", "/about/privacy/"])
def test_a_part_that_fails_is_asked_for_again_and_the_numbers_are_shown(
    page, address, path
):
    page.goto(address + path)  # one with numbers in its text, and one without
    failed = []

    def once(route):
        failed.append(route.request.url)
        route.abort() if len(failed) == 1 else route.continue_()

    page.route("**/search-index.*", once)
    page.locator(".search-open").click()
    numbers = page.locator(f"{TOLD} a[href^='tel:']")
    until(page, f"document.querySelectorAll('{TOLD} a').length === 3")
    assert numbers.count() == 2

    until(page, "!!siteSearchBox.press")
    page.fill("#search-box", "consent")
    assert page.locator("[role=option]").count() > 0
    assert len(failed) == 2
