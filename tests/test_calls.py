"""Macro calls in pages: what is let through, and what an editor is told."""

import pytest
import yaml
from conftest import CASES, cases_of

from macros.library.all_macros import MACROS
from macros.library.calls import Call, pieces_in
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


@pytest.mark.parametrize("escape", ESCAPES)
def test_nothing_but_our_macros_gets_past(escape):
    _, said = calls(f"Text\n\n{escape}\n")

    assert said, escape
    assert all(line.startswith("docs/page.md:9: ") for line in said)


@pytest.mark.parametrize("name", MACROS)
def test_every_macro_shows_a_call_of_itself(name):
    assert example_of(name).startswith(f"type it like {{{{ {name}(")
