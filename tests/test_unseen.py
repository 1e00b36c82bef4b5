"""Characters that no reader sees, as they stand and by their names."""

import unicodedata

import pytest

from macros.reading.unseen import first_unseen, unseen_entities

# Held against the tables of Unicode, and not against our own list.
HIDDEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
SEEN = {0x0A, 0x09, 0x0D}  # ends of lines and tabs, which files are made of
SEEN |= {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2}  # signs of Arabic
SEEN |= {0x110BD, 0x110CD, *range(0x13430, 0x13456)}  # and of old scripts, all drawn
EMPTY = (0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0)
SELECTORS = (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0), *range(0x180B, 0x180E))
NEVER = (*range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF, 0x1FFFE, 0xDFFFF)
CODES = [
    code
    for code in range(0x110000)
    if unicodedata.category(chr(code)) in HIDDEN and code not in SEEN
]


def test_everything_that_unicode_calls_unseen_is_found():
    hidden = {*CODES, *EMPTY, *SELECTORS, *NEVER}

    assert [hex(c) for c in sorted(hidden) if not first_unseen(f"a{chr(c)}b")] == []


def test_everything_that_is_drawn_is_let_through():
    drawn = ("L", "N", "P", "S", "M", "Zs")
    text = "".join(
        chr(code)
        for code in range(0x110000)
        if unicodedata.category(chr(code)).startswith(drawn)
        and code not in {*EMPTY, *SELECTORS, 0x180F}
    )

    assert len(text) > 100_000
    assert first_unseen(f"{text}\t\n\r") is None


def test_the_first_one_is_given_with_its_place():
    found = first_unseen("ab\u200bc\u00ad")

    assert (found[0], found.start()) == ("\u200b", 2)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("a \u2764\ufe0f b", None),  # a heart as a picture
        ("\u2764\ufe0e", None),  # and as a sign
        ("\u2764\ufe0d", 1),  # any other look
        ("a\ufe0f", 1),  # what has one look
        ("\ufe0f", 0),
        ("\ufe0fa", 0),
        ("\ufe0f\u2764", 0),
        ("\u2764\ufe0f\ufe0f", 2),
        ("\u2764a\ufe0f", 2),
        ("\u2764\u200d", 1),
        ("\u2764\ufe0f\u200b", 2),
    ],
)
def test_a_selector_stands_behind_a_sign_of_two_looks_and_nowhere_else(text, at):
    found = first_unseen(text)

    assert (found and found.start()) == at


@pytest.mark.parametrize(
    "name",
    [
        *(
            "&shy;",
            "&zwnj;",
            "&zwj;",
            "&lrm;",
            "&rlm;",
            "&NoBreak;",
            "&ZeroWidthSpace;",
        ),
        *("&InvisibleTimes;", "&shy", "&#173;", "&#173", "&#xad;", "&#XAD;", "&#xAD"),
        *("&#0;", "&#00;", "&#8203;", "&#x200b;", "&#x000200B;", "&#129;", "&#x81;"),
        *(
            "&#127;",
            "&#x1F;",
            "&#1114112;",
            "&#x110000;",
            "&#99999999999;",
            "&#xE0001;",
        ),
        *("&#x00000000000200b;", "&#65039;", "&#xfffffffff;"),
    ],
)
def test_an_entity_that_stands_for_what_is_not_seen_is_found(name):
    assert unseen_entities(f"a {name} b") == [name]


@pytest.mark.parametrize(
    "name",
    [
        *("&amp;", "&nbsp;", "&lt;", "&eacute;", "&#65;", "&#x41;", "&#xa0;", "&#160;"),
        *(
            "&#128;",
            "&#x80;",
            "&#150;",
            "&#x96;",
            "&nothing;",
            "&",
            "a&b",
            "&#9;",
            "&#x;",
        ),
        *("&#00000000000065;", "&#x0000000000041;", "&#159;", "&#x9F;"),
    ],
)
def test_an_entity_that_stands_for_a_sign_is_let_through(name):
    assert unseen_entities(f"a {name} b") == []


def test_each_entity_is_named_once():
    assert unseen_entities("&zwj;&shy; a &zwj;") == ["&shy;", "&zwj;"]
