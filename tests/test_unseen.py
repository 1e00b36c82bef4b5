"""What cannot be seen is found wherever it stands, and what can be seen is not."""

import pytest

from macros.reading.unseen import RANGES, first_unseen, unseen_entities

EDGES = [code for first, last in RANGES for code in (ord(first), ord(last))]
SEEN = "\t\n\r ~é\u2019\u2013€\u00a0\u2010\u202f漢字😀"


@pytest.mark.parametrize("text", ["", "words ", "é ", "é" * 70])
@pytest.mark.parametrize("code", EDGES)
def test_the_first_character_that_cannot_be_seen_is_found_at_its_place(text, code):
    found = first_unseen(f"{text}{chr(code)} more \u200b")

    assert found is not None
    assert (found.start(), found[0]) == (len(text), chr(code))


def test_what_can_be_seen_is_let_through():
    assert first_unseen(SEEN) is None


def test_a_sign_may_be_drawn_as_a_picture_and_no_letter_may():
    assert first_unseen("☎\ufe0f") is None
    assert first_unseen("a\ufe0f") is not None


def test_entities_are_named_once_each_in_order():
    html = "a&shy;b&#8203;c&shy;d&amp;e&eacute; & &; &#x2028 &"

    assert unseen_entities(html) == ["&#8203;", "&#x2028", "&shy;"]
