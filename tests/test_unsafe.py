"""Numbers and addresses that must never be published, however they are typed."""

from types import SimpleNamespace

import pytest
import yaml

from macros.checks.unsafe import (
    Finder,
    can_be_found,
    code_of,
    finder_of,
    said_of,
    sign_of,
    unsafe_in_facts,
    unsafe_in_pages,
)
from macros.facts.written import Written
from macros.problems import Problem
from macros.reading.pages import PageSource
from macros.schema.kinds.unsafe import Unsafe


def record(id, **what):
    given = {"why": "It closed.", "source": "A guide", "since": "2026"}
    return Unsafe(id=id, line=3, **what, **given)


HOME = record("home", number="01632 960999")
SHORT = record("short", number="85258")
FAR = record("far", number="+353 1 676 7960")
PLACE = record("place", address="Other.example.net")
ALL = (HOME, SHORT, FAR, PLACE)
DATA = SimpleNamespace(
    of=lambda kind: {r.id: r for r in ALL if kind is Unsafe}, pages={}
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        *(
            ("01632 960999", [HOME]),
            ("(01632) 960-999", [HOME]),
            ("01632/960.999", [HOME]),
        ),
        *(("+44 1632 960999", [HOME]), ("+44 (0) 1632 960999", [HOME])),
        *(("0044 1632 960999", [HOME]), ("44 1632 960 999", [HOME])),
        *(("tel:+441632960999", [HOME]), ("01632 **960** 999", [HOME])),
        *(("01632&nbsp;960&#57;99", [HOME]), ("01632\n960999", [HOME])),
        *(("1632 960999", []), ("101632960999", []), ("016329609990", [])),
        *(("01632     960999", []), ("01632 960998", [])),
        *(("text 85258", [SHORT]), ("8 52-58", [SHORT]), ("185258", [])),
        *(("1,85258", []), ("1.85258", []), ("852580", []), ("085258", [])),
        *(("353 1 6767960", [FAR]), ("+35316767960", [FAR])),
        *(("other.example.net", [PLACE]), ("https://OTHER.EXAMPLE.NET/a", [PLACE])),
        *(("another.example.net", []), ("an-other.example.net", [])),
        *(("otherXexample.net", []), ("www.other.example.net", [PLACE])),
        ("01632 960999, 85258 or other.example.net", [HOME, SHORT, PLACE]),
        ("", []),
    ],
)
def test_what_is_unsafe_is_found_in_any_form(text, found):
    assert Finder(ALL)(text) == found


def test_a_record_says_one_thing_that_is_long_enough():
    known = {
        "a": (record("a", number="12345"), True),
        "b": (record("b", number="1234"), False),
        "c": (record("c", address="a.org"), True),
        "d": (record("d", number="12345", address="a.org"), False),
        "e": (record("e"), False),
    }

    assert {id: can_be_found(r) for id, (r, _) in known.items()} == {
        id: found for id, (_, found) in known.items()
    }
    data = SimpleNamespace(of=lambda kind: {id: r for id, (r, _) in known.items()})
    assert [r.id for r, *_ in finder_of(data).rules] == ["a", "c"]


def test_the_sign_of_a_record_is_in_every_form_of_it():
    assert [sign_of(r) for r in ALL] == [
        *("1632960999", "85258", "35316767960", "other.example.net"),
    ]


def test_what_is_wrong_is_said_with_why_and_what_to_do():
    assert said_of(HOME, "this line has") == (
        "this line has 01632 960999, which must never be published (It closed)",
        "delete it; if it is right again, delete 'home' in unsafe.yml first",
    )
    assert said_of(PLACE, "it has")[0].startswith("it has Other.example.net, which")
    assert [code_of(r) for r in (HOME, PLACE)] == ["unsafe-number", "unsafe-address"]


NODE = yaml.compose("id: a\nname: b\nphone: c\n", yaml.BaseLoader)


def written(typed, sort="text", kind="contacts"):
    owner = SimpleNamespace(id="a")
    return Written(kind, owner, "phone", 0, sort, typed, NODE, "data/local/a.yml")


@pytest.mark.parametrize("sort", ["text", "number", "address", "email"])
def test_a_value_of_a_record_may_not_hold_it(sort):
    message, mend = said_of(HOME, "'phone' has")

    assert list(unsafe_in_facts(DATA, [written("Ring 01632 960 999.", sort)])) == [
        Problem(
            *("data/local/a.yml", 3, message, "fault", "unsafe-number", "contacts"),
            *("a", mend),
        )
    ]


def test_what_is_no_text_and_the_list_itself_may():
    values = [
        written("01632 960999", "other"),
        written("01632 960999", "date"),
        written("01632 960999", "number", "unsafe"),
        written("85258"),
    ]

    assert [p.code for p in unsafe_in_facts(DATA, values)] == ["unsafe-number"]


def said_of_page(body):
    page = PageSource("a.md", None, None, body, 7)
    data = SimpleNamespace(of=DATA.of, pages={"/a/": page})
    return [(p.file, p.line, p.message[:33], p.code) for p in unsafe_in_pages(data)]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("a\nb", []),
        ("a\n01632 960999\nb", [8]),
        ("a\n01632\n960999\nb", [8]),
        ("01632\n\n960999", []),
        ("01632 960999\n01632 960999", [7, 8]),
        ("01632 960999\n01632\n960999\na", [7, 8]),
        ("a\nb\n01632 960999", [9]),
        ("a 01632\n960999 01632 960999", [8]),
    ],
)
def test_a_line_of_a_page_may_not_hold_it(body, lines):
    assert said_of_page(body) == [
        ("docs/a.md", line, "this line has 01632 960999, which", "unsafe-number")
        for line in lines
    ]


def test_a_page_says_what_to_do():
    page = PageSource("a.md", None, None, "other.example.net", 7)
    data = SimpleNamespace(of=DATA.of, pages={"/a/": page})
    message, mend = said_of(PLACE, "this line has")

    assert list(unsafe_in_pages(data)) == [
        Problem("docs/a.md", 7, message, code="unsafe-address", mend=mend)
    ]
