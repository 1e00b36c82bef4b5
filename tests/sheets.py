"""A small project, its question sheet, and somebody who fills that in."""

from datetime import date

from openpyxl import load_workbook
from small import make_small

from macros.facts.site_data import load_site
from publish.questions.asked import asked
from publish.questions.sheet import write_sheet

TODAY = date(2026, 11, 24)
SOUND = {
    "Answer": "It meets on the first Monday of the month.",
    "Who confirmed": "coordinator of the panel",
    "Date": date(2026, 11, 20),
    "May be published": "yes",
}
# A page that asks the small project's one question.
ASKING = '\n## When { #when }\n\n{{ gap("example-question") }}\n'


def make_asking(folder):
    """The small project, with a page on which its question shows."""
    make_small(folder)
    page = folder / "docs" / "prepare.md"
    text = page.read_text(encoding="utf-8")
    text = text.replace("\n{{ page_foot() }}", f"{ASKING}\n{{{{ page_foot() }}}}")
    page.write_text(text, encoding="utf-8", newline="")
    return folder


def sheet_of(project, file, today=TODAY):
    """Write the question sheet of a project, and give the file."""
    data = load_site(project)
    write_sheet(asked(project, data, today), data.site, file, today)
    return file


def fill_in(file, rows):
    """Type into a sheet: `rows` has what differs from a sound answer, by id."""
    book = load_workbook(file)
    lost = set(rows)
    for sheet in book.worksheets[:2]:
        columns = {cell.value: cell.column for cell in sheet[1]}
        for line in list(sheet.iter_rows(min_row=2)):
            typed = rows.get(line[0].value)
            if typed is not None:
                lost.discard(line[0].value)
                for title, value in {**SOUND, **typed}.items():
                    sheet.cell(line[0].row, columns[title]).value = value
    assert not lost
    book.save(file)
    return file


def bytes_of(project):
    """Every file of the facts, as it is."""
    files = sorted((project / "data").rglob("*.yml"))
    return {f.relative_to(project).as_posix(): f.read_bytes() for f in files}
