"""A page or a place under another name: who names it follows, the old address leads on.

A case has what is moved, and what the files of the small project hold then.
"""

from datetime import date

import pytest
from conftest import cases_of
from small import make_small, promise

from macros.checks.examination import examine
from macros.reading.promises import read_promises
from publish.__main__ import main
from publish.move import move

DAY = date(2026, 11, 24)
PROMISED = """\
/
/prepare/ since 1.0
/prepare/#what-to-have-ready since 1.0
/prepare/#prepare-first of steps
/prepare/#old-step of steps withdrawn 2026-11-20: It is part of the form.
"""


@pytest.fixture
def small(tmp_path):
    make_small(tmp_path)
    promise(tmp_path, PROMISED)
    assert examine(tmp_path).faults == []
    return tmp_path


def listed(small):
    """The lines of the list, without its head."""
    return [str(p) for p in read_promises(small, []).values()]


@pytest.mark.parametrize("case", cases_of("move"))
def test_who_names_it_follows(case, small):
    for edit in case.get("edits", ()):
        file = small / edit["in"]
        text = file.read_text(encoding="utf-8")
        assert edit["find"] in text
        file.write_text(text.replace(edit["find"], edit["type"], 1), encoding="utf-8")

    for old, new in case["moves"]:
        move(small, old, new, DAY).write()

    assert examine(small).faults == []
    for name, lines in case["holds"].items():
        held = (small / name).read_text(encoding="utf-8").split("\n")
        assert [line for line in lines if line not in held] == [], name
    for name in case.get("gone", ()):
        assert not (small / name).exists()
    if "list" in case:
        assert listed(small) == case["list"]


@pytest.mark.parametrize("case", cases_of("unmoved"))
def test_what_cannot_be_moved_is_refused_with_what_to_do(case, small, capsys):
    before = {p: p.read_bytes() for p in small.rglob("*") if p.is_file()}

    code = main(["--root", str(small), "move", case["old"], case["new"]])

    assert code == 1
    assert capsys.readouterr().err.strip().split("\n") == case["says"]
    assert {p: p.read_bytes() for p in small.rglob("*") if p.is_file()} == before


def test_the_rest_of_a_move_by_hand_is_done(small):
    """The editor renamed the file, and a build said what to type."""
    (small / "docs/prepare.md").rename(small / "docs/get-ready.md")
    said = [p.said for p in examine(small).faults if p.file == "addresses.txt"]

    assert said == [
        "/prepare/ was published, and its page is gone; it looks as if it became "
        "docs/get-ready.md: type 'make move FROM=prepare TO=get-ready', or give the "
        "file its old name"
    ]
    move(small, "prepare", "get-ready", DAY).write()
    assert examine(small).faults == []


def test_line_ends_stay_as_they_were(small):
    file = small / "docs/index.md"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))

    move(small, "prepare", "help", DAY).write()

    text = file.read_bytes()
    assert b"(help.md#what-to-have-ready)" in text
    assert text.count(b"\n") == text.count(b"\r\n")


def test_a_page_that_moved_back_answers_at_its_first_address(small):
    move(small, "prepare", "help", DAY).write()
    move(small, "help", "prepare", DAY).write()

    assert examine(small).faults == []
    assert "/prepare/ since 1.0" in listed(small)
    assert "/help/ moved 2026-11-24 to /prepare/" in listed(small)
