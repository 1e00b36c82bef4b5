"""The questions as a spreadsheet: one row a question, what is typed in it guided."""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from macros.schema.kinds.site import Site

from .asked import Question
from .columns import CHANGED, COLUMNS, GONE, HOW, NAMED, NO, STANDS, YES, Column
from .same_bytes import write_same

QUESTIONS, SOURCES, HELP = "Questions", "Sources", "How to"
TITLE = "Questions for {partnership}"
DARK, PALE, WARM = "1F3A4D", "FFF8E1", "FDE2D0"
LINE = Side(style="thin", color="8A9AA6")
LETTERS = {c.key: get_column_letter(n) for n, c in enumerate(COLUMNS, 1)}
A4 = 9  # the number that Office has for it
LINE_HIGH, FEWEST = 13, 3  # points; a row has room for an answer
MARGIN = 0.3  # inches
MOST_PLACES = 4  # named of those where a record shows: the door is on most pages
FACE = "Arial"


def write_sheet(asked: Sequence[Question], site: Site, file: Path, day: date) -> None:
    """Write the spreadsheet. The same questions and `day` give the same bytes."""
    book = Workbook()
    book.remove(book.active)
    facts = [question for question in asked if question.sort != "source"]
    sources = [question for question in asked if question.sort == "source"]
    fill_in(book.create_sheet(QUESTIONS), facts, (), site)
    fill_in(book.create_sheet(SOURCES), sources, (STANDS, CHANGED, GONE), site)
    explain(book.create_sheet(HELP), site)
    about = book.properties
    about.title = TITLE.format(partnership=site.partnership)
    about.creator = site.name
    about.language = site.lang
    made = BytesIO()
    book.save(made)
    write_same(made.getvalue(), file, day)


def fill_in(
    sheet: Any, asked: Sequence[Question], choices: Sequence[str], site: Site
) -> None:
    """Write one list of questions, a row each, below one row of headings."""
    for number, column in enumerate(COLUMNS, 1):
        cell = sheet.cell(1, number, column.title)
        cell.font = Font(name=FACE, size=10, bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor=DARK)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(number)].width = column.wide
    sheet.row_dimensions[1].height = LINE_HIGH * 2
    for row, question in enumerate(asked, 2):
        filled = zip(COLUMNS, cells_of(question), strict=True)
        for number, (column, words) in enumerate(filled, 1):
            write_cell(sheet.cell(row, number), column, words, question.critical)
        sheet.row_dimensions[row].height = LINE_HIGH * lines_of(question)
    last = max(len(asked) + 1, 2)
    for rule in rules(last, choices):
        sheet.add_data_validation(rule)
    set_up(sheet, last, f"{sheet.title}: {site.name}")


def cells_of(question: Question) -> tuple[str, ...]:
    """The words of a row, in the order of the columns."""
    where = [f"{title}: {address}" for title, address in question.where]
    if len(where) > MOST_PLACES:
        where[MOST_PLACES:] = [f"and {len(where) - MOST_PLACES} more pages"]
    known = {
        **vars(question),
        "where": "\n".join(where),
        "looked": "\n".join(question.looked),
    }
    return tuple(str(known.get(c.key, "")) for c in COLUMNS)


def lines_of(question: Question) -> int:
    """How many lines the longest cell of a row takes, as not all programs work out."""
    filled = zip(COLUMNS, cells_of(question), strict=True)
    return max(
        FEWEST,
        *(
            sum(-(-len(line) // (column.wide - 2)) for line in words.split("\n"))
            for column, words in filled
        ),
    )


def write_cell(cell: Any, column: Column, words: str, critical: bool) -> None:
    """One cell: locked and plain, or open and coloured where something is typed."""
    if words:
        cell.value = words
        cell.data_type = "s"  # never a sum, whatever it starts with
    cell.font = Font(name=FACE, size=10)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.border = Border(top=LINE, bottom=LINE, left=LINE, right=LINE)
    if column.filled_in:
        cell.protection = Protection(locked=False)
        cell.fill = PatternFill("solid", fgColor=PALE)
        cell.number_format = "d mmmm yyyy" if column.key == "on" else "@"
    elif critical and column.key in ("question", "matters"):
        cell.font = Font(name=FACE, size=10, bold=True)
        cell.fill = PatternFill("solid", fgColor=WARM)


def rules(last: int, choices: Sequence[str]) -> Iterable[DataValidation]:
    """What each open column offers, and what it says while one types."""
    lists = {"may": (YES, NO, NAMED), "answer": tuple(choices)}
    for column in (column for column in COLUMNS if column.filled_in):
        offered = lists.get(column.key, ())
        words = ",".join(offered)
        rule = DataValidation(
            type="list" if offered else None,
            formula1=f'"{words}"' if offered else None,
            allow_blank=True,
            errorStyle="warning",
            showErrorMessage=column.key == "may",
            showInputMessage=True,
            promptTitle=column.title,
            prompt=column.help[:255],
            errorTitle=column.title,
            error=f"Type {column.help}"[:255],
        )
        letter = LETTERS[column.key]
        rule.add(f"{letter}2:{letter}{last}")
        yield rule


def set_up(sheet: Any, last: int, title: str) -> None:
    """How the list is read, filtered, locked and printed."""
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{last}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToHeight = 0
    sheet.page_margins.left = sheet.page_margins.right = MARGIN
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddHeader.left.text = title
    sheet.oddFooter.right.text = "Page &P of &N"
    locked = sheet.protection
    locked.sheet = True  # without a password: it keeps from slips, not from people
    locked.formatColumns = locked.formatRows = False
    locked.sort = locked.autoFilter = False
    locked.deleteRows = False


def explain(sheet: Any, site: Site) -> None:
    """The sheet that says how to fill in the others."""
    sheet.column_dimensions["A"].width = 100
    title = TITLE.format(partnership=site.partnership)
    for row, words in enumerate((title, *HOW), 1):
        cell = sheet.cell(row, 1, words)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet["A1"].font = Font(name=FACE, bold=True, size=14)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
