"""A cry for help brings a card up, and a question of work does not.

The lists of tests/search/ are asked of the built site's own table.
"""

import re

import pytest
import yaml
from asking import asked, counted, engine_of, judged, read_round
from conftest import ROOT
from searching import SEARCHES, searches

CARDS = [
    card["id"]
    for card in yaml.safe_load(
        (ROOT / "data" / "national" / "crisis.yml").read_text(encoding="utf-8")
    )["cards"]
]

WHO_DID_IT = [
    ("mum of a boy who hurt his cousin", "/help/parent/"),
    ("mum of a girl who was hurt", "/help/parent-harmed/"),
    ("my son keeps touching his sister", "/help/parent/"),
    ("my daughter was touched by a boy", "/help/parent-harmed/"),
    ("a boy hurt my daughter", "/help/parent-harmed/"),
    ("i touched my little sister", "/help/teenager/"),
    ("i was touched by my brother", "/help/child/"),
    ("i am 15", "/help/teenager/"),
    ("i am 9", "/help/child/"),
    ("pupil touched a teacher", "/questions/#adult-was-harmed"),
    ("a teacher told me about a pupil", "/help/teacher/"),
]


# What people call the front door everywhere, whatever its name is in their place.
DOOR = [
    "social care",
    "social services",
    "social worker",
    "number for social services",
    "ring social care",
    "police or social worker",
    "front door",
    "who do i ring",
]


@pytest.fixture(scope="module")
def ask(site):
    return engine_of(site)


def test_a_cry_for_help_brings_up_a_card(ask):
    cases = searches("crisis")
    assert len(cases) >= 180

    shown = [asked(ask, case["q"]).card for case in cases]
    missed = [c["q"] for c, card in zip(cases, shown, strict=True) if card < 0]
    fitting = [
        c
        for c, card in zip(cases, shown, strict=True)
        if card >= 0 and CARDS[card] == c["card"]
    ]

    print(
        f"\ncards: {len(cases) - len(missed)} of {len(cases)}, {len(fitting)} fitting"
    )
    assert len(missed) <= 0.02 * len(cases), missed
    assert len(fitting) >= 0.9 * len(cases)


def test_what_was_missed_once_brings_up_a_card_now(ask):
    texts = searches("crisis-rounds")
    assert len(texts) >= 500

    missed = [text for text in texts if asked(ask, text).card < 0]

    print(f"\ncards of the rounds: {len(texts) - len(missed)} of {len(texts)}")
    assert len(missed) <= 0.02 * len(texts), missed


# What each list of other searches is held to: a point or two below what it reaches.
ROUNDS = [("round", 0.87), ("round-2", 0.9), ("round-3", 0.84), ("ways", 0.88)]


@pytest.mark.parametrize(("name", "least"), ROUNDS)
def test_a_round_of_other_searches_is_answered(ask, name, least):
    results = list(judged(ask, read_round(SEARCHES / f"{name}.yml")))

    figures = counted(results)
    print("".join(f"\n{k}: {dict(row)}" for k, row in figures.items()))
    assert figures["all"]["first"] >= least * figures["all"]["searches"]


@pytest.mark.everywhere
@pytest.mark.parametrize("text", DOOR)
def test_the_front_door_comes_first_by_what_everybody_calls_it(ask, data, text):
    assert asked(ask, text).places[0] == (f"/contacts/#{data.site.front_door}",)


def test_a_question_of_work_brings_up_none(ask):
    texts = [*searches("ordinary")]
    texts += [case["q"] for name in ("queries", "held-out") for case in searches(name)]
    assert len(texts) >= 750

    shown = [text for text in texts if asked(ask, text).card >= 0]

    print(f"\ncards on ordinary searches: {len(shown)} of {len(texts)}: {shown}")
    assert len(shown) < 0.01 * len(texts), shown


def test_what_staff_did_leads_to_the_route_for_staff(ask):
    texts = searches("staff")
    assert len(texts) >= 35

    for text in texts:
        places = [where for found in asked(ask, text).places for where in found]
        results = [where for where in places if not where.startswith("/help/child/")]
        results = [where for where in results if where != "/respond/"]  # of a card
        assert re.match(r"/route/|/contacts/#lado|/glossary/#lado", results[0]), text
        assert "/help/parent/" not in places, text


@pytest.mark.parametrize(("text", "page"), WHO_DID_IT)
def test_who_did_it_decides_the_page(ask, text, page):
    assert asked(ask, text).places[0][0].startswith(page), text


def test_every_question_of_the_site_is_answered_first_and_by_no_card(ask, data):
    for question in data.kinds["questions"].values():
        for text in (question.question, question.question.lower().rstrip("?")):
            answer = asked(ask, text)
            assert answer.titles[0] == question.question, answer.titles
            assert (answer.away, answer.card) == ("", -1)
