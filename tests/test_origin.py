"""A fault of a built page is said at the line that somebody can mend."""

import os

import pytest

from macros.problems import Problem
from macros.reading.pages import PageSource
from publish.origin import line_holding, problem_of, theme_files, with_snippet
from publish.strict import Fault

SOURCE = PageSource("a.md", None, None, "# A\n\nOne <B\nid=c> two\n\nthree", 7)
BASE = "<html>\n<head >\n<a>Menu</a>\n"


@pytest.fixture
def root(tmp_path):
    """A project with a theme of two templates."""
    (tmp_path / "theme" / "partials").mkdir(parents=True)
    (tmp_path / "theme" / "base.html").write_text(BASE, encoding="utf-8")
    (tmp_path / "theme" / "partials" / "a.html").write_bytes(b"\xff\n<a>Foot</a>\n")
    (tmp_path / "theme" / "a.txt").write_text("<i>", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("pieces", "line", "words"),
    [
        (("<b", "three"), 9, "Why"),
        (("nowhere", " THREE "), 12, "Why"),
        (("id=C> two\nfour",), 10, "Why"),
        (("<c", ""), 7, "Why (it came out as: <c)"),
        (("Menu",), 7, "Why (it came out as: Menu)"),
        ((), 7, "Why"),
    ],
)
def test_what_came_from_a_page_is_said_in_the_page(root, pieces, line, words):
    fault = Fault("Why", pieces, True)

    assert problem_of(root, SOURCE, fault) == Problem("docs/a.md", line, words)


@pytest.mark.parametrize("source", [SOURCE, None])
@pytest.mark.parametrize(
    ("pieces", "file", "line", "words"),
    [
        (("<A>Menu", "foot"), "theme/base.html", 3, "Why"),
        (("<a>foot",), "theme/partials/a.html", 2, "Why"),
        (("\ufffd",), "theme/partials/a.html", 1, "Why"),
        (("<i>", "<a>menu"), "theme/base.html", 1, "Why (it came out as: <i>)"),
        ((), "theme/base.html", 1, "Why"),
    ],
)
def test_what_came_from_the_theme_is_said_there(
    root, source, pieces, file, line, words
):
    fault = Fault("Why", pieces, False)

    assert problem_of(root, source, fault) == Problem(file, line, words)


def test_what_stands_in_an_article_of_no_page_is_said_in_the_theme(root):
    fault = Fault("Why", ("<a>menu",), True)

    assert problem_of(root, None, fault) == Problem("theme/base.html", 3, "Why")


def test_a_template_that_was_saved_anew_is_read_anew(root):
    fault = Fault("Why", ("<head",), False)
    assert problem_of(root, None, fault).line == 2
    file = root / "theme" / "base.html"
    file.write_text("<head >\n", encoding="utf-8")
    os.utime(file, ns=(1, 1))  # another moment than before, whatever the clock

    assert problem_of(root, None, fault).line == 1


def test_the_templates_of_the_theme_are_found_in_order(root):
    assert theme_files(root) == ["theme/base.html", "theme/partials/a.html"]


def test_the_most_telling_piece_comes_first():
    lines = [(1, "b"), (2, "A"), (3, "a b")]

    assert line_holding(["c", "a", "b"], lines) == 2
    assert line_holding(["", " \n", "b"], iter(lines)) == 1
    assert line_holding(["c"], lines) is None


@pytest.mark.parametrize(
    ("piece", "shown"),
    [
        ("a\n  b", "Why (it came out as: a b)"),
        ("a\u200bb", "Why (it came out as: a?b)"),
        ("a" * 90, f"Why (it came out as: {'a' * 80})"),
        (" \n ", "Why"),
    ],
)
def test_what_no_line_holds_is_shown_as_it_came_out(piece, shown):
    assert with_snippet(Fault("Why", (piece, "other"), True)) == shown
