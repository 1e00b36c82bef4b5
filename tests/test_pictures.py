"""Pictures: each says what the records say and no more, in words as well."""

import re

import pytest
from conftest import ROOT
from selectolax.lexbor import LexborHTMLParser
from small import make_small

from macros.checks.examination import check_site, examine
from macros.library.drawn.fit import ages_of
from macros.library.drawn.lines import lines_of
from macros.library.drawn.standings import parts_of
from macros.schema.kinds.panel import PanelFact

PANEL = "data/local/panel.yml"
CONTACTS = "data/local/contacts.yml"
AUDIT = "data/local/audit.yml"
GLANCE = """
- id: example-ages
  part: at a glance
  name: Ages it prioritises
  text: Ten to seventeen, on a scale that has many words
  standing: published
  sources: [example-guide]
"""
WAY = """
- id: panel-route
  about: panel
  question: How does a case get there?
  sentence: How a case gets there is not published.
  ask: example-helpline
  standing: to be confirmed
  sources: [example-guide]
"""


@pytest.fixture
def small(tmp_path):
    return make_small(tmp_path)


def change(project, file, old, new):
    """Put one text in place of another in a file of a project."""
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def add(project, file, records):
    """Put records at the end of a file of a project."""
    path = project / file
    path.write_text(path.read_text(encoding="utf-8") + records, encoding="utf-8")


def drawn(project, name):
    """A picture on the start page of a project: its tree, or None where there is none.

    Its call stands in place of a line of the page, if it is not there yet.
    """
    call = f'\n{{{{ picture("{name}") }}}}\n'
    page = project / "docs" / "index.md"
    if call not in page.read_text(encoding="utf-8"):
        change(project, "docs/index.md", "- Another thing", call)
    html = "\n".join(check_site(project).pages["/"].html)
    return LexborHTMLParser(html).css_first("figure.picture")


def said(picture):
    """What a picture says in words, on one line."""
    return " ".join(picture.css_first("desc").text().split())


def filled(picture):
    """How many tiles of a picture are filled, and how many are empty."""
    paths = [(p.attributes["class"], p.attributes["d"]) for p in picture.css("path")]
    return tuple(
        sum(d.count("M") for look, d in paths if look == wanted)
        for wanted in ("tile on", "tile")
    )


def test_the_tiles_of_the_panel_are_its_ages_and_words(small):
    picture = drawn(small, "panel")

    assert filled(picture) == (8, 19 - 8)  # 10 to 17, of the one word of this project
    assert "ages 10 to 17 for First" in said(picture)


def test_one_age_is_one_tile(small):
    change(small, PANEL, "10-17", "12 to 12")

    assert filled(drawn(small, "panel")) == (1, 18)


def test_no_picture_of_a_panel_that_has_published_no_ages(small):
    change(small, PANEL, "  ages: 10-17\n  continuum: [first]\n", "")

    assert drawn(small, "panel") is None


@pytest.mark.parametrize(
    ("typed", "ages"),
    [
        ("10-17", (10, 17)),
        ("0 to 18", (0, 18)),
        ("17-10", None),
        ("10-19", None),
        ("ten", None),
        ("", None),
    ],
)
def test_ages_are_read_or_are_none(typed, ages):
    fact = PanelFact.model_construct(ages=typed)
    found = ages_of(fact)

    assert (found and (found[0], found[-1])) == ages


def second_contact(hours):
    """A second number, with more fields below its own."""
    return f"""
- id: second
  name: A second line
  order: 20
  group: advice
  reason: You want advice
  who: Anyone
  phone: "01632 960002"
{hours}
  standing: published
  sources: [example-guide]
"""


def test_hours_are_filled_where_they_are_said_and_hatched_where_not(small):
    change(small, "data/local/site.yml", "emergency: example-helpline", "emergency: it")
    it = second_contact('  hours: Mornings\n  open: ["06:00-12:00"]')
    add(
        small,
        CONTACTS,
        it.replace("second", "it").replace("20", "5").replace('2"', '9"'),
    )
    add(small, CONTACTS, second_contact(""))

    picture = drawn(small, "hours")

    assert filled(picture)[0] == 1  # the helpline; the emergency number is not drawn
    assert len(picture.css(".hatch")) == 1
    assert "A second line, 01632 960002: hours not confirmed." in said(picture)
    assert "it" not in [text.text() for text in picture.css("text")]


def test_no_picture_of_hours_that_nobody_has_confirmed(small):
    change(small, CONTACTS, '  open: ["00:00-24:00"]\n', "")

    assert drawn(small, "hours") is None


def test_the_doors_say_what_is_at_a_glance_and_what_is_open(small):
    add(small, PANEL, GLANCE)
    add(small, "data/local/gaps.yml", WAY)

    words = said(drawn(small, "doors"))

    assert (
        "Ages it prioritises: Ten to seventeen, on a scale that has many words" in words
    )
    assert "How a case gets there: To be confirmed." in words
    assert "To ring: 01632 960001." in words


def test_an_answered_question_is_no_longer_drawn_as_open(small):
    add(small, PANEL, GLANCE.replace("  part:", "  answers: [panel-route]\n  part:"))
    add(small, "data/local/gaps.yml", WAY)

    doors = drawn(small, "doors")
    assert "To be confirmed" not in said(doors)
    assert not doors.css(".unknown")

    journey = drawn(make_with_journey(small), "journey")
    assert not journey.css(".unknown")
    assert "is not published" not in journey.text()


def make_with_journey(project):
    """The same project, with the pages to which the boxes lead."""
    change(project, "docs/index.md", '\n{{ picture("doors") }}\n', "- Another thing")
    return project


def test_no_doors_without_a_panel_at_a_glance(small):
    assert drawn(small, "doors") is None


def test_every_theme_of_the_wheel_is_a_link_to_it(small):
    wheel = drawn(small, "themes")

    assert [a.attributes["href"] for a in wheel.css("svg a")] == ["#first-theme"]


@pytest.mark.parametrize("many", [2, 8])
def test_themes_stand_apart_however_many_they_are(small, many):
    add_themes(small, many - 1)
    circles = drawn(small, "themes").css("svg a circle")
    at = [tuple(float(c.attributes[k]) for k in ("cx", "cy", "r")) for c in circles]

    assert len(at) == many
    for number, (x, y, r) in enumerate(at):
        assert x - r >= 0
        assert x + r <= 340
        assert y - r >= 0
        for other_x, other_y, other_r in at[:number]:
            assert (x - other_x) ** 2 + (y - other_y) ** 2 >= (r + other_r) ** 2


def test_more_themes_than_are_legible_are_not_drawn(small):
    add_themes(small, 8)

    assert drawn(small, "themes") is None


def add_themes(project, more):
    """Give the audit of a project more themes, like the one it has."""
    text = (project / AUDIT).read_text(encoding="utf-8")
    one = re.search(r"^ *- id: first-theme\n(?: +.*\n)+", text, re.M)[0]
    every = "".join(one.replace("first-theme", f"theme-{n}") for n in range(more))
    change(project, AUDIT, one, one + every)


def test_a_bar_has_a_part_for_each_word_in_one_order():
    parts = parts_of(["confirm", "published", "published", "own"])

    assert [(look, count) for look, count, *_ in parts] == [
        ("published", 2),
        ("own", 1),
        ("confirm", 1),
    ]
    ends = [start + wide for *_, start, wide in parts]
    assert [start for *_, start, _ in parts] == [0, *ends[:-1]]
    assert ends[-1] == 320


def test_a_bar_of_nothing_has_no_part():
    assert parts_of([]) == []


def test_long_words_are_not_broken():
    assert lines_of("An unbreakableword here", 6) == ["An", "unbreakableword", "here"]


def test_a_number_to_ring_is_never_torn():
    assert lines_of("Ring 01234 567 890 now", 9) == ["Ring", "01234 567 890", "now"]


def test_a_picture_that_is_none_names_the_nearest(small):
    change(small, "docs/index.md", "- Another thing", '\n{{ picture("hour") }}\n')

    (problem,) = examine(small).problems
    assert "'hour' is not a picture" in problem.said
    assert "hours" in problem.said


@pytest.mark.everywhere
def test_every_picture_of_the_site_has_its_words(site):
    names = set()
    for file in site.rglob("index.html"):
        tree = LexborHTMLParser(file.read_text(encoding="utf-8"))
        for svg in tree.css("figure.picture > svg[role]"):
            ids = svg.attributes["aria-labelledby"].split()
            title, desc = (svg.css_first(f"#{name}") for name in ids)
            assert len(desc.text()) > len(title.text()) > 5
            # what is one picture to who listens has nothing in it to press
            assert not svg.css("a") or svg.attributes["role"] == "group"
            names.add(title.text())

    assert len(names) >= 4


@pytest.mark.everywhere
def test_a_page_counts_its_facts_by_their_marks(site):
    tree = LexborHTMLParser(
        (site / "respond" / "index.html").read_text(encoding="utf-8")
    )
    words = [li.text().strip() for li in tree.css(".how-sure li")]

    assert words[0].endswith("published")
    assert any(word.endswith("our suggestion") for word in words)


def test_a_picture_has_no_colour_of_its_own():
    """Colours come from the style, so that dark and forced colours hold."""
    for file in (ROOT / "templates").glob("picture_*.html"):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"(?:fill|stroke|style)=|#[0-9a-fA-F]{6}", text), file.name
