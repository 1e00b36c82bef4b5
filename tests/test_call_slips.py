"""Slips in macro calls, each said in the words for it."""

import pytest
from jinja2 import TemplateSyntaxError

from macros.library.all_macros import MACROS
from macros.library.call_slips import (
    COMMENT,
    ONE_BRACE,
    STATEMENT,
    UNCLOSED,
    UNOPENED,
    UNREADABLE,
    explain_syntax,
    slip_in,
    stray,
)
from macros.problems import Problem
from macros.reading.pages import PageSource

assert MACROS  # all of them are registered

CURLY = 'curly quotes do not hold a value: type straight ones, "'
QUOTE = 'a quote is missing in this macro call: values stand between two "'
BRACKET = "a bracket is missing in this macro call: values stand between ( )"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("no call { } at ( all", ""),
        ('{{ term("a") }} and {{ term("b\'s", "c") }}', ""),
        ("{{ term('a') }}", ""),
        ("{{ term('a \"b\" c') }}", ""),
        *((f"{{{{ term({q}a{q}) }}}}", CURLY) for q in "\u2018\u2019\u201c\u201d"),
        ('{{ term("a) }}', QUOTE),
        ('{{ term(a") }}', QUOTE),
        ('{{ term("a", "b) }}', QUOTE),
        ("{{ term('a) }}", QUOTE),
        ("{{ term('a', 'b) }}", QUOTE),
        ('{{ term("a" }}', BRACKET),
        ('{{ term "a") }}', BRACKET),
        ("{{ term((a) }}", BRACKET),
        ('{{ term "a" }}', UNREADABLE),
        ("{{ }}", UNREADABLE),
        ('{{ term("a") }} {{ term("b" }}', BRACKET),
        (f"{{{{ {'(' * 3000}{')' * 3000} }}}}", UNREADABLE),
        ("{{ a", UNCLOSED),
        ('{{ term("a") }} {{ b', UNCLOSED),
        ("a {% b", STATEMENT),
        ("{{{{ a }}%", UNCLOSED),
        ("{% {{", UNCLOSED),
        ("a {# b", COMMENT),
        ("{# a #} b {# c", COMMENT),
        ("{# a #} b", ""),
        ("a #} b", ""),
    ],
)
def test_a_slip_is_said_in_its_own_words(line, says):
    assert slip_in(line) == says


def test_the_first_line_with_a_slip_is_named():
    error = TemplateSyntaxError("anything", 5)

    assert explain_syntax("a\n{{ term(a }}\n{{ b", error) == (2, BRACKET)


@pytest.mark.parametrize(("line", "named"), [(5, 5), (1, 1), (0, 1), (None, 1)])
def test_without_one_the_line_that_jinja_names_is_given(line, named):
    error = TemplateSyntaxError("anything", line)

    assert explain_syntax("a\nb", error) == (named, UNREADABLE)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('a {{ term("b") }} c', None),
        ('a term("b") }} c', UNOPENED),
        ('{{ term("b") }} }}', UNOPENED),
        ('a { term("b") } c', ONE_BRACE),
        ('a {term("b") c', ONE_BRACE),
        ('a { phone("b") }} c', UNOPENED),
        ('{{ term("a") }} { contact("b") }', ONE_BRACE),
        ("a { other(b) } c", None),
        ("a {{term(b", None),  # said otherwise: it is not closed
        ("a { termed(b) }", None),
        ("a { term b }", None),
    ],
)
def test_braces_that_close_nothing_are_said_at_their_line(line, says):
    page = PageSource("a.md", None, None, f"a\n\n{line}\n", 7)
    said = [] if says is None else [Problem("docs/a.md", 9, says, code="stray-brace")]

    assert list(stray(page)) == said
