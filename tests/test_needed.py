"""A text is spared a pattern only where the pattern could not be found in it."""

import random
import re

import pytest

from publish.article.marks import MARKS
from publish.article.needed import needed

NEEDS = [
    (r"\[\[", "["),
    (r"^={3,}$", "="),
    (r"a+[!?]", "!?"),
    (r"\|x|y\*", "|*"),
    (r"(?:[*+]|\d-)\s", "*+-"),
    (r"(?=.*%)\w", "%"),
    (r"[0-3]", "0123"),
]
UNTOLD = [r"\w+", r"[^*]", r"~?", r"(?!~)x?", "~|\\w", r"(?i:k)", r"[\d*]", r"(?<=~)\w"]


@pytest.mark.parametrize(("pattern", "signs"), NEEDS)
def test_each_match_has_one_of_the_signs_of_its_rarest_part(pattern, signs):
    assert needed(re.compile(pattern, re.M)) == set(signs)


@pytest.mark.parametrize("pattern", UNTOLD)
def test_where_a_match_may_have_any_sign_the_pattern_is_always_asked(pattern):
    assert needed(re.compile(pattern)) is None


def test_a_pattern_that_takes_no_account_of_case_is_always_asked():
    assert needed(re.compile("K", re.I)) is None


def test_no_mark_is_found_in_a_text_without_its_signs():
    chance = random.Random(1)
    alphabet = "ab1 \n\nXo" + "".join({s for m in MARKS for s in needed(m.looks) or ""})
    told = 0
    for _ in range(1_500):
        text = "".join(chance.choices(alphabet, k=12))
        for mark in MARKS:
            needs = needed(mark.looks)
            if needs and not needs & set(text):
                told += 1
                assert not mark.looks.search(text), (mark.looks.pattern, text)
    assert told > 40_000


def test_most_marks_are_not_looked_for_in_plain_words():
    words = set("Ring the front door first, and say what you saw.")

    assert sum(needed(mark.looks) is None for mark in MARKS) == 0
    assert sum(bool(needed(mark.looks) & words) for mark in MARKS) < len(MARKS) / 8
