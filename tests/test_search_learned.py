"""What search learned of cries for help: the table, and how the index takes it."""

import sys

import pytest
from conftest import ROOT

from publish import learned

sys.path.insert(0, str(ROOT / "benchmarks"))

from cries import digest
from cry_lists import groups, lists
from logistic import learn, share

TABLE = learned.TABLE.read_text(encoding="utf-8")
NAMES = ["want", "die"]


def test_the_table_was_learned_from_these_lists_and_words():
    assert f"\nmade {digest()}\n" in TABLE, (
        "a list of tests/search/, the words of data/national/crisis.yml or a script "
        "that learns has changed: run `.venv/bin/python benchmarks/cries.py`"
    )


def test_each_line_of_the_table_is_understood():
    lines = [line for line in TABLE.splitlines() if not line.startswith("#")]
    table = learned.read(TABLE)
    weights = [table.weights, *(card.weights for card in table.cards.values())]

    assert sum(map(len, weights)) == len(lines) - 2 - len(table.cards)


def test_the_table_names_groups_that_are_there():
    names = [str(group["id"]) for group in groups()]
    table = learned.read(TABLE)
    weights = [table.weights, *(card.weights for card in table.cards.values())]

    for trait in {trait for one in weights for trait in one}:
        assert learned.lettered(trait, names), trait


def test_no_text_is_both_a_cry_and_looked_up():
    every = list(lists())
    cries = {text.lower() for _, text, card in every if card}
    both = {t for w, t, c in every if not c and w != "own" and t.lower() in cries}

    assert both == set()


def test_a_table_without_a_least_is_none():
    with pytest.raises(ValueError, match="least"):
        learned.read("+1 raped\n")


def test_a_table_has_weights_and_cards_with_theirs():
    table = learned.read("# head\nleast -3\n+4 my dad\ncard one -7\n+5 WANT>DIE\n")

    assert (table.least, table.weights) == (-3, {"my dad": 4})
    assert table.cards == {"one": learned.Card(-7, {"WANT>DIE": 5})}


@pytest.mark.parametrize(
    ("trait", "short"),
    [
        ("my dad", "my dad"),
        ("WANT", "A"),
        ("WANT>DIE", "AB"),
        ("WANT to", "A to"),
        ("to DIE", "to B"),
        ("~^want", "~^want"),
        ("مرنا", "مرنا"),
    ],
)
def test_a_group_is_a_letter_in_the_index(trait, short):
    assert learned.lettered(trait, NAMES) == short
    assert learned.named(short, NAMES) == trait


def test_a_trait_of_a_group_that_is_gone_is_left_out():
    assert learned.lettered("GONE", NAMES) == ""
    assert learned.lettered("to GONE", NAMES) == ""


def test_the_heaviest_come_first_and_pieces_stand_apart():
    weights = {"~ab": 2, "die": 2, "WANT": 2, "note": -1, "GONE": 9, "to": 5}

    assert learned.rows_of(weights, NAMES) == [
        [9, ""],
        [5, "to"],
        [2, "A|die", "ab"],
        [-1, "note"],
    ]


def test_a_weight_is_learned_for_what_tells_two_kinds_apart():
    texts = [{"bad", "a"}, {"bad", "b"}, {"bad"}, {"good", "a"}, {"good", "b"}] * 9
    yes = ["bad" in text for text in texts]

    start, weights = learn(texts, yes, price=0.1)

    assert set(weights) <= {"bad", "good"}
    for text, is_one in zip(texts, yes, strict=True):
        total = start + share(text) * sum(weights.get(t, 0) for t in text)
        assert (total > 0) == is_one
    assert learn(texts, yes, price=0.1) == (start, weights)


def test_a_high_price_keeps_no_weight():
    texts = [{"bad"}, {"good"}] * 9

    assert learn(texts, [True, False] * 9, price=50)[1] == {}
