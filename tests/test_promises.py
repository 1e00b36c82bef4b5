"""The lines of the list of published addresses: each read to the letter, or refused."""

from datetime import date

import pytest

from macros.problems import Problem
from macros.reading.promises import (
    FORM,
    Promise,
    as_list,
    as_promise,
    once_published,
    read_promises,
    was_kept,
    write_promises,
)

DAY = date(2026, 11, 24)
HEAD = "# Published addresses.\n# There are {} addresses.\n"


@pytest.mark.parametrize(
    ("line", "promise"),
    [
        ("/", Promise("/", 3)),
        ("/a-b/c_d/1.0/", Promise("/a-b/c_d/1.0/", 3)),
        ("/a/#b", Promise("/a/#b", 3)),
        ("/#\u00e9", Promise("/#\u00e9", 3)),
        ("/a/#b of terms", Promise("/a/#b", 3, "terms", "b")),
        ("/a/#b of a.points/c-1", Promise("/a/#b", 3, "a.points", "c-1")),
        ("/a/ since 1.0-rc.1", Promise("/a/", 3, release="1.0-rc.1")),
        (
            "/a/#b of terms/c since 2 moved 2026-11-24 to /d/#e",
            Promise("/a/#b", 3, "terms", "c", "2", DAY, "/d/#e"),
        ),
        (
            "/a/ withdrawn 2026-11-24: Gone: ring 111.",
            Promise("/a/", 3, changed=DAY, note="Gone: ring 111."),
        ),
    ],
)
def test_a_line_says_what_was_promised_and_is_written_the_same(line, promise):
    problems = []

    assert as_promise(line, 3, problems) == promise
    assert str(promise) == line
    assert problems == []


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("a/", FORM),
        ("/a", FORM),
        ("//a/", FORM),
        ("/../", FORM),
        ("/a/#b c", FORM),
        ('/a/#"b', FORM),
        ("/a/#<b", FORM),
        ("/a/ of", FORM),
        ("/a/ moved 2026-11-24", FORM),
        ("/a/ moved 2026-11-24 to https://a.org/", FORM),
        ("/a/ moved 24-11-2026 to /b/", FORM),
        ("/a/ withdrawn 2026-11-24:", FORM),
        ("/a/ withdrawn 2026-11-24: ", FORM),
        ("/a/ moved 2026-11-31 to /b/", "'2026-11-31' is not a day of the calendar"),
        ("/a/ withdrawn 2026-13-01: a", "'2026-13-01' is not a day of the calendar"),
        (
            "/a/ withdrawn 2026-11-24: <b>a",
            "what a visitor is told holds HTML: write plain words, without '<'",
        ),
    ],
)
def test_a_line_that_is_no_promise_is_said(line, says):
    problems = []

    assert as_promise(line, 7, problems) is None
    assert problems == [Problem("addresses.txt", 7, says, code="promise-unreadable")]


def test_the_page_and_the_place_of_an_address_are_told_apart():
    promise = Promise("/a/b/#c")

    assert (promise.page, promise.name) == ("/a/b/", "c")
    assert (Promise("/a/").page, Promise("/a/").name) == ("/a/", "")


def test_a_list_is_read_with_the_lines_of_its_promises(tmp_path):
    text = HEAD.format(2) + "\n  /b/  \n# a note\n/a/#c\n"
    (tmp_path / "addresses.txt").write_text(text, encoding="utf-8")
    problems = []

    assert read_promises(tmp_path, problems) == {
        "/b/": Promise("/b/", 4),
        "/a/#c": Promise("/a/#c", 6),
    }
    assert problems == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "this file is empty: put its lines back"),
        (" \n\n", "this file is empty: put its lines back"),
        (
            "/a/\n",
            "the line that counts this list is gone: "
            "put it back: '# There are 1 addresses.'",
        ),
        (
            HEAD.format(3) + "/a/\n",
            "lines of this list are gone (2): put them back as they were",
        ),
        (HEAD.format(1) + "/a/\n/b/\n", None),
        (HEAD.format(0), None),
    ],
)
def test_a_list_that_was_longer_is_told(tmp_path, text, said):
    (tmp_path / "addresses.txt").write_text(text, encoding="utf-8")
    problems = []
    read_promises(tmp_path, problems)

    place = [] if said is None else [f"addresses.txt:1: {said}"]
    assert [str(problem) for problem in problems] == place
    assert {problem.code for problem in problems} <= {"promises-cut"}


def test_a_line_that_cannot_be_read_is_counted_and_no_other_is_lost(tmp_path):
    text = HEAD.format(3) + "/a/\nb\n/c/\n"
    (tmp_path / "addresses.txt").write_text(text, encoding="utf-8")
    problems = []

    assert list(read_promises(tmp_path, problems)) == ["/a/", "/c/"]
    assert [(p.line, p.code) for p in problems] == [(4, "promise-unreadable")]


def test_a_list_that_is_no_text_is_said(tmp_path):
    (tmp_path / "addresses.txt").write_bytes(b"\xff\xfe/\x00")
    problems = []

    assert read_promises(tmp_path, problems) == {}
    assert [problem.file for problem in problems] == ["addresses.txt"]


@pytest.mark.parametrize(
    ("index", "kept"),
    [
        (b"DIRC..addresses.txt\0..", True),
        (b"DIRC..addresses.txt.bak\0..", False),
        (b"DIRC", False),
    ],
)
def test_git_says_whether_there_was_a_list(tmp_path, index, kept):
    assert not was_kept(tmp_path)
    (tmp_path / ".git").mkdir()
    assert not was_kept(tmp_path)
    (tmp_path / ".git/index").write_bytes(index)
    other = tmp_path / "other"
    other.mkdir()
    (other / ".git").write_text("gitdir: ../.git\n", encoding="utf-8")

    assert was_kept(tmp_path) is kept
    assert was_kept(other) is kept
    problems = []
    assert read_promises(tmp_path, problems) == {}
    wrong = "this list of published addresses is missing"
    mend = "put it back, as git has it"
    missing = Problem("addresses.txt", 1, wrong, code="promises-cut", mend=mend)
    assert problems == ([missing] if kept else [])


def test_a_second_copy_whose_note_is_no_text_keeps_nothing(tmp_path):
    (tmp_path / ".git").write_bytes(b"\xff")

    assert not was_kept(tmp_path)


def test_the_list_is_written_in_order_with_its_count(tmp_path):
    promises = [Promise("/b/"), Promise("/a/#c", 9, "terms", "c"), Promise("/a/")]

    write_promises(tmp_path, promises)

    written = (tmp_path / "addresses.txt").read_bytes().decode("utf-8")
    assert written == as_list(promises)
    assert written.splitlines()[-4:] == [
        *("# There are 3 addresses.", "/a/", "/a/#c of terms", "/b/"),
    ]
    assert "\r" not in written
    assert list(read_promises(tmp_path, [])) == ["/a/", "/a/#c", "/b/"]


def test_a_list_is_written_with_one_end_of_line_on_every_machine(tmp_path, monkeypatch):
    given = {}
    monkeypatch.setattr(
        "pathlib.Path.write_text", lambda self, text, **how: given.update(how)
    )

    write_promises(tmp_path, [Promise("/\u00e9/")])

    assert given == {"encoding": "utf-8", "newline": "\n"}


def test_what_was_published_is_known_by_its_kind():
    promises = [
        Promise("/a/"),
        Promise("/a/#b", kind="terms", record="x"),
        Promise("/c/#y", kind="terms", record="y", changed=DAY, note="Gone."),
        Promise("/c/#d"),
    ]

    assert once_published({p.address: p for p in promises}) == {
        "pages": {"/a/", "/c/"},
        "terms": {"x", "y"},
    }
