"""A spreadsheet as LibreOffice keeps it (.ods), read as rows of values."""

import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as Tree

from .cells import Value

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
MOST = 40  # columns; a row of a sheet ends in thousands of empty cells
ROWS = 5000  # as often is an empty row repeated at the end
LARGEST = 50_000_000  # bytes of a sheet as it is unpacked

Rows = list[list[tuple[Value, bool]]]  # each value, and whether it is worked out


def sheets_of(file: Path) -> Iterator[tuple[str, Rows]]:
    """Each sheet by its name. Raises ValueError or zipfile.BadZipFile."""
    with zipfile.ZipFile(file) as parts:
        if parts.getinfo("content.xml").file_size > LARGEST:
            raise ValueError("it is too large for a list of questions")
        content = parts.read("content.xml")
    if b"<!DOCTYPE" in content:
        raise ValueError("it declares types of its own, which no spreadsheet does")
    try:
        tree = Tree.fromstring(content)
    except Tree.ParseError as error:
        raise ValueError(str(error)) from None
    for sheet in tree.iter(f"{TABLE}table"):
        yield sheet.get(f"{TABLE}name", ""), rows_of(sheet)


def rows_of(sheet: Tree.Element) -> Rows:
    """The rows of a sheet, empty ones between others as well."""
    rows: Rows = []
    for row in sheet.iter(f"{TABLE}table-row"):
        cells: list[tuple[Value, bool]] = []
        for cell in row:
            if cell.tag in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
                often = int(cell.get(f"{TABLE}number-columns-repeated", "1"))
                cells += [value_of(cell)] * min(often, MOST - len(cells))
        often = int(row.get(f"{TABLE}number-rows-repeated", "1"))
        rows += [cells] * min(often, ROWS - len(rows))
    return rows


def value_of(cell: Tree.Element) -> tuple[Value, bool]:
    """What a cell holds, and whether the program works it out."""
    summed = cell.get(f"{TABLE}formula") is not None
    sort = cell.get(f"{OFFICE}value-type")
    if sort == "date":
        return date.fromisoformat(cell.get(f"{OFFICE}date-value", "")[:10]), summed
    if sort in ("float", "percentage", "currency"):
        number = float(cell.get(f"{OFFICE}value", "0"))
        return int(number) if number.is_integer() else number, summed
    words = "\n".join(words_of(part) for part in cell.iter(f"{TEXT}p"))
    return words or None, summed


def words_of(paragraph: Tree.Element) -> str:
    """The words of a paragraph; its spaces and line ends are marks of their own."""
    words = paragraph.text or ""
    for part in paragraph:
        if part.tag == f"{TEXT}s":
            words += " " * int(part.get(f"{TEXT}c", "1"))
        elif part.tag == f"{TEXT}line-break":
            words += "\n"
        elif part.tag == f"{TEXT}tab":
            words += " "
        elif not part.tag.endswith("annotation"):
            words += words_of(part)
        words += part.tail or ""
    return words
