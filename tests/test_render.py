"""Templates to HTML that Markdown and the search index leave whole."""

from datetime import date

import markdown
import pytest
from jinja2 import UndefinedError

from macros.library.render import (
    Renderer,
    block,
    day,
    dial,
    inline,
    joined,
    paragraphs,
    way,
)


def test_every_value_is_escaped(tmp_path):
    (tmp_path / "a.html").write_text("<p>{{ value }}</p>")

    assert Renderer(tmp_path)("a", value="<b>&") == "<p>&lt;b&gt;&amp;</p>"


def test_a_misspelt_field_is_an_error(tmp_path):
    (tmp_path / "a.html").write_text("{{ valeu }}")

    with pytest.raises(UndefinedError):
        Renderer(tmp_path)("a", value="x")


def test_a_block_comes_out_of_markdown_as_it_went_in():
    html = block("<div>\n\n    <p>One *star*</p>\n\n    <p>Two</p>\n</div>")

    made = markdown.markdown(f"Before\n\n{html}\n\nAfter")

    assert "<div>\n<p>One *star*</p>\n<p>Two</p>\n</div>" in made


def test_inline_text_is_not_taken_for_markdown():
    html = inline('<a href="a_b_c">x *y* _z_ [a](b) | `c`</a>\n')

    made = markdown.markdown(f"Before {html} after.")

    assert "<em>" not in made
    assert 'href="a_b_c"' in made
    assert made.count("<a ") == 1


def test_inline_html_is_one_line():
    assert inline("<b>\none\n</b>\n") == "<b> one </b>"


def test_each_line_of_a_folded_value_is_a_paragraph():
    assert paragraphs("One <1>.\nTwo.") == "<p>One &lt;1&gt;.</p>\n<p>Two.</p>"


def test_a_number_is_dialled_by_its_digits():
    assert dial("0163 2960 503") == "01632960503"


@pytest.mark.parametrize(
    ("number", "address"),
    [
        ("999", "tel:999"),
        ("116 123", "tel:116123"),
        ("0800 1111", "tel:08001111"),
        ("85258", "sms:85258"),
        ("85 258", "sms:85258"),
        ("600600", "sms:600600"),
    ],
)
def test_a_code_for_texts_opens_a_message_and_any_other_number_a_call(number, address):
    assert way(number) == address


def test_a_day_reads_as_people_write_it():
    assert day(date(2026, 1, 5)) == "5 January 2026"


def test_names_are_joined_as_in_speech():
    assert joined([]) == ""
    assert joined(["a"]) == "a"
    assert joined(["a", "b", "c"], "and") == "a, b and c"
