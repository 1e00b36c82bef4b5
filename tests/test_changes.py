"""A change to several files: what they will hold, and what would be wrong then."""

import pytest
from small import make_small, promise

from macros.problems import Problem
from publish.changes import Change, line_before


@pytest.fixture
def small(tmp_path):
    return make_small(tmp_path)


def test_a_file_is_read_as_it_will_be(tmp_path):
    (tmp_path / "a.md").write_bytes("\u00e9\r\n".encode())
    change = Change(tmp_path)

    assert change.text("a.md") == "\u00e9\r\n"
    assert change.text("b.md") == ""
    change.set("a.md", "b")
    assert change.text("a.md") == "b"
    change.set("a.md", None)
    assert change.text("a.md") == ""


def test_only_what_differs_is_a_change(tmp_path):
    (tmp_path / "a.md").write_text("a", encoding="utf-8")
    change = Change(tmp_path)

    change.set("a.md", "a")
    change.set("b.md", "")
    assert change.texts == {}
    change.set("a.md", "b")
    change.set("c.md", None)
    assert change.texts == {"a.md": "b", "c.md": None}


@pytest.mark.parametrize("how", ["folder", "bytes"])
def test_a_file_that_cannot_be_read_is_said(tmp_path, how):
    if how == "folder":
        (tmp_path / "a.yml").mkdir()
    else:
        (tmp_path / "a.yml").write_bytes(b"\xff\xfe")

    with pytest.raises(ValueError, match=r"^a\.yml cannot be read: save it as UTF-8$"):
        Change(tmp_path).text("a.yml")


def test_the_files_of_a_folder_come_in_order(tmp_path):
    for name in ("data/b.yml", "data/in/a.yml", "data/a.yml", "data/a.txt", "a.yml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    found = list(Change(tmp_path).files("data", "*.yml"))

    assert found == ["data/a.yml", "data/b.yml", "data/in/a.yml"]


@pytest.mark.parametrize("copied", [False, True])
def test_a_change_is_made_here_or_in_a_copy(tmp_path, copied):
    here, copy = tmp_path / "here", tmp_path / "copy"
    for folder in (here, copy):
        for name in ("a/gone.md", "b/gone.md", "b/kept.md", "old.md"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text("a", encoding="utf-8")
    change = Change(here)
    for name in ("a/gone.md", "b/gone.md", "c.md"):
        change.set(name, None)
    change.set("old.md", "\u00e9\r\n")
    change.set("new/deep/a.md", "b")
    change.set("new/b.md", "b")

    change.write(copy if copied else None)

    made, other = (copy, here) if copied else (here, copy)
    files = {p.relative_to(made).as_posix() for p in made.rglob("*")}
    assert files == {
        *("b", "b/kept.md", "old.md", "new", "new/deep", "new/deep/a.md", "new/b.md"),
    }
    assert (made / "old.md").read_bytes() == "\u00e9\r\n".encode()
    assert (other / "old.md").read_bytes() == b"a"
    assert (other / "a/gone.md").exists()


def test_only_what_the_change_brings_is_a_new_fault(small):
    page = small / "docs/prepare.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text}\n[a](gone.md)\n", encoding="utf-8")
    lines = len(text.splitlines())
    change = Change(small)

    change.set("docs/prepare.md", f"{text}\n\n\n[a](gone.md)\n\n[b](away.md)\n")

    (fault,) = change.new_faults()
    assert (fault.file, fault.line) == ("docs/prepare.md", lines + 3)
    assert "away.md" in fault.message
    assert page.read_text(encoding="utf-8") == f"{text}\n[a](gone.md)\n"


def test_the_same_fault_once_more_is_a_new_one(small):
    page = small / "docs/prepare.md"
    text = page.read_text(encoding="utf-8") + "\n[a](gone.md)\n"
    page.write_text(text, encoding="utf-8")
    change = Change(small)

    change.set("docs/prepare.md", f"{text}\n[a](gone.md)\n")

    assert ["gone.md" in fault.message for fault in change.new_faults()] == [True]


def test_a_change_of_nothing_brings_no_faults(small):
    promise(small, "/\n/prepare/\n/gone/\n")

    assert Change(small).new_faults() == []


def test_all_that_decides_is_tried_with_the_change(small):
    promise(small, "/\n/prepare/\n")
    change = Change(small)
    change.set("docs/prepare.md", None)

    files = {fault.file for fault in change.new_faults()}

    assert {"addresses.txt", "docs/index.md", "mkdocs.yml"} <= files


def test_a_fault_of_a_page_that_moves_is_said_where_it_is_today(small):
    text = (small / "docs/prepare.md").read_text(encoding="utf-8")
    change = Change(small)
    change.set("docs/prepare.md", None)
    change.set("docs/help.md", f"{text}\n[b](away.md)\n")
    change.came["docs/help.md"] = "docs/prepare.md"

    said = {(p.file, p.line) for p in change.new_faults() if "away.md" in p.message}

    assert said == {("docs/prepare.md", len(text.splitlines()) + 1)}


def test_a_problem_keeps_all_but_its_place():
    class Known(Change):
        def text(self, file):
            return "a\nb\nc" if file == "old.md" else super().text(file)

    change = Known("nowhere", {"new.md": "x\na\nb\nc", "gone.md": None})
    change.came["new.md"] = "old.md"
    problem = Problem("other.md", 3, "m", code="c", kind="k", id="i", mend="n")

    assert change._today(problem) is problem
    gone = Problem("gone.md", 3, "m")
    assert change._today(gone) is gone


@pytest.mark.parametrize(
    ("was", "now", "lines"),
    [
        ("abcd", "axd", {1: 1, 2: 2, 3: 4}),
        ("abcd", "nabcd", {1: 1, 2: 1, 5: 4}),
        ("abcd", "cd", {1: 3, 2: 4}),
        ("abcd", "abcdxy", {4: 4, 5: 4, 6: 4}),
        ("abc", "axyzc", {2: 2, 3: 2, 4: 2, 5: 3}),
        ("abcde", "axye", {2: 2, 3: 3, 4: 5}),
        ("a", "a", {7: 7}),
    ],
)
def test_a_line_has_the_number_of_today_or_the_nearest(was, now, lines):
    found = {line: line_before(list(was), list(now), line) for line in lines}

    assert found == lines


def test_a_link_among_the_files_is_tried_as_a_link(small):
    (small / "docs/a.md").symlink_to(small / "docs/prepare.md")
    change = Change(small)
    change.set("docs/b.txt", "a")

    assert [fault.file for fault in change.new_faults()] == ["docs/b.txt"]


def test_lines_that_come_often_are_told_apart_in_a_long_file():
    was = ["", "a", *[""] * 300, "b"]

    assert line_before(was, ["x", *was], 3) == 2
    assert line_before(was, ["x", *was], 200) == 199
    assert line_before(["", *was], ["x", *was], 200) == 200
