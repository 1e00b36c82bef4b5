"""What is handed out: true to the facts, tagged, dated, and alike to the byte."""

import io
import itertools
import re
import shutil
import subprocess
import zipfile
from dataclasses import asdict, replace
from datetime import UTC, datetime, time

import pikepdf
import pytest
from conftest import PLACES, ROOT
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from macros.facts.site_data import load_site
from macros.library.handouts import ends_of
from macros.schema.kinds.contacts import Contact
from macros.schema.kinds.handouts import Piece
from publish.handouts.kept import kept_or, key_of, looks_of
from publish.handouts.made import STYLE, make, make_all, too_long
from publish.handouts.packed import write_kit
from publish.handouts.paper import ROOM, paper_of
from publish.handouts.plain import plain
from publish.handouts.sheets import sheet_of, sheets_of
from publish.handouts.slides import Maker

pytestmark = pytest.mark.whole
DAY = datetime.combine(datetime(2026, 11, 24), time(), UTC)
HOME = "https://hsb.example.org"
FACE = re.compile(r"/[A-Z]{6}\+AtkinsonHyperlegibleNext-(Regular|Bold)")


@pytest.fixture(scope="session")
def paper():
    return paper_of(ROOT / ROOM, ROOT / STYLE, DAY)


@pytest.fixture(scope="session")
def sheets(root, data):
    return {sheet.id: sheet for sheet in sheets_of(root, data)}


@pytest.fixture(scope="session")
def made(root, data):
    return make_all(root, data)


@pytest.fixture(scope="session")
def housed(root, data):
    """The sheets of a place that has an address."""
    site = data.site.model_copy(update={"address": HOME})
    return sheets_of(root, replace(data, settings=site))


def pdfs(made):
    for name, piece in made.items():
        for end, body in piece.files.items():
            if end.endswith(".pdf"):
                yield f"{name}{end}", pikepdf.open(io.BytesIO(body))


def elements(node, page=None):
    """Each element of a tree of tags in reading order: (tag, page, mark)."""
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from elements(one, page)
    elif isinstance(node, pikepdf.Dictionary):
        here = node.get("/Pg", page)
        if "/S" in node:
            yield str(node["/S"]), None, None
        if "/MCID" in node:
            yield "mark", here, int(node["/MCID"])
        yield from elements(node.get("/K", pikepdf.Array()), here)
    else:
        yield "mark", page, int(node)


@pytest.mark.everywhere
def test_each_piece_has_all_its_files(data, made):
    for piece in data.of(Piece).values():
        assert set(made[piece.id].files) == {*ends_of(piece), ".png"}
        assert all(made[piece.id].files.values())


@pytest.mark.everywhere
def test_each_pdf_says_what_it_is_in_which_language_and_of_which_day(data, made):
    for name, pdf in pdfs(made):
        piece = next(p for p in data.of(Piece).values() if name.startswith(p.id))
        assert str(pdf.Root.Lang) == data.site.lang, name
        assert pdf.Root.ViewerPreferences.DisplayDocTitle, name
        with pdf.open_metadata() as said:
            assert said["dc:title"] == f"{piece.name}, {data.site.name}"
            assert said["pdfuaid:part"] == "1"
            assert said["xmp:CreateDate"].startswith("2026-11-24T00:00:00")


@pytest.mark.everywhere
def test_each_pdf_is_tagged_and_read_in_the_order_in_which_it_stands(made):
    for name, pdf in pdfs(made):
        assert pdf.Root.MarkInfo.Marked, name
        tree = list(elements(pdf.Root.StructTreeRoot.K))
        heads = [tag for tag, *_ in tree if re.fullmatch(r"/H\d", tag)]
        assert heads[0] == "/H1", name
        assert heads.count("/H1") == 1, name
        levels = [int(tag[2]) for tag in heads]
        assert all(b - a <= 1 for a, b in itertools.pairwise(levels)), name
        marks = {}
        for tag, page, mark in tree:
            if tag == "mark":
                marks.setdefault(page.objgen if page else None, []).append(mark)
        assert all(found == sorted(found) for found in marks.values()), name


@pytest.mark.everywhere
def test_each_heading_of_a_piece_is_a_heading_of_its_pdf(made, sheets):
    for name, piece in made.items():
        pdf = pikepdf.open(io.BytesIO(piece.files[".pdf"]))
        found = [tag for tag, *_ in elements(pdf.Root.StructTreeRoot.K)]
        parts = len(sheets[name].sections)
        if sheets[name].form in ("poster", "card"):
            parts -= 1  # its first part is the name of the whole
        assert sum(tag in ("/H2", "/H3") for tag in found) >= parts, name


@pytest.mark.everywhere
def test_each_pdf_has_its_own_letters_and_no_others(made):
    for name, pdf in pdfs(made):
        fonts = {
            str(font.BaseFont)
            for page in pdf.pages
            for font in page.get("/Resources", {}).get("/Font", {}).values()
        }
        assert fonts, name
        assert all(FACE.match(font) for font in fonts), (name, fonts)


@pytest.mark.everywhere
def test_each_piece_fills_the_sides_that_it_may(data, made):
    for piece in made.values():
        pdf = pikepdf.open(io.BytesIO(piece.files[".pdf"]))
        assert len(pdf.pages) == piece.sides
    assert list(too_long(data, made)) == []


def test_a_piece_that_grew_too_long_is_said_at_its_record(data, made):
    sheet = data.get(Piece, "one-minute-guide")
    grown = {sheet.id: replace(made[sheet.id], sides=2)}

    [problem] = too_long(data, grown)

    assert str(problem) == (
        f"data/national/handouts.yml:{sheet.line}: the hand-out 'one-minute-guide' "
        "fills 2 sides, not 1: take a part out, show less ('full'), or allow more "
        "'sides'"
    )


@pytest.mark.everywhere
def test_the_poster_is_also_made_twice_as_large(made):
    pdf = pikepdf.open(io.BytesIO(made["poster"].files["-a3.pdf"]))
    wide, high = (float(x) for x in list(pdf.pages[0].MediaBox)[2:])
    assert (round(wide / 72 * 25.4), round(high / 72 * 25.4)) == (297, 420)


@pytest.mark.everywhere
def test_a_square_code_leads_to_the_page_of_its_piece(data, housed, paper, tmp_path):
    assert shutil.which("zbarimg"), "type: sh tests/servers.sh"
    pages = {f"{HOME}{address}" for address in data.pages}
    for sheet in housed:
        file = tmp_path / f"{sheet.id}.png"
        file.write_bytes(paper.pictures(sheet, 1000)[0])
        read = subprocess.run(
            ["zbarimg", "--quiet", "--raw", str(file)], capture_output=True, text=True
        )
        assert set(read.stdout.split()) == {sheet.lead.url}, sheet.id
        assert sheet.lead.url in pages


@pytest.mark.everywhere
def test_without_an_address_there_is_no_code_and_that_is_said(data, sheets):
    assert data.site.address is None
    for sheet in sheets.values():
        assert sheet.lead.code == ""
        assert "not confirmed" in sheet.lead.words
        assert sheet.lead.words in " ".join(plain(sheet).split())


@pytest.mark.everywhere
def test_each_says_that_it_is_a_draft_and_of_which_day(data, sheets):
    for sheet in sheets.values():
        words = " ".join(plain(sheet).split())
        assert data.site.draft in words
        assert data.site.status in words
        assert "24 November 2026" in words


@pytest.mark.everywhere
def test_a_number_on_a_hand_out_is_one_of_this_place(data, sheets):
    numbers = {c.phone for c in data.of(Contact).values() if c.phone}
    for sheet in sheets.values():
        calls = [b.call for s in sheet.sections for b in s.blocks if b.call]
        assert {call.phone for call in calls if call.phone} <= numbers
    calls = [b.call for s in sheets["poster"].sections for b in s.blocks if b.call]
    roles = (data.site.emergency, data.site.front_door, data.site.police)
    assert [c.phone for c in calls] == [data.get(Contact, r).phone for r in roles]


@pytest.mark.everywhere
def test_no_hand_out_has_a_name_of_another_place(root, made, sheets):
    others = [load_site(place).site for place in PLACES if place != root]
    names = {name for site in others for name in (site.area, site.short_name)}
    names |= {name for site in others for name in site.other_names}
    own = load_site(root).site.other_names
    for sheet in sheets.values():
        said = str(asdict(replace(sheet, sources=())))
        for name in names - set(own):
            assert not re.search(rf"\b{re.escape(name)}\b", said), (sheet.id, name)
    for word in words_of(made["slides"].files[".pptx"]):
        assert not any(re.search(rf"\b{re.escape(n)}\b", word) for n in names), word


@pytest.mark.everywhere
def test_what_is_not_known_here_shows_as_to_be_confirmed(sheets):
    opens = [
        words
        for section in sheets["one-minute-guide"].sections
        for block in section.blocks
        if block.look == "open"
        for words in block.text
    ]
    assert opens
    assert all(words.mark == "to be confirmed" for words in opens)


def test_a_question_that_two_kinds_share_is_asked_once(data):
    """A place that has said nothing of its panel has one question for two of them."""
    open_ = replace(data, kinds={**data.kinds, "panel": {}})
    sheet = sheet_of(open_, data.get(Piece, "before-and-after"), "version 1")
    section = next(s for s in sheet.sections if " for?" in s.title)

    asked = [words.text for block in section.blocks for words in block.text]
    assert len(asked) == len(set(asked)) == 1


@pytest.mark.everywhere
def test_a_sentence_that_was_read_names_its_source(sheets):
    for sheet in sheets.values():
        for section in sheet.sections:
            for block in section.blocks:
                ends = [e.text for e in block.entries if e.text] + [block.text]
                for words in (text[-1] for text in ends if text):
                    known = words.cites or words.mark or block.cites or block.mark
                    assert known or block.look == "say", (sheet.id, words.text)
                    assert all(0 < n <= len(sheet.sources) for n in words.cites)


def words_of(file):
    """Every word of a PowerPoint file, slide by slide, its notes as well."""
    for slide in Presentation(io.BytesIO(file)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield shape.text_frame.text
        if slide.has_notes_slide:
            yield slide.notes_slide.notes_text_frame.text


@pytest.mark.everywhere
def test_each_slide_has_a_title_and_each_shape_a_text_instead(housed, paper):
    sheet = next(sheet for sheet in housed if sheet.form == "slides")
    show = Presentation(io.BytesIO(Maker(sheet, paper.colours, DAY).file()))

    titles = [slide.shapes.title.text_frame.text for slide in show.slides]
    assert titles[1:-1] == [section.title for section in sheet.sections]
    assert all(titles)
    for slide in show.slides:
        for shape in slide.shapes:
            if shape.shape_type in (MSO_SHAPE_TYPE.PICTURE, MSO_SHAPE_TYPE.AUTO_SHAPE):
                assert shape._element.xpath(".//p:cNvPr/@descr")[0]
            if shape.is_placeholder:
                assert shape.text_frame.text, "an empty box is left"
    pictures = [s for p in show.slides for s in p.shapes if s.shape_type == 13]
    assert len(pictures) == 1  # the code: words are never a picture


@pytest.mark.everywhere
def test_the_notes_hold_all_that_a_slide_shows_by_name(made, sheets):
    show = Presentation(io.BytesIO(made["slides"].files[".pptx"]))
    for slide, section in zip(
        list(show.slides)[1:], sheets["slides"].sections, strict=False
    ):
        notes = " ".join(slide.notes_slide.notes_text_frame.text.split())
        assert section.notes in notes
        for block in section.more:
            for entry in block.entries:
                assert all(words.text in notes for words in entry.text)


@pytest.mark.everywhere
def test_the_slides_take_the_minutes_that_they_say(data, sheets):
    minutes = sum(section.minutes for section in sheets["slides"].sections)
    assert data.get(Piece, "slides").takes == "twenty minutes"
    assert minutes == 20


@pytest.mark.everywhere
def test_the_slides_say_their_language_and_no_day_of_the_clock(data, made):
    file = made["slides"].files[".pptx"]
    show = Presentation(io.BytesIO(file))
    assert show.core_properties.language == data.site.lang
    assert show.core_properties.modified == datetime(2026, 11, 24)
    with zipfile.ZipFile(io.BytesIO(file)) as packed:
        assert {part.date_time for part in packed.infolist()} == {
            (2026, 11, 24, 0, 0, 0)
        }


def test_the_answers_of_the_quiz_stand_below_all_its_questions(sheets):
    quiz = sheets["quiz"]
    assert len(quiz.sections) == 5
    text = plain(quiz)
    questions, _, answers = text.partition("THE ANSWERS")
    for section in quiz.sections:
        assert section.title in questions
        assert section.blocks[0].text[0].text[:40] not in questions
        assert section.blocks[0].pages
        assert f"Read more: {section.blocks[0].pages[0]}" in answers


@pytest.mark.everywhere
def test_the_check_asks_the_same_before_and_after_and_answers_below(sheets):
    check = sheets["before-and-after"]
    asked, _, answers = plain(check).partition("THE ANSWERS")

    assert len(check.sections) == 4, "three questions, and a count"
    for section in check.sections[:3]:
        assert section.title in asked
        assert section.title.upper() in answers
    assert asked.count("Before:") == asked.count("After:") == 3
    assert check.sections[3].title not in asked


@pytest.mark.everywhere
def test_no_title_of_a_question_names_a_panel_by_any_other_name(root, data):
    """Fixed text would stand in every place, whatever its panel is called."""
    file = root / "data/national/handouts.yml"
    text = (file if file.exists() else ROOT / "data/national/handouts.yml").read_text()
    titles = re.findall(r"^  (?:title|name): (.*)$", text, re.M)
    assert any("[[panel_short]]" in title for title in titles)
    assert not [
        t for t in titles if re.search(r"\bpanel\b", t.lower()) and "[[" not in t
    ]


def test_the_plain_text_has_short_lines_of_plain_signs(made):
    for piece in made.values():
        text = piece.files[".txt"].decode("utf-8")
        assert max(map(len, text.splitlines())) <= 76
        assert "{" not in text
        assert "[[" not in text


def test_made_twice_it_is_the_same_to_the_byte(sheets, paper):
    for sheet in sheets.values():
        assert make(sheet, paper, DAY) == make(sheet, paper, DAY), sheet.id


def test_only_what_changed_is_made_again(sheets, paper, tmp_path):
    looks, made = looks_of(paper), []
    poster = sheets["poster"]
    renamed = replace(poster, title="Another title")
    for sheet in (poster, poster, renamed):
        key = key_of(sheet, looks)
        kept_or(
            tmp_path, key, lambda s=sheet: made.append(s.title) or make(s, paper, DAY)
        )

    assert made == [poster.title, "Another title"]
    assert key_of(poster, "other looks") != key_of(poster, looks)


def test_what_was_kept_and_got_broken_is_made_again(sheets, paper, tmp_path):
    poster = sheets["poster"]
    first = kept_or(tmp_path, "key", lambda: make(poster, paper, DAY))
    (tmp_path / "key.json").write_text('{"sides": 1', encoding="utf-8")

    assert kept_or(tmp_path, "key", lambda: make(poster, paper, DAY)) == first


@pytest.mark.everywhere
def test_the_page_offers_each_file_and_each_is_there(site, data):
    page = (site / "kit/index.html").read_text(encoding="utf-8")
    offered = set(re.findall(r'(?:href|src)="(files/[^"]+)"', page))
    there = {f"files/{f.name}" for f in (site / "kit/files").iterdir()}
    assert offered == there
    assert all("sex" not in name for name in there)


@pytest.mark.everywhere
def test_the_zip_has_every_file_and_says_what_each_is(site, data, tmp_path):
    pieces = data.of(Piece).values()
    for name in ("one.zip", "two.zip"):
        assert write_kit(site, data, tmp_path / name) == len(pieces)

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as packed:
        names = {f"hsb-kit/{p.id}{end}" for p in pieces for end in ends_of(p)}
        texts = (site / "kit/campaign/files").iterdir()
        names |= {f"hsb-kit/words-to-send/{file.name}" for file in texts}
        assert set(packed.namelist()) == {"hsb-kit/READ-ME-FIRST.txt", *names}
        words = packed.read("hsb-kit/READ-ME-FIRST.txt").decode("utf-8")
    assert all(piece.name in words and piece.what in words for piece in pieces)
    assert "2026-11-24" in words


@pytest.mark.everywhere
def test_a_slide_says_what_was_read_in_part_and_what_is_open(made, sheets):
    show = Presentation(io.BytesIO(made["slides"].files[".pptx"]))
    for slide, section in zip(
        list(show.slides)[1:], sheets["slides"].sections, strict=False
    ):
        said = " ".join(s.text_frame.text for s in slide.shapes if s.has_text_frame)
        for words in (words for block in section.blocks for words in block.text):
            assert words.text in said
            assert f"({words.mark})" in said or not words.mark, section.title
