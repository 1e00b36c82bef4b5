"""The report of `make check` as a spreadsheet: a row for each thing to do."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from ..questions.same_bytes import write_same
from ..report import Part
from ..report_forms import HEADS, rows

WIDE = {"list": 26, "owner": 30, "pages": 40, "file": 30, "what to do": 70}
DAYS = {"date", "due"}
NARROW = 12


def write_report(found: Sequence[Part], today: date, file: Path) -> None:
    """Write the spreadsheet. The same lists on the same day give the same bytes."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "To do"
    for number, head in enumerate(HEADS, 1):
        sheet.cell(1, number, head).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(number)].width = WIDE.get(
            head, NARROW
        )
    for row, cells in enumerate(rows(found, today), 2):
        for number, (head, words) in enumerate(zip(HEADS, cells, strict=True), 1):
            cell = sheet.cell(row, number)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if head in DAYS and words:
                cell.value, cell.number_format = (
                    date.fromisoformat(words),
                    "d mmmm yyyy",
                )
            elif head == "line":
                cell.value = int(words)
            elif words:
                cell.value, cell.data_type = words, "s"  # never a sum
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    made = BytesIO()
    book.save(made)
    write_same(made.getvalue(), file, today)
