"""HTML typed into a page, explained at its line before anything is built."""

import pytest
from small import make_small

from macros.checks.examination import examine
from macros.checks.markup import markup
from macros.library.all_macros import MACROS
from macros.reading.pages import PageSource


def said_of(body):
    page = PageSource("page.md", None, None, body, 7)
    return [(problem.line, problem.message) for problem in markup(page)]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("<script>", "the tag <script> is not used in pages: delete it"),
        ("<p style='a'>", "'style' is not used in the tags of pages: delete it"),
        ("<p onclick='a'>", "'onclick' is not used in the tags of pages: delete it"),
        ("<p ping='a'>", "'ping' is not used in the tags of pages: delete it"),
        ("<q cite='data:a'>", "'cite' names a file of this site, not 'data:a'"),
        (
            "<img alt='a' src='https://a.org/a'>",
            "'src' names a file of this site, not 'https://a.org/a'",
        ),
        (
            "<img src='a.png'>",
            'this image has no description: write what it shows as alt="..."',
        ),
        ("<?php ?>", "'<?' is not used in pages: delete it"),
        ("*a*{: style='a' }", "'style=' is not used between braces: delete it"),
        ("*a*{: STYLE='a' }", "'STYLE=' is not used between braces: delete it"),
        ("*a*{: src='a' }", "'src=' is not used between braces: delete it"),
        ("*a*{: cite='a' }", "'cite=' is not used between braces: delete it"),
        ("*a*{: ping='a' }", "'ping=' is not used between braces: delete it"),
        ("a <b", "a tag is opened with '<' and not closed: delete it"),
    ],
)
def test_what_a_page_may_not_hold_is_explained_at_its_line(typed, says):
    assert said_of(f"Words.\n\n{typed}") == [(9, says)]


@pytest.mark.parametrize(
    "typed",
    [
        "<details open><summary>a</summary>b</details>",
        "*a*{: .small title='a' }",
        "*a*{: TITLE='a' Class=b }",
        "<img src='pictures/a.png' alt='a' width='20'>",
        "3 < 4, and {{ term('hsb') }}",
    ],
)
def test_harmless_markup_is_let_through(typed):
    assert said_of(typed) == []


@pytest.mark.parametrize(
    "tag",
    [
        *(
            "abbr",
            "blockquote",
            "br",
            "cite",
            "dd",
            "details",
            "dfn",
            "div",
            "dl",
            "dt",
        ),
        *("em", "figcaption", "figure", "kbd", "p", "q", "section", "small", "span"),
        *("strong", "sub", "summary", "sup", "time"),
    ],
)
def test_the_few_tags_of_pages_and_their_attributes_are_let_through(tag):
    given = "alt='a' cite='b' class='c' datetime='d' height='1' id='e' lang='en'"
    more = "markdown open src='f' title='g' width='1'"

    assert said_of(f"<{tag} {given} {more}>\n<{tag.upper()}>") == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("a\n<i>b</i>\n<u>", [(8, "<i>"), (9, "<u>")]),
        ("<p style='a' onclick='b' class='c'>", [(7, "'style'"), (7, "'onclick'")]),
        ("a\n\n<q cite='a:b' lang>c</q>", [(9, "not 'a:b'")]),
        ("<q cite='a/b:c'>d</q><q cite>e</q>", []),
        ("<img alt=''>\n<img alt>\n<IMG ALT='a'>", [(7, "alt="), (8, "alt=")]),
        ("<u alt='a'>\n<p alt>", [(7, "<u>")]),
        ("a\n<? b ?>\nc", [(8, "'<?'")]),
        ("{{ a(\n\n) }}\n<i>", [(10, "<i>")]),
        ("{{ term('<i>') }}<u>", [(7, "<u>")]),
        ("a\n\nb <i", [(9, "not closed")]),
        ("a\n<i\nb\nc", [(8, "not closed")]),
        ("a < b", []),
        (
            "{: ping='a' style=b }\n{ id=c SRC=d }",
            [(7, "'ping='"), (7, "'style='"), (8, "'SRC='")],
        ),
        ("{: .a #b lang=c title='d' }", []),
        ("a=b {} {: }", []),
        ("a {: x:y=z } {:@a = b }", [(7, "'x:y='"), (7, "'@a='")]),
    ],
)
def test_every_slip_is_said_in_its_order(body, said):
    found = said_of(body)

    assert [line for line, _ in found] == [line for line, _ in said]
    assert all(part in words for (_, words), (_, part) in zip(found, said, strict=True))


def test_a_slip_is_said_of_its_page():
    page = PageSource("in/a.md", None, None, "<i>\n{: b=c }", 3)

    assert [(p.file, p.line) for p in markup(page)] == [
        *(("docs/in/a.md", 3), ("docs/in/a.md", 4)),
    ]


def test_a_field_of_the_front_matter_may_not_hide_a_macro(tmp_path, monkeypatch):
    project = make_small(tmp_path)
    assert examine(project).faults == []
    monkeypatch.setitem(MACROS, "title", MACROS["site"])
    (project / "docs" / "index.md").touch()

    said = [str(problem) for problem in examine(project).faults]

    assert "docs/index.md:1: 'title' is a macro's name, not a field's" in said
