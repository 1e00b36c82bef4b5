"""A page or a place under another name: who names it follows, the old address leads on.

A case has what is moved, and what the files of the small project hold then.
"""

import re
from datetime import date

import pytest
from conftest import cases_of
from small import make_small, promise

from macros.checks.examination import examine
from macros.reading.pages import PageSource
from macros.reading.promises import read_promises
from publish.__main__ import main
from publish.changes import Change
from publish.move import SHORT, address_typed, move, name_heading, new_path, place_of

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


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        *(
            ("prepare", "/prepare/"),
            ("/prepare/", "/prepare/"),
            (" prepare ", "/prepare/"),
        ),
        *(("docs/prepare.md", "/prepare/"), ("panel/prepare", "/panel/prepare/")),
        *(("panel/index.md", "/panel/"), ("docs/index.md", "/"), ("/", "/"), ("", "/")),
        *(("index", "/"), ("docs", "/docs/"), ("predocs/", "/predocs/")),
    ],
)
def test_a_page_may_be_named_as_editors_do(typed, address):
    assert address_typed(typed) == address
    assert place_of(f"{typed}# a-b ") == f"{address}#a-b"
    assert place_of(typed) == address


def source_of(path):
    return PageSource(path, None, None, "", 1)


@pytest.mark.parametrize(
    ("typed", "path", "headed"),
    [
        ("help", "help.md", "help/index.md"),
        (" /help/ ", "help.md", "help/index.md"),
        ("docs/more/help", "more/help.md", "more/help/index.md"),
        ("help.md", "help.md", "help.md"),
        ("docs/help/index.md", "help/index.md", "help/index.md"),
    ],
)
def test_a_page_that_heads_a_folder_heads_its_new_one(typed, path, headed):
    assert new_path(typed, None) == path
    assert new_path(typed, source_of("prepare.md")) == path
    assert new_path(typed, source_of("panel/index.md")) == headed


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("Help", f"'Help' is not the name of a page: {SHORT}"),
        ("a/b c", f"'a/b c' is not the name of a page: {SHORT}"),
        ("../a", f"'../a' is not the name of a page: {SHORT}"),
        ("a.b", f"'a.b' is not the name of a page: {SHORT}"),
        ("", f"'' is not the name of a page: {SHORT}"),
        ("assets/a", "assets/ is the theme's folder: choose another one"),
        ("a/sexting", "school filters refuse addresses that hold 'sex'"),
    ],
)
def test_a_name_that_no_page_may_have_is_refused(typed, says):
    with pytest.raises(ValueError, match=f"^{re.escape(says)}$"):
        new_path(typed, None)


def refused(small, old, new):
    with pytest.raises(ValueError) as error:  # noqa: PT011 what it says is compared
        move(small, old, new, DAY)
    return str(error.value)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("prepare", "index#A", f"'A' is not the name of a place: {SHORT}"),
        ("prepare", "index#sex", f"'sex' is not the name of a place: {SHORT}"),
        (
            "prepare#what-to-have-ready",
            "index",
            f"'' is not the name of a place: {SHORT}",
        ),
        (
            "index#who-to-ring",
            "prepare#who-to-ring",
            "the heading is still in docs/index.md: put it into docs/prepare.md first",
        ),
        (
            "help#a",
            "index#a",
            "there is no /help/#a: look at the addresses in addresses.txt",
        ),
        ("gone", "help", "there is no page /gone/: it moved to /prepare/"),
        ("away", "help", "there is no page /away/: choose from: prepare"),
        ("  ", "help", "say what and where to: make move FROM=support TO=help"),
        ("prepare", " ", "say what and where to: make move FROM=support TO=help"),
        (
            "prepare",
            "lost",
            "/lost/ was another page's, which was withdrawn: choose another",
        ),
        (
            "prepare#prepare-first",
            "index#prepare-first",
            "/prepare/ shows the record 'prepare-first' still: take it out there first",
        ),
    ],
)
def test_what_cannot_be_moved_is_said(small, old, new, says):
    promise(
        small,
        f"{PROMISED}/gone/ moved 2026-11-01 to /prepare/\n"
        "/lost/ withdrawn 2026-11-01: Gone.\n",
    )

    assert says in refused(small, old, new)


def test_a_record_moves_to_where_it_is_shown(small):
    page = small / "docs/prepare.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace('{{ steps("prepare") }}', "Words."), encoding="utf-8")

    assert refused(small, "prepare#prepare-first", "index#prepare-first") == (
        "/ does not show the record 'prepare-first': show it there first"
    )


def test_a_page_that_became_a_part_of_another_leads_there(small):
    (small / "docs/prepare.md").unlink()
    index = small / "docs/index.md"
    text = index.read_text(encoding="utf-8").replace("## Who to ring", "## Ready")
    index.write_text(f"{text}\n[a](prepare.md) [b](prepare.md#old)\n", encoding="utf-8")

    change = move(small, "prepare", "index#ready", DAY)

    assert "\n[a](index.md#ready) [b](prepare.md#old)\n" in change.text("docs/index.md")
    assert change.text("data/local/terms.yml").count("/#ready") == 1
    held = change.text("addresses.txt").splitlines()
    assert "/prepare/ since 1.0 moved 2026-11-24 to /#ready" in held
    assert "/#ready" in held


def test_a_page_that_was_never_published_leaves_the_list_alone(small):
    promise(small, "/\n")

    change = move(small, "prepare", "help", DAY)

    assert "/help/" not in change.text("addresses.txt")
    assert change.texts["docs/prepare.md"] is None
    assert change.came == {"docs/help.md": "docs/prepare.md"}


def test_a_page_that_heads_a_folder_goes_with_it(small):
    (small / "docs/panel").mkdir()
    text = (small / "docs/prepare.md").read_text(encoding="utf-8")
    (small / "docs/prepare.md").unlink()
    text = text.replace("(index.md)", "(../index.md)")
    (small / "docs/panel/index.md").write_text(text, encoding="utf-8")
    promise(small, "/\n/panel/\n")

    change = move(small, "panel", "more/panel", DAY)

    assert change.texts["docs/panel/index.md"] is None
    assert "title: Prepare" in change.texts["docs/more/panel/index.md"]
    assert "[start here](../../index.md)" in change.texts["docs/more/panel/index.md"]
    assert "/panel/ moved 2026-11-24 to /more/panel/" in change.text("addresses.txt")


def test_a_page_may_move_into_a_folder_of_its_name(small):
    change = move(small, "prepare", "prepare/index.md", DAY)

    assert "  - prepare/index.md" in change.text("mkdocs.yml")
    assert change.texts["docs/prepare.md"] is None
    assert "addresses.txt" not in change.texts


def test_what_is_left_out_here_follows_too(small):
    """A page or a part that needs what this place has not: its records may come."""
    page = small / "docs/prepare.md"
    head, text = page.read_text(encoding="utf-8").split("\n# ", 1)
    link = 'Go to [preparing](prepare.md). {{ resources(page="/prepare/") }}'
    part = f"## Later {{ #later needs=passages/to-come }}\n\n{link}"
    left = head.replace("---\n", "---\nneeds: [passages/to-come]\n", 1)
    later = f"{left}\n# {text.partition(chr(10))[0]}\n\n{link}\n"
    page.write_text(f"{head}\n# {text}\n\n{part}\n", encoding="utf-8")
    (small / "docs/later.md").write_text(later, encoding="utf-8")

    change = move(small, "prepare", "more/ready", DAY)

    ready = 'Go to [preparing]({}). {{{{ resources(page="/more/ready/") }}}}'
    assert ready.format("more/ready.md") in change.text("docs/later.md")
    assert ready.format("ready.md") in change.text("docs/more/ready.md")


HEADINGS = (
    "## Ready\r\n\r\nReady\r\n\r\n### Other {: #ready }\r\n  \r\n## Ready { #now }  \n"
    "##  Ready  "
)


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("## Ready", "## Ready { #new }"),
        ("## Be ready { #ready needs=audit }", "## Be ready { #new needs=audit }"),
        (
            '## Be ready {: needs="audit lado" #ready}',
            '## Be ready { #new needs="audit lado" }',
        ),
        ("## Ready { needs=audit }", "## Ready { #new needs=audit }"),
        ('## {{ site("area") }} { #ready }', '## {{ site("area") }} { #new }'),
    ],
)
def test_a_heading_keeps_what_it_needs(tmp_path, written, named):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").write_text(f"---\n---\n{written}\n", encoding="utf-8")
    # A page as it is made here: what it needs is there, and is not said any more.
    fitted = re.sub(r" ?needs=(\"[^\"]*\"|\S+)(?=[ }])", "", written).replace("{ }", "")
    page = PageSource("a.md", None, None, f"{fitted}\n", 3)
    change = Change(tmp_path)

    name_heading(change, page, "ready", "new")

    assert change.text("docs/a.md") == f"---\n---\n{named}\n"


def test_a_heading_gets_its_name_and_keeps_its_words(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").write_bytes(f"---\n---\n{HEADINGS}".encode())
    page = PageSource("a.md", None, None, HEADINGS.replace("\r\n", "\n"), 3)
    change = Change(tmp_path)

    name_heading(change, page, "ready", "new")

    assert change.text("docs/a.md") == (
        "---\n---\n"
        "## Ready { #new }\r\n\r\nReady\r\n\r\n### Other { #new }\r\n  \r\n"
        "## Ready { #now }  \n##  Ready { #new }"
    )
