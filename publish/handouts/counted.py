"""A slip as a spreadsheet: its tables to fill in, and a sheet that adds them up."""

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from ..questions.same_bytes import same_bytes
from .blocks import Block, Section, Sheet

ROWS = 200  # to fill in, below the names of the columns
AGENCIES = 20  # that can be told apart
TOTALS = "Totals"
COUNTED = "How many"  # how the name of a column begins that is added up
FIRST = 5  # row of the sums that has the first agency
A4 = 9  # the number that Office has for it
WIDE, NARROW = 30, 16
LINE = Side(style="thin", color="8A9AA6")
BOX = Border(top=LINE, bottom=LINE, left=LINE, right=LINE)
HEAD = PatternFill("solid", fgColor="1F3A4D")
OPEN = PatternFill("solid", fgColor="FFF8E1")
FACE = "Arial"
HOW = "Type your agencies below, once. Choose them on the other sheets."
REST = "Not in the list above"
ALL = "All"
NUMBERS = "Type a whole number."
BARRED = re.compile(r"[\[\]:*?/\\]")  # in the name of a sheet
LONGEST = 31  # signs of that


def spreadsheet(sheet: Sheet, day: date) -> bytes:
    """The tables of a slip, a sheet each, and their sums; the same words, same bytes.

    What begins with "How many" is added up, for each agency of the first column.
    """
    book = Workbook()
    book.remove(book.active)
    tables = list(tables_of(sheet))
    for section, table in tables:
        fill_in(book.create_sheet(sheet_name(section)), section, table, sheet)
    add_up(book.create_sheet(TOTALS), tables, sheet)
    about = book.properties
    about.title, about.creator, about.language = sheet.title, sheet.site, sheet.lang
    made = BytesIO()
    book.save(made)
    return same_bytes(made.getvalue(), day)


def tables_of(sheet: Sheet) -> Iterator[tuple[Section, Block]]:
    """Each table of a slip, with the part that it stands in."""
    for section in sheet.sections:
        for block in section.blocks:
            if block.look == "table":
                yield section, block


def sheet_name(section: Section) -> str:
    """The name of a part as Office allows it for a sheet."""
    return BARRED.sub("", section.title)[:LONGEST].strip()


def fill_in(page: Any, section: Section, table: Block, sheet: Sheet) -> None:
    """One table: the names of its columns, and rows to type in."""
    for number, name in enumerate(table.items, 1):
        head(page.cell(1, number), name)
        letter = get_column_letter(number)
        page.column_dimensions[letter].width = NARROW if counted(name) else WIDE
        for row in range(2, ROWS + 2):
            cell = page.cell(row, number)
            cell.border, cell.fill = BOX, OPEN
        if number == 1 or counted(name):
            rule = numbers() if counted(name) else agencies()
            rule.add(f"{letter}2:{letter}{ROWS + 1}")
            page.add_data_validation(rule)
    page.freeze_panes = "B2"
    page.print_title_rows = "1:1"
    said = " ".join(words.text for block in section.blocks for words in block.text)
    on_paper(page, f"{section.title}. {said}", sheet)


def add_up(page: Any, tables: list[tuple[Section, Block]], sheet: Sheet) -> None:
    """The sums of all tables: a row for each agency, for the rest, and for all."""
    page["A1"], page["A2"] = sheet.title, HOW
    page["A1"].font = Font(name=FACE, bold=True, size=14)
    page["A2"].font = Font(name=FACE, size=10)
    head(page.cell(FIRST - 1, 1), tables[0][1].items[0])
    last = FIRST + AGENCIES - 1
    for row in range(FIRST, last + 1):
        page.cell(row, 1).fill, page.cell(row, 1).border = OPEN, BOX
    for row, name in ((last + 1, REST), (last + 2, ALL)):
        plain(page.cell(row, 1), name)
    page.column_dimensions["A"].width = WIDE
    for column, (section, number) in enumerate(sums(tables), 2):
        letter, there = get_column_letter(column), f"'{sheet_name(section)}'!"
        named = dict(enumerate(next(t.items for s, t in tables if s is section), 1))
        head(page.cell(FIRST - 1, column), f"{section.title}: {named[number]}")
        page.column_dimensions[letter].width = NARROW + 4
        first = f"{there}$A$2:$A${ROWS + 1}"
        column_of = get_column_letter(number)
        typed = f"{there}${column_of}$2:${column_of}${ROWS + 1}"
        for row in range(FIRST, last + 1):
            plain(
                page.cell(row, column),
                f'=IF(A{row}="","",SUMIF({first},A{row},{typed}))',
            )
        known = f"SUM({letter}{FIRST}:{letter}{last})"
        plain(page.cell(last + 1, column), f"={letter}{last + 2}-{known}")
        plain(page.cell(last + 2, column), f"=SUM({typed})")
    on_paper(page, sheet.title, sheet)


def sums(tables: list[tuple[Section, Block]]) -> Iterator[tuple[Section, int]]:
    """Each column that is added up, by its part and its number."""
    for section, table in tables:
        for number, name in enumerate(table.items, 1):
            if counted(name):
                yield section, number


def counted(name: str) -> bool:
    """Whether a column is added up."""
    return name.startswith(COUNTED)


def numbers() -> DataValidation:
    """What a column of numbers takes."""
    return DataValidation(
        type="whole",
        operator="greaterThanOrEqual",
        formula1="0",
        allow_blank=True,
        showErrorMessage=True,
        error=NUMBERS,
    )


def agencies() -> DataValidation:
    """The agencies typed among the sums; another one may be typed all the same."""
    last = FIRST + AGENCIES - 1
    return DataValidation(
        type="list",
        formula1=f"'{TOTALS}'!$A${FIRST}:$A${last}",
        allow_blank=True,
        errorStyle="warning",
        showErrorMessage=True,
        error=f"It is not on the sheet {TOTALS} yet.",
    )


def head(cell: Any, words: str) -> None:
    """The name of a column."""
    cell.value = words
    cell.font = Font(name=FACE, size=10, bold=True, color="FFFFFF")
    cell.fill, cell.border = HEAD, BOX
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def plain(cell: Any, words: str) -> None:
    """A cell that nobody types in."""
    cell.value = words
    cell.font = Font(name=FACE, size=10)
    cell.border = BOX


def on_paper(page: Any, title: str, sheet: Sheet) -> None:
    """How a sheet prints: on its side, with what it is and of which day."""
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.oddHeader.left.text = title.replace("&", "&&")
    draft = f". {sheet.draft}" if sheet.draft else ""
    page.oddFooter.left.text = f"{sheet.site}, {sheet.day}{draft}".replace("&", "&&")
    page.oddFooter.right.text = "Page &P of &N"
