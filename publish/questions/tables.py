"""A file that came back, as tables of cells: a spreadsheet of any program, or Word."""

import csv
import io
import warnings
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from . import open_document
from .cells import Cell, held, tidied

# What the readers of others raise for a file that is not what its name says.
BROKE = (
    *(OSError, ValueError, LookupError, TypeError, AttributeError, SyntaxError),
    *(zipfile.BadZipFile, PackageNotFoundError, InvalidFileException),
)
BROKEN = (
    "{file} cannot be read as {what}: open it in the program that wrote it, and save "
    "it as .xlsx, .csv, .ods or .docx"
)


@dataclass(frozen=True)
class Table:
    """Rows of cells. `name` is that of the sheet, where a file has several."""

    name: str
    rows: list[list[Cell]]


def tables_of(file: Path) -> list[Table]:
    """Every table of a file. Raises ValueError in words where it cannot be read."""
    ending = file.suffix.casefold()
    if ending not in READ:
        known = ", ".join(READ)
        raise ValueError(f"{file.name} is none of these: {known}. Save it as .xlsx")
    what, read = READ[ending]
    try:
        return list(read(file))
    except FileNotFoundError:
        raise ValueError(f"there is no file {file}") from None
    except BROKE as error:
        wrong = BROKEN.format(file=file.name, what=what)
        raise ValueError(f"{wrong} ({error})") from None


def _workbook(file: Path) -> Iterator[Table]:
    with warnings.catch_warnings():
        # Of what Excel has beside the cells, and of days that are none: seen below.
        warnings.simplefilter("ignore")
        book = load_workbook(file)
    for sheet in book.worksheets:
        rows = [
            [
                Cell(
                    _place(file, sheet.title, cell.row, cell.column),
                    held(cell.value),
                    cell.data_type in ("f", "e"),
                )
                for cell in row
            ]
            for row in sheet.iter_rows()
        ]
        yield Table(sheet.title, rows)


def _open_document(file: Path) -> Iterator[Table]:
    for name, rows in open_document.sheets_of(file):
        yield Table(
            name,
            [
                [
                    Cell(_place(file, name, row, column), value, summed)
                    for column, (value, summed) in enumerate(cells, 1)
                ]
                for row, cells in enumerate(rows, 1)
            ],
        )


def _text(file: Path) -> Iterator[Table]:
    raw = file.read_bytes()
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = raw.decode("utf-16")
    else:
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = raw.decode("cp1252")
    first = text.partition("\n")[0]
    mark = max(",;\t", key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    yield Table(
        "",
        [
            [
                Cell(_place(file, "", row, n), value or None)
                for n, value in enumerate(cells, 1)
            ]
            for row, cells in enumerate(rows, 1)
        ],
    )


def _document(file: Path) -> Iterator[Table]:
    """Each table of a form turned on its side: one row, below its headings."""
    for table in Document(str(file)).tables:
        cells = [[tidied(cell.text) for cell in row.cells] for row in table.rows]
        pairs = [(row[0], "\n".join(row[1:]).strip()) for row in cells if row]
        named = {title.casefold(): value for title, value in pairs}
        question = named.get("id") or "without an id"
        yield Table(
            "",
            [
                [
                    Cell(f"{file.name}: question {question}", title)
                    for title, _ in pairs
                ],
                [
                    Cell(
                        f"{file.name}: question {question}, box '{title}'",
                        value or None,
                    )
                    for title, value in pairs
                ],
            ],
        )


def _place(file: Path, sheet: str, row: int, column: int) -> str:
    where = f"row {row}, column {get_column_letter(column)}"
    return f"{file.name}: {sheet}, {where}" if sheet else f"{file.name}: {where}"


READ: Mapping[str, tuple[str, Callable[[Path], Iterator[Table]]]] = {
    ".xlsx": ("a spreadsheet", _workbook),
    ".xlsm": ("a spreadsheet", _workbook),
    ".ods": ("a spreadsheet", _open_document),
    ".csv": ("a table", _text),
    ".docx": ("a Word document", _document),
}
