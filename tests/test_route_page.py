"""The page of questions that lead on: walked as built, on a screen and on paper."""

import io

import pikepdf
import pytest
from conftest import ROOT
from selectolax.lexbor import LexborHTMLParser
from test_new import answers_of

from macros.checks.examination import check_site
from macros.library.ways import MOST, ways_of
from macros.schema.kinds.contacts import Contact
from macros.schema.kinds.routes import RouteAnswer, RouteQuestion
from publish.places.begin import begin

PAGE = "/route/which/"
JUDGEMENT = "This helps your judgement and does not replace it."
QUESTIONS, CHOICES, ANSWERS = "routes.questions", "routes.choices", "routes.answers"
PHONE = {"width": 390, "height": 844}
SEEN = """() => [...document.querySelectorAll(".walk > section")]
    .filter((part) => part.checkVisibility()).map((part) => part.id)"""
everywhere = pytest.mark.everywhere


@everywhere
def test_every_way_of_the_built_page_ends_at_somebody_to_ring(site, data):
    """Tap by tap, as the links of the page lead, and with nothing but the page."""
    tree = LexborHTMLParser((site / PAGE.strip("/") / "index.html").read_text("utf-8"))
    emergency = data.of(Contact)[data.site.emergency].phone
    places = {s.attributes["id"]: s for s in tree.css(".walk > section")}
    walks, seen = [[next(iter(places))]], set()
    while walks:
        walk = walks.pop()
        seen.add(walk[-1])
        here = places[walk[-1]]
        taps = [a.attributes["href"] for a in here.css(".taps a")]
        assert len(walk) - 1 <= MOST
        if taps:
            assert not {tap.removeprefix("#") for tap in taps} & set(walk)
            walks += [[*walk, tap.removeprefix("#")] for tap in taps]
            continue
        words = " ".join(here.text(separator=" ").split())
        source = here.css_first("a.whose").attributes["href"]
        assert here.css_first('.ring a[href^="tel:"]'), walk
        assert f"{emergency}" in words
        assert JUDGEMENT in words
        assert "Why:" in words
        assert f"The {data.site.panel_short}:" in words
        assert tree.css_first(f'[id="{source.removeprefix("#")}"]'), walk
    assert seen == set(places)
    assert len(places) == sum(map(len, (data.kinds[QUESTIONS], data.kinds[ANSWERS])))


@everywhere
def test_the_whole_tree_is_drawn_and_said_in_words(site, data):
    tree = LexborHTMLParser((site / PAGE.strip("/") / "index.html").read_text("utf-8"))
    drawn = {a.attributes["href"] for a in tree.css(".whole-tree svg a")}
    said = tree.css_first(".tree").text()
    ways = ways_of(data)

    assert drawn == {
        f"#{s.anchor}" for s in (*ways.questions.values(), *ways.answers.values())
    }
    for choice in data.kinds[CHOICES].values():
        to = ways.next_to(choice)
        name = to.question if isinstance(to, RouteQuestion) else to.name
        assert f"{choice.say}: {name}" in said


@pytest.mark.whole
def test_a_place_that_says_nothing_of_its_panel_says_that(tmp_path):
    """No line is blank: what is not settled shows as a question with whom to ask."""
    third = tmp_path / "third"
    begin(third, ROOT, answers_of(ROOT))
    page = check_site(third).pages[PAGE]
    walk = LexborHTMLParser(next(html for html in page.html if 'class="walk"' in html))

    for section in walk.css("section:not(:has(.taps))"):
        panel = next(p for p in section.css("p") if "Farshire Group" in p.text())
        assert len(panel.text().split()) > 6
        assert section.css_first('.ring a[href^="tel:"]')
    assert "Farshire Group" in walk.css_first("#route-tell .gaps").text()
    assert "To be confirmed" in walk.css_first("#route-tell .gaps").text()


@everywhere
def test_one_question_or_answer_is_seen_at_a_time_without_scripts(
    browser, address, data
):
    """From the first by taps alone, and back by the way it says."""
    ways = ways_of(data)
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    for taps in ways.walks():
        page.goto(f"{address}{PAGE}")
        assert page.evaluate(SEEN) == [ways.start.anchor]
        for tap in taps:
            page.get_by_role("link", name=tap.say, exact=True).click()
            to = ways.next_to(tap)
            assert page.url == f"{address}{PAGE}#{to.anchor}"
            assert page.evaluate(SEEN) == [to.anchor]
    page.locator(".back a:visible").first.click()
    assert page.evaluate(SEEN) == [ways.before(to)[0].anchor]
    context.close()


@everywhere
def test_each_answer_is_one_side_of_paper_with_its_numbers(browser, address, data):
    context = browser.new_context()
    page = context.new_page()
    page.emulate_media(media="print")
    for answer in data.of(RouteAnswer).values():
        page.goto(f"{address}{PAGE}#{answer.anchor}")
        with pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as pdf:
            assert len(pdf.pages) == 1, answer.id
        words = page.locator("main").inner_text()
        assert answer.name in words
        for contact in answer.contacts:
            assert data.of(Contact)[contact].phone in words
    context.close()
