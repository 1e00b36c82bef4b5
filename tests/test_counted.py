"""The return slip as a spreadsheet: what agencies type is added up, and alike."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from publish.handouts.counted import FIRST, REST, TOTALS, sheet_name, spreadsheet
from publish.handouts.sheets import sheets_of

pytestmark = pytest.mark.whole
DAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def slip(root, data):
    return next(sheet for sheet in sheets_of(root, data) if sheet.form == "slip")


@pytest.fixture(scope="module")
def book(slip):
    return load_workbook(BytesIO(spreadsheet(slip, DAY)))


def summed(book, formula, typed):
    """What a SUM or SUMIF of ours gives, as any office program counts it."""
    inner = formula[formula.index("SUM") :].rstrip(")")
    name, _, ranges = inner.partition("(")
    cells = [part.replace("$", "").rpartition("!")[2] for part in ranges.split(",")]
    rows = book[ranges.split("!")[0].strip("'")]
    numbers = [cell[0].value or 0 for cell in rows[cells[-1]]]
    if name == "SUM":
        return sum(numbers)
    named = [cell[0].value for cell in rows[cells[0]]]
    return sum(n for who, n in zip(named, numbers, strict=True) if who == typed)


@pytest.mark.everywhere
def test_each_table_of_the_slip_is_a_sheet_with_its_columns(slip, book):
    tables = {
        sheet_name(section): block.items
        for section in slip.sections
        for block in section.blocks
        if block.look == "table"
    }
    assert book.sheetnames == [*tables, TOTALS]
    for name, columns in tables.items():
        assert tuple(cell.value for cell in book[name][1]) == columns


@pytest.mark.everywhere
def test_staff_are_added_up_by_agency_and_nobody_is_lost(slip):
    book = load_workbook(BytesIO(spreadsheet(slip, DAY)))
    rows, totals = book.worksheets[0], book[TOTALS]
    last = rows.max_column
    for row, (agency, staff) in enumerate([("A", 7), ("B", 5), ("A", 2), ("C", 3)], 2):
        rows.cell(row, 1).value, rows.cell(row, last).value = agency, staff
    totals.cell(FIRST, 1).value, totals.cell(FIRST + 1, 1).value = "A", "B"
    bottom = totals.max_row

    assert totals.cell(FIRST - 1, 2).value.endswith(rows.cell(1, last).value)
    assert summed(book, totals.cell(FIRST, 2).value, "A") == 9
    assert summed(book, totals.cell(FIRST + 1, 2).value, "B") == 5
    assert summed(book, totals.cell(bottom, 2).value, "") == 17
    assert totals.cell(bottom - 1, 1).value == REST
    assert totals.cell(bottom - 1, 2).value == (
        f"=B{bottom}-SUM(B{FIRST}:B{bottom - 2})"
    )


@pytest.mark.everywhere
def test_a_column_of_numbers_takes_whole_numbers_and_an_agency_is_offered(book):
    rules = book.worksheets[0].data_validations.dataValidation
    assert {rule.type for rule in rules} == {"whole", "list"}
    offered = next(rule for rule in rules if rule.type == "list")
    assert offered.formula1.startswith(f"'{TOTALS}'!$A${FIRST}:")
    assert offered.errorStyle == "warning", "an agency may be typed all the same"


def test_the_same_slip_gives_the_same_bytes_and_another_name_others(slip):
    assert spreadsheet(slip, DAY) == spreadsheet(slip, DAY)
    assert spreadsheet(slip, DAY) != spreadsheet(replace(slip, title="Other"), DAY)


def test_a_title_that_no_sheet_may_have_is_cut_to_one_that_it_may(slip):
    section = replace(
        slip.sections[0], title="Who: was/briefed? [in] the whole of a year"
    )
    assert sheet_name(section) == "Who wasbriefed in the whole of"
