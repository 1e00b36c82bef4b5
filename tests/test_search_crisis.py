"""A cry for help brings a card up, and a question of work does not.

The lists of tests/search/ are asked of the built site's own table; the small tables
below say what the search forgives by itself.
"""

import json

import pytest
import quickjs
import yaml
from asking import ASSETS, asked, counted, engine_of, judged, read_round
from conftest import ROOT
from searching import SEARCHES, searches

CARDS = [
    card["id"]
    for card in yaml.safe_load(
        (ROOT / "data" / "national" / "crisis.yml").read_text(encoding="utf-8")
    )["cards"]
]
RULES = [
    ("he touched me", "they>touch>me", True),
    ("touched me", "they>touch>me", False),
    ("i touched him", "they>touch>me", False),
    ("me he touched", "they>touch>me", False),
    ("me he touched", "they>touch+me", True),
    ("he touched me in a lesson", "they>touch>me+not work", False),
    ("touch me", "only touch/me+touch", True),
    ("touch me policy", "only touch/me+touch", False),
    ("please touch me now", "only touch/me+touch", False),
    ("please touch me", "only touch/me+touch", True),
    ("he one two three four five six touched me", "they>touch>me", False),
]
GROUPS = {
    "they": ("", "he|she"),
    "touch": ("touch|grab", "felt up|do/did things to"),
    "me": ("", "me"),
    "work": ("lesson|policy", ""),
    "end": ("suicid*", "end/ending my life"),
}
SAME = [
    ("touch", "touch touched touching touches touchin tuch toutch tocuh"),
    ("touch", "grab grabbed grabbing grabs grabd"),
    ("end", "suicide suicidal suicides sucidal"),
]


def table_of(*rules):
    """A small crisis table with one card for each rule, as the index has it."""
    numbers = {name: str(number) for number, name in enumerate(GROUPS)}
    cards = []
    for rule in rules:
        for name, number in numbers.items():
            rule = rule.replace(name, number)
        cards.append(["", "", [], [], "", rule])
    return {"words": [list(group) for group in GROUPS.values()], "cards": cards}


def fits(text, rule, known=()):
    """Whether a text brings up a card with the rule; `known` are words of the site."""
    context = quickjs.Context()
    for part in ("search-rules", "search-crisis"):
        context.eval((ASSETS / f"{part}.js").read_text(encoding="utf-8"))
    context.eval(
        f"const known = new Set({json.dumps(list(known))});"
        f"const crisis = new siteCrisis.Crisis({json.dumps(table_of(rule))},"
        " (word) => known.has(word));"
    )
    return context.eval(f"Boolean(crisis.card({json.dumps(text)}))")


@pytest.fixture(scope="module")
def ask(site):
    return engine_of(site)


@pytest.mark.parametrize(("text", "rule", "shown"), RULES)
def test_a_rule_says_what_must_follow_what(text, rule, shown):
    assert fits(text, rule) is shown


@pytest.mark.parametrize(("name", "forms"), SAME)
def test_endings_and_slips_are_forgiven(name, forms):
    for form in forms.split():
        assert fits(form, name), form


def test_a_word_of_the_site_is_no_slip():
    assert fits("tough", "touch")
    assert not fits("tough", "touch", known=["tough"])


def test_words_run_together_are_parted():
    assert fits("hetouchedme", "they>touch>me")
    assert fits("en ding my life", "end")


def test_a_phrase_may_have_one_of_several_words():
    assert fits("she did things to me", "they>touch>me")
    assert fits("ending my life", "end")
    assert not fits("my ending life", "end")


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


@pytest.mark.parametrize(("name", "least"), [("round", 0.88), ("round-2", 0.7)])
def test_a_round_of_other_searches_is_answered(ask, name, least):
    results = list(judged(ask, read_round(SEARCHES / f"{name}.yml")))

    figures = counted(results)
    print("".join(f"\n{k}: {dict(row)}" for k, row in figures.items()))
    assert figures["all"]["first"] >= least * figures["all"]["searches"]


def test_a_question_of_work_brings_up_none(ask):
    texts = [*searches("ordinary")]
    texts += [case["q"] for name in ("queries", "held-out") for case in searches(name)]
    assert len(texts) >= 750

    shown = [text for text in texts if asked(ask, text).card >= 0]

    print(f"\ncards on ordinary searches: {len(shown)} of {len(texts)}: {shown}")
    assert len(shown) < 0.01 * len(texts), shown


def test_every_question_of_the_site_is_answered_first_and_by_no_card(ask, data):
    for question in data.kinds["questions"].values():
        for text in (question.question, question.question.lower().rstrip("?")):
            answer = asked(ask, text)
            assert answer.titles[0] == question.question, answer.titles
            assert (answer.away, answer.card) == ("", -1)
