"""The question sheet and the form: what is asked, of whom, in which order."""

from datetime import date

import pytest
from docx import Document
from openpyxl import load_workbook
from sheets import TODAY, fill_in, make_asking, sheet_of

from macros.facts.site_data import load_site
from macros.schema.kinds.gaps import Gap
from publish.questions.asked import asked
from publish.questions.columns import COLUMNS, FILLED_IN
from publish.questions.form import write_form
from publish.questions.reasons import ABOUT
from publish.questions.taken_in import take_in

GAP = "gaps/example-question"
CRITICAL = ["contacts/example-helpline", "crisis.cards/harmed"]


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return make_asking(tmp_path_factory.mktemp("asking"))


@pytest.fixture(scope="module")
def book(small):
    return load_workbook(sheet_of(small, small / "ready" / "questions.xlsx"))


@pytest.mark.everywhere
def test_every_open_question_of_a_place_is_asked_once(root, data):
    ids = [question.id for question in asked(root, data, TODAY)]

    assert len(ids) == len(set(ids))
    assert {f"{kind}/{fact.id}" for kind, fact in data.to_confirm()} <= set(ids)


@pytest.mark.everywhere
def test_what_is_critical_to_safety_comes_first_and_sources_last(root, data):
    found = asked(root, data, TODAY)
    parts = [0 if q.critical else 2 if q.sort == "source" else 1 for q in found]
    critical = {question.id for question in found if question.critical}

    assert parts == sorted(parts)
    assert {
        f"contacts/{data.site.front_door}",
        f"contacts/{data.site.police}",
    } <= critical
    assert "gaps/front-door-hours" in critical


@pytest.mark.everywhere
def test_every_question_says_why_it_matters_who_may_know_and_where_it_shows(root, data):
    for question in asked(root, data, TODAY):
        assert question.matters, question.id
        assert question.knows, question.id
        assert question.meanwhile, question.id
        assert question.where, question.id
        for title, address in question.where:
            page = data.pages[address.partition("#")[0]]
            assert title == page.meta.title


@pytest.mark.everywhere
def test_only_sources_and_numbers_of_the_place_itself_are_asked_about(root, data):
    for question in asked(root, data, TODAY):
        if question.sort in ("source", "number"):
            file = data.file_of(question.kind, question.record)
            assert file.startswith("data/local/"), question.id


def test_each_part_of_the_questions_has_its_reason_and_who_may_know():
    assert set(ABOUT) == set(Gap.model_fields["about"].annotation.__args__)


def test_the_sheet_has_a_row_for_each_question_below_one_row_of_headings(small, book):
    rows = [[cell.value for cell in row] for row in book["Questions"].iter_rows()]

    assert book.sheetnames == ["Questions", "Sources", "How to"]
    assert rows[0] == [column.title for column in COLUMNS]
    assert [row[0] for row in rows[1:]] == [*CRITICAL, GAP]
    assert rows[3][1] == "When does the panel meet?"
    assert rows[3][3] == "Prepare for the panel: https://hsb.example.org/prepare/"
    assert book["Sources"]["A2"].value == "sources/example-guide"


def test_only_what_is_to_be_filled_in_can_be_typed_in(book):
    for sheet in (book["Questions"], book["Sources"]):
        assert sheet.protection.sheet
        assert not sheet.protection.password
        for cell, column in zip(sheet[2], COLUMNS, strict=True):
            assert cell.protection.locked is not column.filled_in


def test_the_sheet_offers_what_may_be_typed_and_says_how(book):
    rules = {
        str(rule.sqref): rule
        for rule in book["Questions"].data_validations.dataValidation
    }

    assert rules["K2:K4"].formula1 == '"yes,no,yes with the name"'
    assert {rule.promptTitle for rule in rules.values()} == {c.title for c in FILLED_IN}
    assert all(len(rule.prompt) <= 255 for rule in rules.values())


def test_the_sheet_prints_on_a4_across_with_its_headings_on_each_side(book):
    sheet = book["Questions"]

    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == (
        "landscape",
        9,
    )
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$1:$1", "C2")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert all(cell.alignment.wrap_text for row in sheet.iter_rows() for cell in row)


def test_who_listens_is_told_the_title_and_the_language(small, book, tmp_path):
    data = load_site(small)
    write_form(asked(small, data, TODAY), data.site, tmp_path / "q.docx", TODAY)
    document = Document(str(tmp_path / "q.docx"))

    for about in (book.properties, document.core_properties):
        assert about.title == f"Questions for {data.site.partnership}"
        assert about.language == data.site.lang
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings == [
        "Critical to safety",
        "Sources: please check that each still stands",
    ]


def test_the_form_asks_the_same_as_the_sheet(small, tmp_path):
    data = load_site(small)
    write_form(asked(small, data, TODAY), data.site, tmp_path / "q.docx", TODAY)
    tables = Document(str(tmp_path / "q.docx")).tables

    ids = [table.rows[0].cells[1].text for table in tables]
    assert ids == [question.id for question in asked(small, data, TODAY)]
    for table in tables:
        boxes = [row.cells[0].text for row in table.rows]
        assert boxes[-4:] == [column.title for column in FILLED_IN]


def test_the_same_questions_give_the_same_bytes(small, tmp_path, monkeypatch):
    data = load_site(small)
    made = []
    for name in ("one", "other"):
        # Each file says when it was made, and a zip says it of each part.
        monkeypatch.setattr("time.time", lambda name=name: 2e9 + len(name) * 1e6)
        file = sheet_of(small, tmp_path / f"{name}.xlsx")
        form = tmp_path / f"{name}.docx"
        write_form(asked(small, data, TODAY), data.site, form, TODAY)
        made.append((file.read_bytes(), form.read_bytes()))

    assert made[0] == made[1]
    assert (
        sheet_of(small, tmp_path / "later.xlsx", date(2026, 12, 1)).read_bytes()
        != (made[0][0])
    )


def test_what_was_confirmed_is_asked_again_after_its_time(tmp_path):
    own = make_asking(tmp_path / "own")
    file = sheet_of(own, tmp_path / "back.xlsx")
    rows = {GAP: {}, **{one: {"Answer": "yes"} for one in CRITICAL}}
    take_in(own, [fill_in(file, rows)], TODAY).write()
    data = load_site(own)

    def ids(today):
        return [question.id for question in asked(own, data, today)]

    assert ids(TODAY) == ["sources/example-guide"]
    assert ids(date(2027, 3, 1))[0] == "contacts/example-helpline"
    assert "passages/example-question" not in ids(date(2027, 3, 1))
    assert "passages/example-question" in ids(date(2027, 12, 1))
