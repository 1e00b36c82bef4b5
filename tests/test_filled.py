"""A page filled: marks through Markdown, macros' HTML past it."""

import markdown
import pytest

from macros.library.calls import Call
from macros.library.filled import filled


def call(name):
    return Call(name, (), {}, 1)


def made(pieces, html):
    page = filled(pieces, html)
    return page.finished(markdown.markdown(page.markdown, extensions=["toc", "tables"]))


def test_a_block_takes_the_place_of_its_paragraph():
    assert made(["Before.\n\n", call("contact"), "\n\nAfter."], ["<div>x</div>"]) == (
        "<p>Before.</p>\n<div>x</div>\n<p>After.</p>"
    )


def test_words_alone_on_a_line_keep_their_paragraph():
    assert made([call("site")], ["York"]) == "<p>York</p>"


def test_what_a_macro_gives_is_not_read_as_markdown():
    given = "<b>*not emphasis* [not](a-link) | not a cell</b>"

    assert made(["See ", call("term"), "."], [given]) == f"<p>See {given}.</p>"


def test_a_heading_is_named_by_what_the_macro_gives():
    html = made(["# About ", call("site"), "\n\nText ", call("site")], ["York", "Hull"])

    assert html == '<h1 id="about-york">About York</h1>\n<p>Text Hull</p>'


@pytest.mark.parametrize("around", ["_{}_", "**{}**", "| a |\n|---|\n| {} |", "- {}"])
def test_a_mark_stands_wherever_words_may_stand(around):
    before, _, after = around.partition("{}")

    assert "<i>it</i>" in made([before, call("phone"), after], ["<i>it</i>"])


def test_ten_marks_and_more_keep_their_order():
    pieces = [piece for _ in range(12) for piece in (call("phone"), " ")][:-1]

    assert made(pieces, [str(n) for n in range(12)]) == (
        "<p>" + " ".join(map(str, range(12))) + "</p>"
    )
