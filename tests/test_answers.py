"""Answers that come back: the right records, nothing else touched, bad cells named."""

import csv
import shutil
import zipfile

import pytest
import yaml
from conftest import CASES, ROOT
from copying import copy_project, last_day
from docx import Document
from openpyxl import load_workbook
from sheets import SOUND, TODAY, bytes_of, fill_in, make_asking, sheet_of

from macros.checks.examination import examine
from macros.facts.site_data import load_site
from publish.commands import answers as command
from publish.places import landing
from publish.questions.asked import asked
from publish.questions.cells import Cell
from publish.questions.days_typed import day_of
from publish.questions.form import write_form
from publish.questions.roles_typed import Words, role_of
from publish.questions.taken_in import take_in

GAP, HELPLINE, GUIDE = (
    "gaps/example-question",
    "contacts/example-helpline",
    "sources/example-guide",
)
MONDAY = SOUND["Answer"]


def cases(name):
    text = (CASES / "returned" / f"{name}.yml").read_text(encoding="utf-8")
    return [pytest.param(case, id=case["name"]) for case in yaml.safe_load(text)]


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """The small project, which no test here changes."""
    return make_asking(tmp_path_factory.mktemp("asking"))


@pytest.fixture(scope="module")
def empty_sheet(small):
    """Its question sheet, not filled in."""
    return sheet_of(small, small / "ready" / "questions.xlsx")


@pytest.fixture
def sheet(empty_sheet, tmp_path):
    """A copy of the sheet to type in."""
    return shutil.copy(empty_sheet, tmp_path / "back.xlsx")


@pytest.fixture
def own(tmp_path):
    """A small project to write into."""
    return make_asking(tmp_path / "own")


def said_of(taken):
    """All that is said of what came back, without the name of the file."""
    return [str(slip).replace("back.xlsx: ", "") for slip in taken.slips]


def new_lines(taken):
    """The lines that a change adds, by their files; none may go away."""
    shown = list(taken.shown())
    assert not [line for line in shown if line.startswith("  -")]
    return [line[3:] for line in shown if line.startswith("  +")]


@pytest.mark.parametrize("case", cases("slips"))
def test_a_bad_row_is_named_by_its_cell(small, sheet, case):
    before = bytes_of(small)

    taken = take_in(small, [fill_in(sheet, case["rows"])], TODAY)

    assert said_of(taken) == case["says"]
    assert bytes_of(small) == before


@pytest.mark.parametrize("case", cases("taken"))
def test_an_answer_becomes_a_record(small, sheet, case):
    taken = take_in(small, [fill_in(sheet, case["rows"])], TODAY)

    assert said_of(taken) == []
    assert "".join(f"{line.rstrip()}\n" for line in taken.shown()) == case["shows"]
    notes = [str(note).replace("back.xlsx: ", "") for note in taken.notes]
    assert notes == case.get("notes", [])


def test_what_is_written_is_what_was_shown_and_nothing_else(own, sheet):
    before = bytes_of(own)
    taken = take_in(
        own, [fill_in(sheet, {GAP: {}, HELPLINE: {"Answer": "yes"}})], TODAY
    )

    taken.write()

    after = bytes_of(own)
    assert examine(own, today=TODAY).faults == []
    changed = {file for file in after if after[file] != before.get(file)}
    assert changed == {
        f"data/local/{name}.yml" for name in ("contacts", "passages", "sources")
    }
    for file in changed - {"data/local/contacts.yml"}:
        assert after[file].startswith(before[file])
    lines = before["data/local/contacts.yml"].decode().splitlines()
    now = after["data/local/contacts.yml"].decode().splitlines()
    assert [line for line in lines if line not in now] == ["  standing: published"]
    answer = load_site(own).here.answers["example-question"]
    assert (answer.text, answer.confirmed.by) == (MONDAY, SOUND["Who confirmed"])


def test_the_question_is_asked_no_more_and_a_second_time_changes_nothing(own, sheet):
    fill_in(sheet, {GAP: {}})
    take_in(own, [sheet], TODAY).write()
    before = bytes_of(own)

    again = take_in(own, [sheet], TODAY)

    assert GAP not in {question.id for question in asked(own, load_site(own), TODAY)}
    assert again.change.texts == {}
    assert "answered before" in str(again.notes[0])
    assert bytes_of(own) == before


def test_another_answer_later_is_said_and_changes_nothing(own, sheet):
    other = shutil.copy(sheet, sheet.with_name("other.xlsx"))
    rows = {HELPLINE: {"Answer": "01632 960 004"}, GAP: {}, GUIDE: {"Answer": "yes"}}
    take_in(own, [fill_in(sheet, rows)], TODAY).write()
    rows = {
        HELPLINE: {"Answer": "01632 960 005"},
        GAP: {"Answer": "It meets on Fridays."},
    }

    again = take_in(own, [fill_in(other, rows | {GUIDE: {"Answer": "yes"}})], TODAY)

    assert again.change.texts == {}
    assert [str(note).partition(", column H: ")[2] for note in again.notes] == [
        f"{HELPLINE} was answered before, and not so: if this is right now, change "
        f"data/local/contacts.yml:{line_of(own, 'contacts', 'example-helpline')}",
        f"{GAP} was answered before, and not so: if this is right now, change "
        f"data/local/passages.yml:{line_of(own, 'passages', 'example-question')}",
        f"{GUIDE} was answered before, or is asked no more: nothing to do",
    ]


def test_the_sheet_of_another_place_is_said_first(small, sheet):
    book = load_workbook(sheet)
    for row in (2, 3, 4):
        book["Questions"].cell(row, 2).value = "Another question?"
    book.save(sheet)
    rows = {HELPLINE: {}, GAP: {}, "crisis.cards/harmed": {}}

    found = said_of(take_in(small, [fill_in(sheet, rows)], TODAY))

    assert len(found) == 4
    assert found[0].startswith("most of its rows are no questions of ")


def line_of(project, kind, record):
    return load_site(project).lines[kind][record]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_comments_order_and_line_ends_are_kept(own, sheet, end):
    file = own / "data" / "local" / "contacts.yml"
    text = file.read_text(encoding="utf-8").replace(
        "  who: Anyone\n", "  who: Anyone\n  # rung on 3 May\n"
    )
    file.write_text(text, encoding="utf-8", newline=end)

    take_in(own, [fill_in(sheet, {HELPLINE: {"Answer": "yes"}})], TODAY).write()

    confirmed = (
        "  standing: confirmed\n  confirmed:\n    by: coordinator of the panel\n"
        "    on: 2026-11-20\n"
    )
    expected = text.replace("  standing: published\n", confirmed).replace("\n", end)
    assert file.read_bytes().decode() == expected


def test_one_bad_row_keeps_all_others_out(own, sheet, capsys):
    before = bytes_of(own)
    fill_in(sheet, {GAP: {}, HELPLINE: {"Answer": "yes", "Date": "soon"}})

    assert run(own, sheet, write=True) == 1

    assert bytes_of(own) == before
    assert "row 2, column J: 'soon'" in capsys.readouterr().err


def run(project, *files, write=False):
    parser = command.argparse.ArgumentParser()
    command.add_options(parser)
    words = [*map(str, files), "--today", str(TODAY), *(["--write"] if write else [])]
    return command.run(project, parser.parse_args(words))


def test_nothing_is_written_before_it_was_shown(own, sheet, capsys):
    before = bytes_of(own)

    assert run(own, fill_in(sheet, {GAP: {}})) == 0

    assert bytes_of(own) == before
    assert "1 answer. Nothing is written yet" in capsys.readouterr().out
    assert run(own, sheet, write=True) == 0
    assert bytes_of(own) != before


def test_an_empty_sheet_changes_nothing(own, sheet, capsys):
    assert run(own, sheet, write=True) == 0
    assert capsys.readouterr().out == "There is nothing new in it.\n"


def test_a_file_that_was_saved_meanwhile_is_not_written_over(own, sheet):
    taken = take_in(own, [fill_in(sheet, {GAP: {}})], TODAY)
    file = own / "data" / "local" / "passages.yml"
    file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    before = bytes_of(own)

    with pytest.raises(ValueError, match="has changed since it was read"):
        taken.write()
    assert bytes_of(own) == before


def test_a_disk_that_refuses_leaves_all_as_it_was(own, sheet, monkeypatch):
    before = bytes_of(own)
    taken = take_in(own, [fill_in(sheet, {GAP: {}})], TODAY)

    def full(*args):
        raise OSError("No space left on device")

    monkeypatch.setattr("publish.places.landing.shutil.copy", full)
    with pytest.raises(OSError, match="No space"):
        taken.write()
    assert bytes_of(own) == before


@pytest.mark.parametrize("step", range(4))
def test_killed_at_any_step_all_is_written_or_nothing(own, sheet, step, monkeypatch):
    before = bytes_of(own)
    rows = {GAP: {}, HELPLINE: {"Answer": "01632 960 004"}}
    taken = take_in(own, [fill_in(sheet, rows)], TODAY)
    replace, steps = landing.os.replace, iter(range(9))

    def killed(*paths):
        if next(steps) == step:
            raise KeyboardInterrupt
        replace(*paths)

    monkeypatch.setattr(landing.os, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        taken.write()
    monkeypatch.setattr(landing.os, "replace", replace)

    planned = landing.finish(own)  # as whatever runs next in the project does

    changed = {file for file, now in bytes_of(own).items() if now != before[file]}
    assert planned == (step > 0)
    assert len(changed) == (3 if planned else 0)


def test_columns_may_be_moved_and_rows_sorted_or_deleted(small, sheet):
    fill_in(sheet, {GAP: {}})
    book = load_workbook(sheet)
    questions = book["Questions"]
    rows = [[cell.value for cell in row] for row in questions.iter_rows()]
    del book["Questions"], book["How to"]
    moved = book.create_sheet("Tabelle1")
    moved.append(["Returned by the partnership"])
    for row in (rows[0], *reversed(rows[2:])):
        moved.append([*reversed(row), "a note of ours"])
    book.save(sheet)

    taken = take_in(small, [sheet], TODAY)

    assert said_of(taken) == []
    assert f"  text: {MONDAY}" in new_lines(taken)


@pytest.mark.parametrize(
    ("title", "says"),
    [
        (
            "Answers",
            "Questions, row 1, column H: 'Answers' is no heading of ours: type Answer",
        ),
        (
            None,
            "Questions, row 1, column A: this row has no heading 'Answer': type it",
        ),
        ("Date", "Questions, row 1, column J: 'Date' is there twice: delete one"),
    ],
)
def test_a_heading_that_was_changed_is_named(small, sheet, title, says):
    book = load_workbook(sheet)
    book["Questions"]["H1"] = title
    book.save(sheet)

    assert says in said_of(take_in(small, [sheet], TODAY))


def test_the_same_answer_twice_is_one_and_another_is_a_slip(small, sheet, tmp_path):
    fill_in(sheet, {GAP: {}})
    other = shutil.copy(sheet, tmp_path / "other.xlsx")

    assert len(take_in(small, [sheet, other], TODAY).answers) == 1
    fill_in(other, {GAP: {"Answer": "It meets on Fridays."}})
    assert [str(slip) for slip in take_in(small, [sheet, other], TODAY).slips] == [
        f"other.xlsx: Questions, row 4, column H: another answer to {GAP} stands in "
        "back.xlsx: Questions, row 4, column H: leave one of them"
    ]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_table_of_text_says_the_same(small, sheet, tmp_path, mark, coding):
    fill_in(sheet, {GAP: {"Answer": "It meets on the clerk\u2019s day."}})
    file = tmp_path / "back.csv"
    with file.open("w", encoding=coding, newline="") as opened:
        table = csv.writer(opened, delimiter=mark)
        for row in load_workbook(sheet)["Questions"].iter_rows(values_only=True):
            table.writerow(
                ["" if v is None else str(v).partition(" 00:")[0] for v in row]
            )

    taken = take_in(small, [file], TODAY)

    assert taken.slips == []
    assert "  text: It meets on the clerk's day." in new_lines(taken)


def test_a_sheet_of_libreoffice_says_the_same(small, sheet, tmp_path):
    fill_in(sheet, {GAP: {}})
    rows = load_workbook(sheet)["Questions"].iter_rows(values_only=True)
    file = write_ods(tmp_path / "back.ods", [row for row in rows if row[0] != HELPLINE])

    taken = take_in(small, [file], TODAY)

    assert taken.slips == []
    assert f"  text: {MONDAY}" in new_lines(taken)
    assert "    on: 2026-11-20" in new_lines(taken)


def write_ods(file, rows):
    """Rows as LibreOffice writes them: days typed, the rest repeated and empty."""
    from xml.sax.saxutils import escape

    urn = "urn:oasis:names:tc:opendocument:xmlns:"
    names = " ".join(f'xmlns:{n}="{urn}{n}:1.0"' for n in ("office", "table", "text"))

    def cell(value):
        if hasattr(value, "year"):
            return (
                '<table:table-cell office:value-type="date" '
                f'office:date-value="{value:%Y-%m-%d}"/>'
            )
        lines = str(value or "").split("\n")
        words = "".join(f"<text:p>{escape(line)}</text:p>" for line in lines)
        return f"<table:table-cell>{words if value else ''}</table:table-cell>"

    made = "".join(
        f"<table:table-row>{''.join(map(cell, row))}"
        '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        for row in rows
    )
    empty = '<table:table-row table:number-rows-repeated="1048000"/>'
    body = f'<table:table table:name="Questions">{made}{empty}</table:table>'
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr(
            "content.xml",
            f"<office:document-content {names}>{body}</office:document-content>",
        )
    return file


def test_a_word_form_says_the_same_and_is_named_by_its_box(small, tmp_path):
    data = load_site(small)
    file = tmp_path / "back.docx"
    write_form(asked(small, data, TODAY), data.site, file, TODAY)
    document = Document(str(file))
    fill_form(document, GAP, {**SOUND, "Date": "20 November 2026"})
    document.save(str(file))

    assert f"  text: {MONDAY}" in new_lines(take_in(small, [file], TODAY))
    fill_form(document, GAP, {"Date": "soon"})
    document.save(str(file))
    assert [str(slip) for slip in take_in(small, [file], TODAY).slips] == [
        f"back.docx: question {GAP}, box 'Date': 'soon' is no date that can be read: "
        "type it as 24 November 2026"
    ]


def fill_form(document, question, typed):
    """Type into the boxes of one question."""
    for table in document.tables:
        boxes = {row.cells[0].text: row.cells[1] for row in table.rows}
        if boxes["Id"].text == question:
            for title, value in typed.items():
                boxes[title].text = value


@pytest.mark.parametrize(
    ("name", "holds", "says"),
    [
        ("back.pdf", b"", "back.pdf is none of these"),
        ("gone.xlsx", None, "there is no file"),
        ("back.xlsx", b"no zip", "back.xlsx cannot be read as a spreadsheet"),
        ("back.ods", b"no zip", "back.ods cannot be read as a spreadsheet"),
        ("back.docx", b"no zip", "back.docx cannot be read as a Word document"),
        ("back.csv", b"a,b\n1,2\n", "back.csv has no row of headings"),
    ],
)
def test_a_file_that_is_no_sheet_is_said(small, tmp_path, name, holds, says):
    file = tmp_path / name
    if holds is not None:
        file.write_bytes(holds)

    with pytest.raises(ValueError, match=says):
        take_in(small, [file], TODAY)


@pytest.mark.parametrize(
    "typed",
    [
        *("20 November 2026", "20 Nov 26", "20th November, 2026", "Friday 20 Nov 2026"),
        *("20.11.26", "20/11/2026", "20-11-2026", "2026-11-20", "2026-11-20 00:00:00"),
        "20 Novmber 2026",
    ],
)
def test_a_day_is_read_as_people_type_it(typed):
    assert day_of(Cell("J2", typed), TODAY) == SOUND["Date"]


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "business manager",
            "Independent Chair",
            "Head of Safeguarding, Example Trust",
        ),
        *("Manager, Front Door", "CAMHS team leader", "the coordinator of the panel"),
        *("Detective Inspector", "Youth Justice Service Manager", "DSL"),
    ],
)
def test_a_role_is_taken_as_it_is_typed(typed):
    known = Words({"example", "trust", "front", "door"}, {"youth", "justice"})

    assert role_of(Cell("I2", typed), "yes", known) == typed


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "Jo Example",
            "Jo Example (chair)",
            "chair: Jo O'Example",
            "Ms Example, chair",
        ),
        *("JO EXAMPLE", "manager - Jo van Example", "Jo"),
        *("Manager Jo Example", "manager jo example", "Jo Example Panel Manager"),
    ],
)
def test_a_name_is_written_only_if_it_may_be_published(typed):
    assert "Slip" in type(role_of(Cell("I2", typed), "yes", Words())).__name__
    assert role_of(Cell("I2", typed), "yes with the name", Words()) == typed


@pytest.mark.everywhere
@pytest.mark.whole
def test_each_place_takes_its_own_answers_in_and_no_other_file_changes(root, tmp_path):
    more = [name for name in ("examples",) if (ROOT / name).is_dir()]
    project = copy_project(tmp_path / "project", more=more)
    place = project / root.relative_to(ROOT)
    everything = {f: f.read_bytes() for f in project.rglob("*") if f.is_file()}
    door = f"contacts/{load_site(place).site.front_door}"
    file = sheet_of(place, tmp_path / "back.xlsx")
    said = {"Answer": "It answers from 8.30am to 5pm on working days.  "}
    rows = {"gaps/front-door-hours": said, door: {"Answer": "Yes"}}
    rows["questions/straight-to-panel"] = {"Answer": "Yes, once you have told them."}

    taken = take_in(place, [fill_in(file, rows)], TODAY)
    assert said_of(taken) == []
    taken.write()

    local = place / "data" / "local"
    changed = {f for f in project.rglob("*") if f.is_file()} - everything.keys()
    changed |= {f for f, was in everything.items() if f.read_bytes() != was}
    names = ("contacts", "passages", "questions", "sources")
    assert changed == {local / f"{name}.yml" for name in names}
    data = load_site(place)
    assert examine(place, today=max(TODAY, last_day(data))).faults == []
    for record in ("front-door-hours", "straight-to-panel"):
        kind = "questions" if record in data.kinds["questions"] else "passages"
        assert data.kinds[kind][record].standing == "confirmed"
    # What was there is there still, but for the standing of one contact.
    for file in changed & everything.keys():
        before, after = everything[file].decode(), file.read_text(encoding="utf-8")
        lost = [line for line in before.splitlines() if line not in after.splitlines()]
        assert lost == [], file
