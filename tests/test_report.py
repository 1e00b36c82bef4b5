"""`make check`: the lists, on a fixed day, in each form."""

import csv
import io
import subprocess
import sys
from datetime import date, timedelta

import pytest
from conftest import ROOT
from copying import last_day
from openpyxl import load_workbook
from small import make_small, with_all_of_safety

from macros.facts.site_data import load_site
from macros.problems import Problem
from macros.style.upkeep import due_of
from publish.report import Part, parts
from publish.report_forms import (
    FORMATS,
    HEADS,
    MOST,
    as_csv,
    as_markdown,
    as_text,
    for_an_issue,
)
from publish.upkeep.sheet import write_report

TODAY = date(2026, 11, 22)
LATER = date(2027, 11, 23)  # a year and a day after everything was read


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return with_all_of_safety(make_small(tmp_path_factory.mktemp("small")))


def counts(found):
    return {part.name: len(part.problems) for part in found}


def test_on_the_day_of_writing_only_a_question_and_a_card_are_left(small):
    assert counts(parts(small, TODAY)) == {
        "Safety first": 1,
        "Faults": 0,
        "Advice": 0,
        "Sources found changed or gone": 0,
        "Confirmations that have lapsed": 0,
        "Due": 0,
        "Due soon": 0,
        "For the partnership to confirm": 2,
    }


def test_a_year_later_everything_is_due_and_says_whose_it_is(small):
    found = parts(small, LATER)
    owner, numbers = "The example partnership", "the manager of the front door"
    said = as_text(found, LATER)

    assert counts(found)[f"Due: {owner}"] == 2
    assert counts(found)[f"Due: {numbers}"] == 1
    assert "docs/prepare.md:5: by 2027-0" in said
    assert "review 'Prepare for the panel' (last reviewed 2026-11-22)" in said
    assert "(on https://hsb.example.org/prepare/)" in said
    assert "(last read 2026-11-22): https://www.example.org/guide" in said


def test_what_falls_due_within_a_month_is_listed_apart(small):
    (day,) = {due.day for due in due_of(load_site(small)) if due.kind == "sources"}

    soon = counts(parts(small, day - timedelta(days=31)))
    sooner = counts(parts(small, day - timedelta(days=32)))

    name = "the manager of the front door"
    assert soon[f"Due soon: {name}"] == 1
    assert f"Due soon: {name}" not in sooner
    assert counts(parts(small, day))[f"Due: {name}"] == 1


def test_the_lists_of_an_owner_are_in_the_order_of_their_days(small):
    page = small / "docs" / "prepare.md"
    was = page.read_text(encoding="utf-8")
    assert "owner: The example partnership" in was
    mine = was.replace("owner: The example partnership", "owner: the school lead")
    page.write_text(mine, encoding="utf-8")
    try:
        found = parts(small, LATER)
    finally:
        page.write_text(was, encoding="utf-8")

    assert [p.name for p in found if p.name.startswith("Due:")] == [
        "Due: The example partnership",
        "Due: the manager of the front door",
        "Due: the school lead",
    ]
    for part in (p for p in found if p.owner):
        days = [task.due for task in part.problems]
        assert days == sorted(days)


def test_a_source_found_changed_and_a_word_that_lapsed_are_listed(small):
    files = {
        "data/local/sources.yml": ("  how:", f"{FOUND}  how:"),
        "data/local/passages.yml": ("  standing: published\n", SAID),
    }
    was = {name: (small / name).read_text(encoding="utf-8") for name in files}
    for name, (find, typed) in files.items():
        assert find in was[name]
        text = was[name].replace(find, typed, 1)
        (small / name).write_text(text, encoding="utf-8")
    try:
        found = parts(small, LATER)
    finally:
        for name, text in was.items():
            (small / name).write_text(text, encoding="utf-8")

    said = as_text(found, LATER)
    assert counts(found)["Sources found changed or gone"] == 1
    assert "'A guide to the panel' was found gone on 2026-11-23" in said
    assert counts(found)["Confirmations that have lapsed"] == 1
    assert "was confirmed by the coordinator on 2026-11-22: ask them again" in said
    first = [p.said for p in found[0].problems]
    assert any("'example-guide' was found gone" in words for words in first)


FOUND = "  found:\n    now: gone\n    on: 2026-11-23\n"
SAID = (
    "  standing: confirmed\n  confirmed:\n    by: the coordinator\n    on: 2026-11-22\n"
)


def test_an_issue_has_what_is_due_and_nothing_that_can_wait(small):
    assert for_an_issue(parts(small, TODAY), TODAY) == ""

    said = for_an_issue(parts(small, LATER), LATER)

    assert "## Due: The example partnership: 2" in said
    assert "Advice" not in said
    assert "For the partnership" not in said


def test_an_issue_is_never_longer_than_a_forge_takes():
    many = [Problem("docs/a.md", n, "x" * 90) for n in range(1000)]
    said = for_an_issue([Part("Due", "", "", many, monthly=True)], TODAY)

    assert len(said) < MOST + 100
    kept = said.count("- `docs/a.md")
    assert f"And {1000 - kept} lines more" in said


def test_a_fault_is_listed_beside_what_is_left_to_do(small):
    file = small / "data" / "local" / "terms.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("  name:", "  naem:"), encoding="utf-8")
    try:
        found = parts(small, TODAY)
    finally:
        file.write_text(text, encoding="utf-8")

    assert counts(found)["Faults"] == 1
    assert counts(found)["For the partnership to confirm"] == 2


def test_markdown_shows_what_was_typed_as_it_is(small):
    said = as_markdown(parts(small, LATER), LATER)

    assert said.startswith("# The site on 2027-11-23\n")
    assert "- `data/local/gaps.yml:1` When does the panel meet?\n" in said


def test_a_spreadsheet_can_read_it(small):
    rows = list(csv.reader(io.StringIO(as_csv(parts(small, LATER), LATER))))

    assert tuple(rows[0]) == HEADS
    assert [row[:2] for row in rows if row[5] == "data/local/gaps.yml"] == [
        ["2027-11-23", name]
        for name in ("Safety first", "For the partnership to confirm")
    ]
    (page,) = (row for row in rows if row[5] == "docs/prepare.md")
    assert page[2:5] == [
        "The example partnership",
        *next(
            [str(due.day), "https://hsb.example.org/prepare/"]
            for due in due_of(load_site(small))
            if due.record == "/prepare/"
        ),
    ]


def test_a_sheet_has_days_as_days_and_no_sums(small, tmp_path):
    file, again = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    sums = Part("=1+1", "", "", [Problem("=x", 1, "+44")])
    for name in (file, again):
        write_report([*parts(small, LATER), sums], LATER, name)

    cells = list(load_workbook(file).active.iter_rows())
    rows = [[cell.value for cell in row] for row in cells]
    assert tuple(rows[0]) == HEADS
    (page,) = (row for row in rows if row[5] == "docs/prepare.md")
    assert page[0].date() == LATER
    assert page[3].date() < LATER
    assert page[6] == 5
    assert rows[-1][1:3] + rows[-1][5:] == ["=1+1", None, "=x", 1, "+44"]
    assert cells[-1][1].data_type == "s"
    assert file.read_bytes() == again.read_bytes()


@pytest.mark.whole
@pytest.mark.parametrize("form", FORMATS)
def test_the_command_takes_a_form_and_a_day(form, data):
    day = last_day(data).isoformat()
    done = subprocess.run(
        [
            *(sys.executable, "-m", "publish", "check"),
            *("--format", form, "--today", day),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stdout
    assert day in done.stdout
