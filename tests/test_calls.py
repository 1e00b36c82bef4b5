"""Macro calls in pages: what is let through, and what an editor is told."""

import pytest
import yaml
from conftest import CASES, cases_of

from macros.library.all_macros import MACROS
from macros.library.call_slips import STATEMENT
from macros.library.calls import NOT_A_CALL, Call, pieces_in
from macros.library.registry import example_of
from macros.reading.pages import PageSource

ESCAPES = (CASES / "escapes.txt").read_text(encoding="utf-8").splitlines()
BODY_LINE = 7  # as if six lines of front matter stood above


def calls(body):
    node = yaml.compose("a: b", yaml.BaseLoader)
    page = PageSource("page.md", None, node, body, BODY_LINE)
    problems = []
    pieces = pieces_in(page, problems)
    calls = [piece for piece in pieces if isinstance(piece, Call)]
    return calls, [str(p) for p in problems]


@pytest.mark.parametrize("case", cases_of("calls"))
def test_each_mistake_is_explained_at_its_line(case):
    _, said = calls(case["page"])

    assert said == case["says"]


def test_calls_come_in_the_order_written_with_their_lines():
    found, said = calls('One {{ term("hsb") }}.\n\n{{ steps(group="respond") }}\n')

    assert not said
    assert [(c.name, c.args, c.kwargs, c.line) for c in found] == [
        ("term", ("hsb",), {}, 7),
        ("steps", (), {"group": "respond"}, 9),
    ]


def test_text_and_calls_come_as_they_stand():
    body = 'One {{ term("hsb", words="a") }}{# b #} two\n\n{{ page_foot() }}\n'
    pieces = pieces_in(PageSource("page.md", None, None, body, BODY_LINE), [])

    assert pieces == [
        "One ",
        Call("term", ("hsb",), {"words": "a"}, 7),
        " two\n\n",
        Call("page_foot", (), {}, 9),
    ]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("{{ term( }}", "call-unreadable"),
        ("{% if a %}{% endif %}", "statement"),
        ("{{ 1 }}", "not-a-call"),
        ("{{ a.b() }}", "not-a-call"),
        ("{{ fone() }}", "not-a-call"),
        ("{{ term(a) }}", "not-a-call"),
        ("{{ term() }}", "not-a-call"),
        ('{{ term("\\u200b") }}', "not-a-call"),
        ('{{ term("a", words="\\u200b") }}', "not-a-call"),
        ('a {{ contact("a") }}', "call-place"),
        ('a\n{{ contact("a") }}', "call-place"),
        ('{{ contact("a") }}\na', "call-place"),
        ('{{ term("a") }} }}', "stray-brace"),
        ('<b {{ term("a") }}', ""),
    ],
)
def test_a_mistake_has_the_code_of_its_kind(body, code):
    problems = []
    pieces_in(PageSource("a.md", None, None, body, BODY_LINE), problems)

    assert [problem.code for problem in problems] == [code]


@pytest.mark.parametrize(
    "body",
    [
        '{{ contact("a") }}',
        'a\n\n{{ contact("a") }}  \n\nb',
        'a\n \n{{ contact("a") }}',
        'a <b>c</b> {{ term("a") }}',
        'a < b {{ term("a") }}',
        'a <\n\n{{ term("a") }}',
        '<b c\n\n{{ term("a") }}',
        '{: a\n\n{{ term("a") }}',
        '{: a } {{ term("a") }}',
        'a: {{ term("a") }} b: {{ term("b") }}',
        "< " + "a" * 3000 + ' {{ term("a") }}',
        '{{ term("a", "<b") }} {{ term("b") }}',
    ],
)
def test_a_call_may_stand_where_words_may(body):
    assert calls(body)[1] == []


@pytest.mark.parametrize(
    "body",
    [
        'a <b {{ term("a") }}>',
        'a <B {{ term("a") }}>',
        'a <b title="{{ term("a") }}">',
        'a <{{ term("a") }}>',
        'a </{{ term("a") }}>',
        'a <!{{ term("a") }}>',
        'a <?{{ term("a") }}>',
        'a\n\n<b\n c="{{ term("a") }}">',
        'a\n{: b="{{ term("a") }}" }',
        '<b c="{{ term("a") }}" d="{{ term("b") }}">',
        "<b " + "a" * 1990 + '{{ term("a") }}',
    ],
)
def test_a_call_inside_a_tag_or_its_braces_is_refused(body):
    said = calls(body)[1]

    assert len(said) == body.count("{{")
    assert all("cannot stand inside a tag" in line for line in said)


def test_every_mistake_is_said_and_not_the_first_alone():
    body = '{% set a = 1 %}\n{{ 1 }}\n{% if a %}b{% endif %}\n{{ term("a") }}\n'
    found, said = calls(body)

    assert [call.name for call in found] == ["term"]
    assert said == [
        f"docs/page.md:7: {STATEMENT}",
        f"docs/page.md:8: {NOT_A_CALL}",
        f"docs/page.md:9: {STATEMENT}",
    ]


def test_brackets_without_end_are_a_mistake_and_no_crash():
    found, said = calls("{{ " + "(" * 3000 + ")" * 3000 + " }}\n")

    assert found == []
    assert len(said) == 1
    assert said[0].startswith("docs/page.md:7: this macro call cannot be read")


def test_a_call_with_what_cannot_be_seen_is_made_and_said():
    found, said = calls('{{ term("a\\u200b") }}\n')

    assert [call.args for call in found] == [("a\u200b",)]
    assert len(said) == 1


@pytest.mark.parametrize("escape", ESCAPES)
def test_nothing_but_our_macros_gets_past(escape):
    _, said = calls(f"Text\n\n{escape}\n")

    assert said, escape
    assert all(line.startswith("docs/page.md:9: ") for line in said)


@pytest.mark.parametrize("name", MACROS)
def test_every_macro_shows_a_call_of_itself(name):
    assert example_of(name).startswith(f"type it like {{{{ {name}(")
