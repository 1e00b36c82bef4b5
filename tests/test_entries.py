"""What can be found: named by the facts, and only where a page shows it."""

import pytest

from macros.schema.kind import first_sentence
from publish.built import read_built
from publish.entries import entries_of
from publish.sections import Section, sections_of


@pytest.fixture(scope="module")
def sections(data, site):
    built = read_built(site)
    return {address: sections_of(built[address]) for address in data.pages}


@pytest.fixture(scope="module")
def entries(data, sections):
    return entries_of(data, sections)


def by_kind(entries, kind):
    return {e.anchor: e for e in entries if e.kind == kind}


def test_every_fact_that_people_search_for_is_found(data, entries):
    for kind, file in (("contact", "contacts"), ("term", "terms"), ("word", "words")):
        assert by_kind(entries, kind).keys() == data.kinds[file].keys()
    assert len(by_kind(entries, "question")) == len(data.kinds["questions"])


def test_every_entry_leads_to_a_place_that_is_there(entries, site):
    built = read_built(site)
    for entry in entries:
        assert not entry.anchor or entry.anchor in built[entry.address].ids, entry


def test_nothing_is_shown_that_its_page_does_not_show(data, entries):
    described = {page.meta.description for page in data.pages.values()}
    for entry in entries:
        line = entry.line.removeprefix("instead of: ")
        assert entry.title in entry.body, entry.title
        assert line in entry.body or line in described, entry.line


def test_a_fact_that_no_page_shows_is_left_out(data, sections):
    without = {a: s for a, s in sections.items() if a != "/glossary/"}

    found = entries_of(data, {"/": [Section("/", "hsb", 0, "Not it")], **without})

    assert "mandatory-reporting" not in by_kind(found, "term")


def test_a_replaced_word_leads_to_its_row_and_to_the_right_term(entries):
    assert "sexting" in by_kind(entries, "word")["messages-with-nudes"].names
    assert "sexting" in by_kind(entries, "term")["sharing-nudes"].names
    term = by_kind(entries, "term")["child-who-has-displayed-hsb"]
    assert "perpetrator" in term.names


def test_a_page_is_found_by_its_aliases(data, entries):
    page = next(e for e in entries if e.kind == "page" and e.address == "/contacts/")

    assert set(data.pages["/contacts/"].meta.aliases) <= set(page.names)


def test_a_question_leads_on_to_the_page_that_says_more(entries):
    asked = {e.title: e.more for e in by_kind(entries, "question").values()}

    assert asked["Who do I call?"] == "/contacts/"


def test_a_number_is_found_without_its_spaces(entries, data):
    door = data.kinds["contacts"][data.site.front_door]

    found = by_kind(entries, "contact")[door.id]

    assert found.call == door.phone
    assert door.phone.replace(" ", "") in found.names


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("No. Phone first. Then write.", "No. Phone first."),
        ("It is 3.5 times as many. Yes.", "It is 3.5 times as many."),
        ("No full stop at all", "No full stop at all"),
    ],
)
def test_the_first_sentence_says_enough(text, first):
    assert first_sentence(text) == first
