"""Files that nobody meant to publish, rule by rule, and what is said of each."""

import os
from pathlib import Path

import pytest
from small import make_small

from macros.checks.stray_files import (
    COPIED,
    LINKED,
    ORDER,
    OUTSIDE,
    RESERVED,
    TAKES,
    in_data,
    in_docs,
    in_looks,
    listed,
    lost_from_theme,
    missing,
    renamed,
    same_address,
    strays,
)
from macros.problems import Problem

NEEDED = ("docs/index.md", "templates/a.html")


@pytest.fixture
def root(tmp_path):
    for room in ("data", "docs", "templates", "theme"):
        (tmp_path / room).mkdir()
    return tmp_path


def put(root, name, content=b"a"):
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_every_file_is_listed_with_what_changes_when_it_does(root):
    names = [
        *("data/local/a.yml", "docs/.git/a", "docs/.a", "docs/a.md", "docs/b/a.md"),
        *("docs/b/__pycache__/a.pyc", "docs/__pycache__", "templates/a.html"),
        *("theme/a/b.css", "other/a.md", "a.md"),
    ]
    for name in names:
        os.utime(put(root, name, name.encode()), ns=(5, 7_000_000_000))
    (root / "docs/c").symlink_to("b")
    (root / "docs/d.md").symlink_to("nowhere")
    (root / "docs/empty").mkdir()

    found = listed(root)

    assert [(name, linked) for name, linked, *_ in found] == [
        ("data/local/a.yml", False),
        ("docs/__pycache__", False),
        ("docs/a.md", False),
        ("docs/b/a.md", False),
        ("docs/c", True),
        ("docs/d.md", True),
        ("templates/a.html", False),
        ("theme/a/b.css", False),
    ]
    times = {(name, stamp, size) for name, linked, stamp, size in found if not linked}
    assert ("docs/b/a.md", 7_000_000_000, len("docs/b/a.md")) in times


def test_a_file_that_goes_while_it_is_listed_is_passed_over(root, monkeypatch):
    put(root, "docs/a.md")
    put(root, "docs/b.md")
    lstat = Path.lstat

    def gone(self):
        if self.name == "a.md":
            raise FileNotFoundError
        return lstat(self)

    monkeypatch.setattr(Path, "is_symlink", lambda self: False)
    monkeypatch.setattr(Path, "lstat", gone)

    assert [name for name, *_ in listed(root)] == ["docs/b.md"]


def test_each_room_has_its_rules(root):
    put(root, "templates/b.html", b"\xff")
    files = [
        *("data/local/x.yml", "docs/a.txt", "docs/index.md", "templates/a.html"),
        *("templates/a (1).html", "templates/b.html", "theme/a/b.bak"),
    ]
    put(root, "templates/a.html")
    listing = [(name, False, 1, 1) for name in files]
    listing.append(("theme/conflict.bak", True, 1, 1))

    said = [(p.file, p.line, p.message) for p in strays(root, tuple(listing))]

    assert said[1:4] == [
        ("docs/a.txt", 1, OUTSIDE),
        ("templates/a (1).html", 1, COPIED),
        ("templates/b.html", 1, said[3][2]),
    ]
    assert said[0][:2] == ("data/local/x.yml", 1)
    assert "UTF-8" in said[3][2]
    assert said[4:6] == [
        ("theme/a/b.bak", 1, COPIED),
        ("theme/conflict.bak", 1, LINKED),
    ]
    lost = "this file is missing: put it back"
    assert said[6:] == [("theme/404.html", 1, lost), ("theme/main.html", 1, lost)]


def test_what_is_missing_and_what_is_twice_is_said_of_a_listing(root):
    listing = tuple((f"docs/{n}", False, 1, 1) for n in ("a.md", "a/index.md"))

    assert [p.file for p in strays(root, listing)] == [
        *("docs/index.md", "templates/", "docs/a.md", "docs/a/index.md"),
    ]


@pytest.mark.parametrize(
    ("file", "says"),
    [
        *(("docs/a.md", None), ("docs/a/b-c/d1.md", None), ("docs/a.png", None)),
        ("docs/exit.md", None),  # a page is never taken for a file of the theme
        ("docs/exit.js", TAKES),
        ("docs/in/exit.js", OUTSIDE),
        ("docs/_worker.js", ORDER),
        ("docs/CNAME", ORDER),
        ("docs/a/Robots.TXT", ORDER),
        ("docs/functions/a.md", ORDER),
        ("docs/functions.md", None),
        ("docs/a/functions/b.md", None),
        ("docs/web.config.bak", COPIED),
        ("docs/a (1).md", COPIED),
        (
            "docs/a (1)/b.md",
            "write the name with small letters, digits and hyphens: b.md",
        ),
        ("docs/copies.md", COPIED),
        ("docs/copyright.md", None),
        ("docs/a.txt", OUTSIDE),
        ("docs/a", OUTSIDE),
        ("docs/assets/a.txt", OUTSIDE),
        ("docs/A.md", "write the name with small letters, digits and hyphens: a.md"),
        ("docs/a.MD", "write the name with small letters, digits and hyphens: a.md"),
        (
            "docs/A b_C.PNG",
            "write the name with small letters, digits and hyphens: a-b-c.png",
        ),
        ("docs/B/a.md", "write the name with small letters, digits and hyphens: a.md"),
        (
            "docs/a--b.md",
            "write the name with small letters, digits and hyphens: a-b.md",
        ),
        ("docs/assets/a.png", RESERVED),
        ("docs/assets/a.md", RESERVED),
        ("docs/in/assets/a.png", None),
        ("docs/sex.png", "school filters refuse 'sex' in a name: rename it"),
        ("docs/sexting/a.png", "school filters refuse 'sex' in a name: rename it"),
        (
            "docs/b.png",
            "this file is not what its name says, a png: save it again as one",
        ),
    ],
)
def test_a_file_of_docs_is_a_page_or_what_a_page_may_use(root, file, says):
    put(root, file, b"words" if file.endswith("b.png") else b"\x89PNG\r\n\x1a\n")
    expected = [] if says is None else [Problem(file, 1, says)]

    assert list(in_docs(root, file, {"theme/exit.js", "theme/exit.md"})) == expected


@pytest.mark.parametrize(
    ("name", "better"),
    [
        *(("A.md", "a.md"), ("a b--c.PNG", "a-b-c.png"), ("-a-.md", "a.md")),
        *(("\u00e9.md", "page.md"), ("x/_y_.md", "y.md")),
    ],
)
def test_a_name_that_an_address_may_hold_is_proposed(name, better):
    assert renamed(Path(name)) == better


@pytest.mark.parametrize(
    "name",
    [
        *("_worker.js", "_redirects", "_headers", "_routes.json", "CNAME", "ads.txt"),
        *("netlify.toml", "web.config", "staticwebapp.config.json", "vercel.json"),
        "robots.txt",
    ],
)
def test_what_a_host_takes_as_an_order_is_refused(root, name):
    assert list(in_docs(root, f"docs/{name}", set())) == [
        Problem(f"docs/{name}", 1, ORDER)
    ]


@pytest.mark.parametrize(
    "name",
    [
        *("a.bak", "a.md.old", "a.orig", "a.REJ", "a.tmp", ".a.swp", "~$a.md", "a.md~"),
        *("a (12).md", "Copy of a.md", "a - copies.md", "a-CONFLICT-b.md"),
    ],
)
def test_what_looks_like_a_copy_is_refused(root, name):
    copied = [Problem(f"docs/{name}", 1, COPIED)]

    assert list(in_docs(root, f"docs/{name}", set())) == copied


def put_back(known):
    return f"no part of the site reads this file: put what is right in it into {known}"


@pytest.mark.parametrize(
    ("file", "near"),
    [
        *(("data/local/terms.yml", None), ("data/national/terms.yml", None)),
        *(("data/local/site.yml", None), ("data/local/words.yml", None)),
        ("data/local/terms (1).yml", "data/local/terms.yml"),
        ("data/national/terms-old.yml", "data/national/terms.yml"),
        ("data/terms.yml", "data/local/terms.yml"),
        ("data/local/in/terms.yml", "data/local/terms.yml"),
        ("data/local/nothing.yml", "the files beside it"),
        ("data/local/resources.yaml", "data/local/resources.yml"),
    ],
)
def test_a_file_of_data_is_one_that_is_read(file, near):
    expected = (
        [] if near is None else [Problem(file, 1, f"{put_back(near)}, and delete it")]
    )

    assert list(in_data(file)) == expected


@pytest.mark.parametrize(
    ("file", "content", "known"),
    [
        *(("templates/a_b.html", b"a", True), ("templates/_a.html", b"a", True)),
        *(("templates/A.html", b"a", False), ("templates/in/a.html", b"a", False)),
        *(("templates/a.txt", b"a", False), ("templates/a-b.html", b"a", False)),
        *(("theme/a-B_c.9.css", b"a", True), ("theme/in/a.woff2", b"\xff", True)),
        *(("theme/a.png", b"\xff", True), ("theme/LICENCE.txt", b"a", True)),
        *(
            (f"theme/a.{kind}", b"a", True)
            for kind in ("svg", "md", "ico", "html", "js")
        ),
        *(("theme/a b.css", b"a", False), ("theme/a.py", b"a", False)),
        *(("theme/a.CSS", b"a", False), ("theme/-a.css", b"a", False)),
    ],
)
def test_a_file_of_the_looks_is_of_a_known_kind(root, file, content, known):
    put(root, file, content)
    delete = Problem(file, 1, "no page is made with this file: delete it")

    assert list(in_looks(root, file)) == ([] if known else [delete])


@pytest.mark.parametrize("kind", ["html", "css", "js"])
def test_a_file_of_the_looks_is_readable(root, kind):
    file = f"theme/a.{kind}"
    put(root, file, b"a\nb \xff")
    (problem,) = in_looks(root, file)
    assert (problem.file, problem.line) == (file, 2)
    (root / file).unlink()
    words = "this file cannot be read (No such file or directory): put it back"

    assert list(in_looks(root, file)) == [Problem(file, 1, words)]


def test_a_file_that_gives_no_reason_is_said_as_well(root, monkeypatch):
    def refuse(self):
        raise OSError

    monkeypatch.setattr(Path, "read_bytes", refuse)
    words = "this file cannot be read (unknown): put it back"

    assert list(in_looks(root, "theme/a.js")) == [Problem("theme/a.js", 1, words)]


def test_no_site_is_made_without_a_start_page_and_templates():
    start = Problem("docs/index.md", 1, "the start page is missing: put it back")
    empty = "this folder is missing or empty: put it back"
    looks = Problem("templates/", 1, empty)

    assert list(missing(set(NEEDED))) == []
    assert list(missing({"docs/in/index.md", "theme/templates/a"})) == [start, looks]
    assert list(missing({NEEDED[0]})) == [looks]


def test_a_theme_has_all_that_it_asks_for(root):
    put(
        root, "theme/main.html", b'{% extends "base.html" %}\n{%- include "a/b.html" %}'
    )
    put(root, "theme/base.html", b'\xff{% import "c.html" as c %}{% include d %}')
    put(root, "theme/a/b.html", b'{% include "partials/language.html" %}')
    put(root, "theme/e.css", b'{% include "f.html" %}')
    put(root, "theme/g.html", b'{% extends "h.html" %}{%- include "i.html" %}')
    names = {"theme/main.html", "theme/base.html", "theme/a/b.html", "theme/e.css"}
    names.add("theme/g.html")
    lost = "this file is missing: put it back"

    assert list(lost_from_theme(root, names)) == [
        Problem("theme/404.html", 1, lost),
        Problem("theme/c.html", 1, lost),
        Problem("theme/h.html", 1, lost),
        Problem("theme/i.html", 1, lost),
        Problem("theme/partials/language.html", 1, lost),
    ]
    assert list(lost_from_theme(root, {"docs/main.html"})) == []


def test_two_files_that_make_one_page_are_both_named():
    names = {
        *("docs/a.md", "docs/a/index.md", "docs/b.md", "docs/b.png", "docs/index.md"),
        *("theme/c.md", "theme/c/index.md"),
    }
    words = "{} has the same address, /a/: delete one of them"

    assert list(same_address(names)) == [
        Problem("docs/a.md", 1, words.format("docs/a/index.md")),
        Problem("docs/a/index.md", 1, words.format("docs/a.md")),
    ]


def test_the_small_project_is_listed_and_sound(tmp_path):
    root = make_small(tmp_path)

    assert list(strays(root, listed(root))) == []
