"""What a browser shows while something is to be mended."""

import re

import pytest

from macros.problems import Problem
from publish.fault_page import fault_page, lines_of, typed, wait_page

TAGS = re.compile(r"<main>\n(.*)\n</main>", re.S)


def main_of(html):
    return TAGS.search(html)[1]


def test_one_thing_is_told_with_its_line_as_it_was_typed(tmp_path):
    (tmp_path / "a.md").write_text("one\n  two <b> \n", encoding="utf-8")

    html = fault_page(tmp_path, [Problem("a.md", 2, "no <b>", mend="delete it")])

    assert html.startswith("<!doctype html>")
    assert "<title>1 thing to mend</title>" in html
    assert main_of(html) == (
        "<h1>1 thing to mend</h1>\n"
        "<p>Mend it and save: this page goes away by itself. "
        "The site has not changed.</p>\n"
        "<h2>a.md</h2>\n<ol>\n"
        "<li>Line 2: no &lt;b&gt;: delete it<pre>two &lt;b&gt;</pre></li>\n"
        "</ol>"
    )


def test_many_are_told_by_file_in_order(tmp_path):
    problems = [
        Problem("b.md", 7, "seven"),
        Problem("a.md", 9, "nine"),
        Problem("b.md", 1, "one"),
    ]

    assert main_of(fault_page(tmp_path, problems)).split("</p>\n")[1] == (
        "<h2>a.md</h2>\n<ol>\n<li>Line 9: nine</li>\n</ol>\n"
        "<h2>b.md</h2>\n<ol>\n<li>Line 1: one</li>\n<li>Line 7: seven</li>\n</ol>"
    )
    assert "<h1>3 things to mend</h1>" in fault_page(tmp_path, problems)


def test_of_one_cause_the_first_are_told_and_how_many_more(tmp_path):
    problems = [Problem("a.md", n, "the same", code="same") for n in range(1, 30)]

    html = main_of(fault_page(tmp_path, problems))

    told = html.count("<li>Line")
    assert 1 < told < 29
    assert f"\n<li>and {29 - told} more of the same cause</li>\n</ol>" in html
    assert "29 things to mend" in html


def test_a_room_that_a_place_shares_is_read_where_it_is(tmp_path):
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text("as typed")
    place = tmp_path / "examples" / "x"
    place.mkdir(parents=True)

    html = fault_page(place, [Problem("docs/a.md", 1, "mend")])

    assert "<pre>as typed</pre>" in html


def test_who_comes_first_is_asked_to_wait():
    html = wait_page()

    assert main_of(html) == (
        "<h1>The preview is being made</h1>\n"
        "<p>It takes a few seconds, and then it shows here by itself.</p>\n"
    )


def test_the_lines_of_a_file_are_read_as_far_as_they_can_be(tmp_path):
    (tmp_path / "a.md").write_bytes("one \u2019\ntwo".encode() + b"\xff\n")

    assert lines_of(tmp_path / "a.md") == ["one \u2019", "two\ufffd"]
    assert lines_of(tmp_path / "nothing.md") == []
    assert lines_of(tmp_path) == []


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "<pre>a</pre>"), (2, ""), (3, "<pre>c</pre>"), (4, ""), (0, ""), (-1, "")],
)
def test_a_line_is_shown_if_it_is_there_and_not_empty(number, said):
    assert typed([" a ", "  ", "c"], number) == said
