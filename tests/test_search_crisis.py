"""A cry for help brings a card up, and a question of work does not.

The lists of tests/search/ are asked of the built site's own table.
"""

import re

import pytest
import yaml
from asking import asked, counted, engine_of, judged, read_round
from conftest import ROOT
from searching import SEARCHES, searches

RECORDS = yaml.safe_load(
    (ROOT / "data" / "national" / "crisis.yml").read_text(encoding="utf-8")
)["cards"]
CARDS = [card["id"] for card in RECORDS]
LEARN = SEARCHES / "learn"
# What was learned from these lists may miss so much of them, and no more.
CRIES = {"crisis": 0.06, "crisis-rounds": 0.1}
WRITERS = {"a": 0.14, "b": 0.18, "c": 0.13, "d": 0.21, "first": 0.07, "held": 0.14}
# The long lists are asked in the audit: a hash holds the table to them in each run.
EACH = pytest.mark.parametrize(
    "writer",
    [
        pytest.param(name, marks=() if name in ("first", "held") else pytest.mark.audit)
        for name in WRITERS
    ],
)
# Asked of the ranking as well: a card before the answer is no fault.
EITHER = {
    "999",
    "childline",
    "emergency",
    "i want to talk to someone",
    "someone shared a nude of me",
    "someone has shared my daughters nudes",
    "my son has been touching his sister",
    "brother touching sister",
    "child has told me something",
}
OTHER = 0.22  # cries with a card that is neither the one that fits nor the general one
FALSE = 0.01

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
    "number for social services",
    "ring social care",
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
        if card >= 0 and CARDS[card] in (c["card"], CARDS[-1])
    ]

    print(
        f"\ncards: {len(cases) - len(missed)} of {len(cases)}, {len(fitting)} fitting"
    )
    assert len(missed) <= CRIES["crisis"] * len(cases), missed
    assert len(fitting) >= 0.7 * len(cases)


def test_what_was_missed_once_brings_up_a_card_now(ask):
    texts = searches("crisis-rounds")
    assert len(texts) >= 500

    missed = [text for text in texts if asked(ask, text).card < 0]

    print(f"\ncards of the rounds: {len(texts) - len(missed)} of {len(texts)}")
    assert len(missed) <= CRIES["crisis-rounds"] * len(texts), missed


@EACH
def test_the_cries_of_each_writer_bring_up_cards(ask, writer):
    lists = yaml.safe_load((LEARN / f"cries-{writer}.yml").read_text(encoding="utf-8"))
    missed, other = [], 0
    for fits, texts in lists.items():
        for text in texts:
            card = asked(ask, str(text)).card
            missed += [text] if card < 0 else []
            other += card >= 0 and CARDS[card] not in (fits, CARDS[-1])
    many = sum(map(len, lists.values()))

    print(f"\n{writer}: {len(missed)} of {many} missed, {other} with another card")
    assert len(missed) <= WRITERS[writer] * many, missed
    assert other <= OTHER * many


@EACH
def test_what_each_writer_looks_up_brings_up_few(ask, writer):
    file = LEARN / f"ordinary-{writer}.yml"
    texts = [str(text) for text in yaml.safe_load(file.read_text(encoding="utf-8"))]

    shown = [text for text in texts if asked(ask, text).card >= 0]

    print(f"\n{writer}: {len(shown)} of {len(texts)} ordinary searches: {shown}")
    assert len(shown) <= FALSE * len(texts), shown


@pytest.mark.parametrize("card", CARDS)
def test_each_card_comes_up_for_its_own_phrases_and_for_what_was_learned(ask, card):
    record = next(c for c in RECORDS if c["id"] == card)
    for text in [*record["always"], *record.get("alone", [])]:
        assert CARDS[asked(ask, text).card] == card, text
    first = yaml.safe_load((LEARN / "cries-d.yml").read_text(encoding="utf-8"))[card]
    shown = [CARDS[n] for t in first if (n := asked(ask, str(t)).card) >= 0]
    assert shown.count(card) >= 0.4 * len(shown), (card, shown)


# What each list of other searches is held to: a point or two below what it reaches.
ROUNDS = [("round", 0.83), ("round-2", 0.9), ("round-3", 0.82), ("ways", 0.86)]


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

    shown = [t for t in texts if t not in EITHER and asked(ask, t).card >= 0]

    print(f"\ncards on ordinary searches: {len(shown)} of {len(texts)}: {shown}")
    assert len(shown) < 0.01 * len(texts), shown


def test_what_staff_did_leads_to_the_route_for_staff(ask):
    texts = searches("staff")
    assert len(texts) >= 35

    for text in texts:
        answer = asked(ask, text)
        under = answer.places[answer.card >= 0 :]  # of the card, if there is one
        places = [where for found in under for where in found]
        results = [where for where in places if not where.startswith("/help/child/")]
        results = [where for where in results if where != "/respond/"]  # of a card
        assert re.match(r"/route/|/contacts/#lado|/glossary/#lado", results[0]), text
        assert "/help/parent/" not in places, text


@pytest.mark.parametrize(("text", "page"), WHO_DID_IT)
def test_who_did_it_decides_the_page(ask, text, page):
    answer = asked(ask, text)
    general = answer.card == len(CARDS) - 1  # it says nothing of who did it
    assert answer.places[general][0].startswith(page), text


def test_every_question_of_the_site_is_answered_first_and_by_no_card(ask, data):
    for question in data.kinds["questions"].values():
        for text in (question.question, question.question.lower().rstrip("?")):
            answer = asked(ask, text)
            assert answer.titles[0] == question.question, answer.titles
            assert (answer.away, answer.card) == ("", -1)
