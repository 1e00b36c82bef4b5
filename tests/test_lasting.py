"""How long the word of the partnership holds, and how a page shows that."""

from collections import Counter
from datetime import date, timedelta

import pytest
from small import make_small

from macros.facts.site_data import load_site
from macros.library.all_macros import MACROS
from macros.library.drawn.standings import STANDS
from macros.library.page import Page
from macros.library.render import Renderer
from macros.schema.fields import Standing
from macros.schema.kinds.contacts import Contact
from macros.schema.kinds.passages import Passage
from macros.schema.kinds.resources import Resource
from macros.schema.lasting import LASTS, PART, due_by, holds_until, lapsed, sort_of
from macros.style.upkeep import due_of
from publish.first_help import MARKS

SAID = """\
  standing: confirmed
  confirmed:
    by: the coordinator of the panel
    on: 2026-11-23
"""
DAY = date(2026, 11, 23)


@pytest.fixture
def small(tmp_path):
    make_small(tmp_path)
    for name in ("contacts", "passages"):
        file = tmp_path / "data" / "local" / f"{name}.yml"
        text = file.read_text(encoding="utf-8").replace("  standing: published\n", SAID)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def mark(root, today):
    """The words on the mark of the helpline."""
    data = load_site(root)
    page = Page(data.pages["/"], data, Renderer(root / "templates"), today)
    html = MACROS["contact"](page, "example-helpline")
    return html.partition('class="whose ')[2].partition(">")[2].partition("<")[0]


def test_a_number_holds_a_quarter_law_half_a_year_and_the_rest_a_year():
    number = Contact.model_construct(phone="01632 960001")
    law = Resource.model_construct(kind="statutory guidance")
    words = Passage.model_construct(text="So it is.", contacts=())

    assert [sort_of(record) for record in (number, law, words)] == [*LASTS]
    assert holds_until(number, DAY) == date(2027, 2, 21)
    assert holds_until(law, DAY) == date(2027, 5, 22)
    assert holds_until(words, DAY) == date(2027, 11, 23)


def test_a_passage_with_numbers_below_it_holds_as_long_as_a_number():
    assert sort_of(Passage.model_construct(contacts=("a",))) == "number"


def test_what_nobody_confirmed_never_lapses():
    assert not lapsed(Contact.model_construct(confirmed=None), date(2040, 1, 1))


def test_a_mark_says_who_confirmed_and_when(small):
    said = "by the coordinator of the panel on 23 November 2026"

    assert mark(small, date(2027, 2, 21)) == f"Confirmed {said}"
    assert mark(small, date(2027, 2, 22)) == f"Please check: confirmed {said}"


def test_a_source_that_was_confirmed_says_so_and_need_not_be_read_again(small):
    file = small / "data" / "local" / "sources.yml"
    text = file.read_text(encoding="utf-8")
    said = "  confirmed:\n    by: the editor of the guide\n    on: 2027-06-01\n"
    later = date(2027, 7, 1)

    def due():
        return [d.record for d in due_of(load_site(small)) if d.day <= later]

    assert "example-guide" in due()
    file.write_text(text + said, encoding="utf-8")

    data = load_site(small)
    page = Page(data.pages["/"], data, Renderer(small / "templates"), later)

    assert "example-guide" not in due()
    assert "confirmed by the editor of the guide on 1 June 2027" in MACROS["sources"](
        page
    )


@pytest.mark.parametrize("known", [STANDS, MARKS], ids=["bars", "cards"])
def test_whatever_shows_a_standing_knows_each_one(known):
    assert set(known) == set(Standing)


@pytest.mark.parametrize("days", [90, 182, 365])
def test_what_is_looked_at_together_falls_due_on_days_apart_and_never_late(days):
    due = [due_by(f"sources/a{n}", DAY, days) for n in range(200)]
    earliest, latest = (DAY + timedelta(days=n) for n in (days - days // PART, days))

    assert min(due) > earliest
    assert max(due) <= latest
    assert {day.weekday() for day in due} == {0, 1, 2, 3, 4}
    assert max(Counter(due).values()) <= 3 * len(due) / len(set(due))


def test_a_day_depends_on_nothing_but_the_name_and_the_last_look():
    assert due_by("/support/", DAY, 182) == date(2027, 4, 12)


def test_a_page_says_how_long_it_may_wait(small):
    def due(words):
        page = small / "docs" / "prepare.md"
        text = page.read_text(encoding="utf-8").replace("owner:", f"{words}owner:", 1)
        page.write_text(text, encoding="utf-8")
        days = {d.record: d.day for d in due_of(load_site(small))}
        return days["/prepare/"] - date(2026, 11, 22)

    assert 121 < due("").days <= 182
    assert 60 < due("review_after: three months\n").days <= 90


@pytest.mark.everywhere
def test_no_day_has_more_than_a_person_can_do(data):
    found = due_of(data)
    days = Counter(due.day for due in found)

    assert max(days.values()) <= 8
    assert len({due.day for due in found if due.kind == "pages"}) > 15
