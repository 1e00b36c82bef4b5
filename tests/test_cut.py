"""A page cut at its calls is what Jinja makes of the whole page."""

import random

import pytest
from article import ROOT
from jinja2 import TemplateSyntaxError

from macros.library.cut import node_of, parts_of, plain_parts, whole_parts

PIECES = [
    *("{{", "}}", "{", "}", "{%", "%}", "{#", "#}", "{{-", "-}}", "\n", "\r\n", "\\"),
    *('{{ term("hsb") }}', "{{ cite('a') }}", "{{site('name')}}", "{{ a(x, y='b') }}"),
    *("{{ a(b(c)) }}", "{{ a('b' 'c') }}", '{{ a("b") or c() }}', "{{ a(\n'b') }}"),
    *('"', "'", "(", ")", "a(", "words ", "{{ a('é') }}", "{{ a('%}') }}", "\u2028"),
    *("{{ not(a) }}", "{{ a() if b() }}", "{{ a(1, *b) }}", "{{ a(b()) }}", "#"),
]


def whole(body):
    """What Jinja makes of a body, or None if it cannot be read."""
    try:
        return whole_parts(body)
    except TemplateSyntaxError:
        return None


@pytest.mark.parametrize("seed", range(8))
def test_a_page_is_cut_where_jinja_cuts_it_or_not_at_all(seed):
    chance = random.Random(seed)
    cut = 0
    for _ in range(1_500):
        body = "".join(chance.choices(PIECES, k=chance.randrange(1, 7)))
        parts = plain_parts(body)
        cut += parts is not None
        assert parts is None or parts == whole(body), body
    assert cut > 300


@pytest.mark.parametrize(
    "body",
    [
        "{% if a %}b{% endif %}",
        "{# a comment #}",
        "{{- a() }}",
        "{{ a.b }}",
        '{{ a("}}") }}',
        '{{ a("x) }} and {{ b("y") }}',
        "{{ a('\\n') }}",
        "words\r\n{{ a() }}",
    ],
)
def test_what_is_not_plain_is_left_to_jinja(body):
    assert plain_parts(body) is None


def test_every_real_page_is_plain():
    for file in ROOT.glob("docs/**/*.md"):
        body = file.read_text(encoding="utf-8").partition("\n---\n")[2]
        assert plain_parts(body) == whole_parts(body), file


def test_the_same_call_is_read_once():
    first, second = parts_of('{{ term("a") }}\n\n{{ term("a") }}')[::2]

    assert first[0] is second[0]
    assert (first[1], second[1]) == (1, 3)
    assert node_of("{{ a( }}") is None
