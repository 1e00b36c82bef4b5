"""What each page asks of a reader in a hurry, on a phone, held to diet.yml."""

import re
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, pages_of

from macros.reading.pages import address_of, page_paths
from macros.schema.kinds.routes import RouteAnswer, RouteQuestion
from macros.style.reading_ease import grade, simpler

pytestmark = pytest.mark.browser
HERE = Path(__file__).parent
DIET = yaml.safe_load((HERE / "diet.yml").read_text(encoding="utf-8"))
MEASURE = (HERE / "diet.js").read_text(encoding="utf-8")
KINDS = {page: kind for kind, pages in DIET["pages"].items() for page in pages}
PAGES = [page for page in KINDS if page in pages_of(ROOT)]  # that this place has
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def measured(browser, address, data):
    """What each page measures, by its address."""
    begun = not data.kinds["panel"]  # nothing is said of its panel yet
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    found = {}
    for path in PAGES:
        page.goto(address + path)
        found[path] = page.evaluate(MEASURE, begun)
    context.close()
    return found


def too_much(found, allowed):
    """What of a page is above what it may be, in words; null allows none at all."""
    return {
        name: None if found[name] is None else round(found[name], 1)
        for name, most in allowed.items()
        if (found[name] is None) != (most is None) or (most and found[name] > most)
    }


def grade_of(said, data):
    """The years of school that the sentences of a page need."""
    texts = [re.split(r"(?<=[.?!])\s+", text) for text in said]
    sentences = [simpler(s, data) for text in texts for s in text]
    long_enough = [words for words in sentences if len(words) > 3]
    return grade(long_enough) if long_enough else 0


@pytest.mark.parametrize(
    ("found", "most", "is_too_much"),
    [
        (60, 60, False),
        (61, 60, True),
        (None, 60, True),
        (None, None, False),
        (5, None, True),
    ],
)
def test_a_figure_is_held_to_its_most(found, most, is_too_much):
    assert bool(too_much({"words": found}, {"words": most})) is is_too_much


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_said_in_seconds(measured, data, path):
    found = measured[path]
    found["grade"] = grade_of(found["sentences"], data)
    kind = KINDS[path]

    allowed = DIET["every"] | DIET["kinds"][kind] | DIET.get("but", {}).get(path, {})
    if not data.kinds["panel"]:
        allowed |= DIET["begun"].get(path, {})
    assert too_much(found, allowed) == {}


def test_each_question_and_answer_is_said_in_seconds(browser, address, data):
    """They are seen one at a time, so each is held to a measure of its own."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    allowed = DIET["every"] | DIET["at_a_time"]
    del allowed["first"], allowed["provenance"]  # which are of the whole page
    for part in (*data.of(RouteQuestion).values(), *data.of(RouteAnswer).values()):
        page.goto(f"{address}/route/which/#{part.anchor}")
        found = page.evaluate(MEASURE, False)
        found["grade"] = grade_of(found["sentences"], data)
        assert too_much(found, allowed) == {}, part.id
    context.close()


def test_every_page_has_a_kind(data):
    """Also those that this place leaves out, as it has no records for them."""
    assert {address_of(path) for path in page_paths(ROOT)} == KINDS.keys()
    assert set(data.pages) == set(PAGES)
    assert DIET["but"].keys() | DIET["begun"].keys() <= KINDS.keys()
