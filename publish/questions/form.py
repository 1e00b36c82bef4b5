"""The questions as a Word document, for whoever would rather fill in a form."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from macros.schema.kinds.site import Site

from .asked import Question
from .columns import COLUMNS, HOW
from .same_bytes import write_same
from .sheet import TITLE, cells_of

CRITICAL, OTHERS, SOURCES = (
    "Critical to safety",
    "All other questions",
    "Sources: please check that each still stands",
)
NARROW, WIDE, SIDES, GREY, ROOM = 4.2, 12.8, 2.0, "F2EFE6", 1.5


def write_form(asked: Sequence[Question], site: Site, file: Path, day: date) -> None:
    """Write the document. The same questions and `day` give the same bytes."""
    document = Document()
    about = document.core_properties
    about.title = TITLE.format(partnership=site.partnership)
    about.author, about.language = site.name, site.lang
    about.comments = about.subject = ""
    lay_out(document, site.lang)
    document.add_heading(about.title, 0)
    for words in HOW:
        document.add_paragraph(words)
    parts = {
        CRITICAL: [q for q in asked if q.critical and q.sort != "source"],
        OTHERS: [q for q in asked if not q.critical and q.sort != "source"],
        SOURCES: [q for q in asked if q.sort == "source"],
    }
    for heading, questions in parts.items():
        if questions:
            document.add_heading(heading, 1)
        for question in questions:
            add(document, question)
    made = BytesIO()
    document.save(made)
    write_same(made.getvalue(), file, day)


def lay_out(document: Any, language: str) -> None:
    """A4, margins, a face that is easy to read, and the language for who listens."""
    for section in document.sections:
        section.orientation = WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(SIDES)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Arial", Pt(11)
    for name in ("Title", "Heading 1", "Heading 2"):
        document.styles[name].font.color.rgb = RGBColor(0x1F, 0x3A, 0x4D)
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), language)
    style.element.get_or_add_rPr().append(spoken)


def add(document: Any, question: Question) -> None:
    """One question: its heading, and a table of what is known and what is asked."""
    document.add_heading(question.question, 2)
    table = document.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    table.autofit = False
    for column, words in zip(COLUMNS, cells_of(question), strict=True):
        if words or column.filled_in:
            name, value = table.add_row().cells
            name.width, value.width = Cm(NARROW), Cm(WIDE)
            name.text, value.text = column.title, words
            name.paragraphs[0].runs[0].bold = True
            if not column.filled_in:
                shade(value)
            elif column.key == "answer":
                table.rows[-1].height = Cm(ROOM)
    for side, wide in zip(table.columns, (NARROW, WIDE), strict=True):
        side.width = Cm(wide)
    document.add_paragraph()


def shade(cell: Any) -> None:
    """Grey a cell in which nothing is typed."""
    fill = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", GREY)):
        fill.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(fill)
