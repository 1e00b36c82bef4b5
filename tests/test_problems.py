"""A problem: what it is about, how it prints, and how many of one cause are printed."""

import ast
from datetime import date

from test_structure import FILES, tree_of

from macros.problems import DataError, Problem
from publish.fault_page import fault_page
from publish.report import Part
from publish.report_forms import as_text


def slips(count, file="data/local/terms.yml", code="misplaced"):
    return [Problem(file, n, "not under the others", code=code) for n in range(count)]


def test_what_to_type_follows_what_is_wrong():
    problem = Problem(
        "data/local/terms.yml", 3, "the name is gone", mend="type it again"
    )

    assert str(problem) == "data/local/terms.yml:3: the name is gone: type it again"


def test_ten_of_one_cause_are_printed_and_the_rest_counted():
    error = DataError([*slips(630), Problem("docs/index.md", 4, "another thing")])

    lines = str(error).splitlines()
    assert len(lines) == 12
    assert lines[9].startswith("data/local/terms.yml:9:")
    assert lines[10] == "and 620 more of the same cause"
    assert lines[11] == "docs/index.md:4: another thing"
    assert len(error.problems) == 631


def test_ten_of_one_cause_are_all_printed():
    assert "more" not in str(DataError(slips(10)))


def test_what_asks_for_one_missing_record_is_one_cause_in_any_file():
    asks = [
        Problem(f"docs/{n}.md", 1, "gone", code="unknown-id", kind="terms", id="hsb")
        for n in range(12)
    ]

    assert str(DataError(asks)).endswith("and 2 more of the same cause")


def test_slips_of_two_files_are_two_causes():
    both = [*slips(11), *slips(11, "data/local/gaps.yml")]

    assert str(DataError(both)).count("and 1 more of the same cause") == 2


def test_a_file_that_has_lost_all_its_records_is_one_cause():
    asks = [
        Problem("docs/index.md", n, "gone", code="unknown-id", kind="terms", id=f"t{n}")
        for n in range(40)
    ]

    lines = str(DataError(asks)).splitlines()
    assert len(lines) == 11
    assert lines[10] == "and 30 more of the same cause"


def test_the_preview_shows_ten_of_one_cause(tmp_path):
    html = fault_page(tmp_path, slips(630))

    assert html.count("not under the others") == 10
    assert "and 620 more of the same cause" in html
    assert "630 things to mend" in html


def test_the_report_shortens_problems_and_not_what_there_is_to_do():
    found = [
        Part("Faults", "They stop the build.", "None.", slips(12), shorten=True),
        Part("To confirm", "Nobody says it.", "None.", slips(12)),
    ]

    said = as_text(found, date(2026, 1, 31))

    assert said.count("not under the others") == 10 + 12
    assert said.count("and 2 more of the same cause") == 1


PRINTING = {
    "desk.answering",  # shows them beside the boxes
    "desk.saving",  # and beside the fields
    "macros.problems",  # joins the words and gives them to be printed
    "publish.questions.taken_in",  # prints them at the cells that they come from
    "publish.report",
    "publish.report_forms",
    "publish.fault_page",
}


def test_no_code_reads_the_words_of_a_problem():
    """Words are for people: what code must know stands in `code`, `kind` and `id`."""
    readers = {
        f"{name}:{node.lineno}"
        for name in FILES.keys() - PRINTING
        for node in ast.walk(tree_of(name))
        if isinstance(node, ast.Attribute)
        and node.attr in ("message", "said", "mend")
        and not (isinstance(node.value, ast.Name) and node.value.id == "self")
        and isinstance(node.ctx, ast.Load)
    }

    assert readers == set()
