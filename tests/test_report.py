"""`make check`: the lists, on a fixed day, in each form."""

import csv
import io
import subprocess
import sys
from datetime import date

import pytest
from conftest import ROOT
from small import make_small, with_all_of_safety

from publish.report import FORMATS, as_csv, as_markdown, as_text, parts

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
        "Pages to review": 0,
        "Sources to read again": 0,
        "For the partnership to confirm": 2,
    }


def test_a_year_later_everything_is_due(small):
    found = parts(small, LATER)

    assert counts(found)["Pages to review"] == 2
    assert counts(found)["Sources to read again"] == 1
    assert "docs/prepare.md:5: last reviewed 2026-11-22" in as_text(found, LATER)
    assert "data/local/sources.yml:1: 'example-guide' was last read" in as_text(
        found, LATER
    )


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

    assert rows[0] == ["date", "list", "file", "line", "what to do"]
    assert [row[:4] for row in rows if row[2] == "data/local/gaps.yml"] == [
        ["2027-11-23", name, "data/local/gaps.yml", "1"]
        for name in ("Safety first", "For the partnership to confirm")
    ]


@pytest.mark.whole
@pytest.mark.parametrize("form", FORMATS)
def test_the_command_takes_a_form_and_a_day(form):
    done = subprocess.run(
        [
            *(sys.executable, "-m", "publish", "check"),
            *("--format", form, "--today", "2026-11-24"),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stdout
    assert "2026-11-24" in done.stdout
