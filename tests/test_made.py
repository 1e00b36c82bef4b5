"""A call that stands twice on a page is made once, and never with another result."""

import pytest

from macros.library.all_macros import MACROS
from macros.library.calls import Call, pieces_in
from macros.library.made import make_calls
from macros.library.page import Page
from macros.library.render import Renderer


@pytest.fixture
def page(data, root):
    return Page(data.pages["/panel/prepare/"], data, Renderer(root / "templates"))


def call(name, *args, **kwargs):
    return Call(name, args, kwargs, 1)


def counted(monkeypatch, name):
    """How often a macro is made from now on, as a list that grows."""
    made = []
    real = MACROS[name]
    monkeypatch.setitem(
        MACROS, name, lambda *args, **named: made.append(1) or real(*args, **named)
    )
    return made


def test_every_call_gives_what_it_would_alone_in_its_turn(data, root):
    renderer = Renderer(root / "templates")
    for source in data.pages.values():
        calls = [p for p in pieces_in(source, []) if isinstance(p, Call)] * 2
        one, other = Page(source, data, renderer), Page(source, data, renderer)
        problems = []

        made = make_calls(one, calls, problems)

        assert not problems
        assert made.html == [MACROS[c.name](other, *c.args, **c.kwargs) for c in calls]


def test_the_same_call_is_made_once(page, monkeypatch):
    made = counted(monkeypatch, "phone")
    calls = [call("phone", "front-door"), call("phone", id="front-door")]

    first, second, *_ = make_calls(page, [*calls, *calls, *calls], []).html

    assert len(made) == 2
    assert first == second


def test_a_citation_is_made_until_it_has_its_number(page, monkeypatch):
    made = counted(monkeypatch, "cite")
    one, other = sorted(page.data.nodes["sources"])[:2]

    html = make_calls(page, [call("cite", n) for n in (one, other, one, one)], []).html

    assert len(made) == 3
    assert html[0] == html[2] == html[3] != html[1]
    assert [source.id for source in page.cited] == [one, other]


def test_a_call_that_asks_what_was_cited_is_made_anew(page):
    source = sorted(page.data.nodes["sources"])[0]
    calls = [call("page_foot"), call("cite", source), call("page_foot")]

    before, _, after = make_calls(page, calls, []).html

    assert f"source-{source}" not in before
    assert f"source-{source}" in after


def test_a_call_that_fails_is_told_each_time(page):
    problems = []

    made = make_calls(
        page, [Call("phone", ("nobody",), {}, n) for n in (3, 5)], problems
    )

    assert [problem.line for problem in problems] == [3, 5]
    assert not made.whole
