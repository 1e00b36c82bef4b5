"""The ranking rules without a browser: each weight decides a case, each ending is told.

A case of tests/cases/search-rules/ is a small index and a search of it. With its weight
as it stands, the things are found in the order that the case says; with any of the
numbers it calls wrong, they are not.
"""

import pytest
from conftest import cases_of
from ranking import found, index_of, stems_of, weights, with_weight

CASES = cases_of("search-rules")
ALIKE = [
    "referral referrals refer referring referred",
    "consent consents consenting consented",
    "child children childs",
    "kids kid",
    "behaviour behaviours",
    "assess assessing assessment assessments",
    "investigate investigation investigating investigations investigates",
    "policy policies",
    "tell told",
    "plan planned planning plans",
    "seven 7",
]
UNLIKE = ["police policy", "abuse about", "bus buses2", "sending sender2"]


def searched(case, **change):
    index = index_of(case["things"], case.get("same", ()), away=case.get("away", ()))
    return found(case["search"], index, **change)


@pytest.mark.parametrize("case", CASES)
def test_a_search_finds_what_its_weight_is_there_for(case):
    assert searched(case) == case["finds"]


@pytest.mark.parametrize("case", CASES)
def test_a_wrong_weight_finds_something_else(case):
    for number in case["wrong"]:
        changed = searched(case, rules=with_weight(case["weight"], number))
        assert changed != case["finds"], (case["weight"], number)


def test_every_weight_has_its_reason_and_a_case():
    decided = {case.values[0]["weight"] for case in CASES}

    assert decided == set(weights())
    assert len(decided) > 40
    assert [name for name, (_, reason) in weights().items() if not reason] == []


@pytest.mark.parametrize("line", ALIKE)
def test_words_that_differ_in_their_ending_are_one(line):
    assert len(set(stems_of(line))) == 1, stems_of(line)


@pytest.mark.parametrize("line", UNLIKE)
def test_words_that_are_not_the_same_stay_apart(line):
    assert len(set(stems_of(line))) == 2, stems_of(line)


def test_a_word_that_the_engine_has_a_meaning_for_is_a_word():
    words = ["constructor", "toString", "__proto__"]
    things = [{"title": word} for word in words]

    for word in words:
        assert found(f"{word} ", index_of(things)) == [word]


def test_a_telephone_number_asked_for_ranks_who_can_be_rung_alone():
    things = [
        {"kind": "page", "title": "Front door"},
        {"kind": "contact", "title": "Front door (children)", "call": "01924 000000"},
    ]

    assert found("front door ", index_of(things))[0] == "Front door"
    assert found("ring front door ", index_of(things))[0] == "Front door (children)"


def test_nothing_is_found_in_an_index_of_nothing():
    assert found("panel", index_of([])) == []
