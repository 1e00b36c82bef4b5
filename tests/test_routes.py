"""Routes: every way to spoil the tree of each place is refused by its rule."""

from collections import Counter
from dataclasses import replace

import pytest
import yaml
from conftest import CASES

from macros.checks.no_need import asks_to_tell, says_no_need
from macros.checks.routes import routes, tells
from macros.library.ways import MOST, ways_of
from macros.schema.kinds.routes import RouteAnswer

QUESTIONS, CHOICES, ANSWERS = "routes.questions", "routes.choices", "routes.answers"
SAID = yaml.safe_load((CASES / "no-need.yml").read_text(encoding="utf-8"))
everywhere = pytest.mark.everywhere


def changed(data, kind, record_id, **fields):
    """The facts with another value in a record."""
    records = dict(data.kinds[kind])
    records[record_id] = records[record_id].model_copy(update=fields)
    return replace(data, kinds={**data.kinds, kind: records})


def without(data, kind, record_id):
    """The facts without a record."""
    records = {k: r for k, r in data.kinds[kind].items() if k != record_id}
    lines = {k: at for k, at in data.lines[kind].items() if k != record_id}
    return replace(
        data,
        kinds={**data.kinds, kind: records},
        lines={**data.lines, kind: lines},
    )


def codes(data):
    """The rules that the ways of these facts break."""
    return {problem.code for problem in routes(data)}


@everywhere
def test_no_rule_is_broken_here(data):
    assert list(routes(data)) == []
    assert data.kinds[QUESTIONS]
    assert data.kinds[ANSWERS]


@everywhere
def test_a_choice_that_leads_back_is_a_circle(data):
    start = ways_of(data).start.id
    for choice in data.kinds[CHOICES].values():
        spoilt = changed(data, CHOICES, choice.id, ask=start, answer=None)
        assert "route-circle" in codes(spoilt), choice.id


@everywhere
def test_a_choice_that_leads_nowhere_is_a_dead_end(data):
    for choice in data.kinds[CHOICES].values():
        spoilt = changed(data, CHOICES, choice.id, ask=None, answer=None)
        assert "route-end" in codes(spoilt), choice.id


@everywhere
def test_a_question_that_loses_its_choices_is_a_dead_end(data):
    for question in data.kinds[QUESTIONS]:
        spoilt = data
        for choice in ways_of(data).choices[question]:
            spoilt = without(spoilt, CHOICES, choice.id)
        assert "route-end" in codes(spoilt), question


@everywhere
def test_a_choice_that_is_lost_is_missed(data):
    """What it alone led to is an orphan, or nobody is left who asks for the unsure."""
    led = Counter(c.answer or c.ask for c in data.kinds[CHOICES].values())
    for choice in data.kinds[CHOICES].values():
        alone = led[choice.answer or choice.ask] == 1
        wanted = {"route-lost"} if alone else set()
        wanted |= {"route-unsure"} if choice.unsure == "yes" else set()
        assert wanted, f"nobody would miss {choice.id}"
        assert wanted <= codes(without(data, CHOICES, choice.id)), choice.id


@everywhere
@pytest.mark.parametrize(
    ("field", "code"), [("contacts", "route-contact"), ("sources", "route-source")]
)
def test_an_answer_without_a_contact_or_a_source_is_refused(data, field, code):
    for answer in data.kinds[ANSWERS]:
        assert code in codes(changed(data, ANSWERS, answer, **{field: ()})), answer


@everywhere
def test_six_taps_are_too_many(data):
    """Questions put before the first, each with its way out for the unsure."""
    first = ways_of(data).start
    taps = max(len(taps) for taps in ways_of(data).walks())
    choice = next(iter(data.kinds[CHOICES].values()))
    questions, choices, last = {}, {}, first.id
    for number in range(MOST + 1 - taps):
        asked = first.model_copy(update={"id": f"more-{number}"})
        on = {"id": f"on-{number}", "of": asked.id, "ask": last, "answer": None}
        out = {"id": f"out-{number}", "of": asked.id, "unsure": "yes"}
        choices |= {on["id"]: choice.model_copy(update={**on, "unsure": "no"})}
        choices |= {out["id"]: choice.model_copy(update=out)}
        questions, last = {asked.id: asked, **questions}, asked.id
        more = {QUESTIONS: questions, CHOICES: choices}
        kinds = {k: {**new, **data.kinds[k]} for k, new in more.items()}
        lines = {k: dict.fromkeys(records, 1) for k, records in kinds.items()}
        long = replace(
            data, kinds={**data.kinds, **kinds}, lines={**data.lines, **lines}
        )
        far = taps + number + 1
        assert max(len(taps) for taps in ways_of(long).walks()) == far
        assert ("route-long" in codes(long)) == (far > MOST)
    assert far == MOST + 1


@everywhere
def test_whoever_is_not_sure_reaches_somebody_who_can_tell(data):
    for choice in data.kinds[CHOICES].values():
        if choice.unsure == "yes":
            answer = data.of(RouteAnswer)[choice.answer]
            assert tells(data, answer.contacts)
            helpline = changed(data, ANSWERS, answer.id, contacts=("childline",))
            assert "route-unsure" in codes(helpline)


@pytest.mark.parametrize("text", SAID["found"])
def test_words_for_doing_nothing_are_found(text):
    assert says_no_need(text)


@pytest.mark.parametrize("text", SAID["sound"])
def test_words_for_doing_something_are_left_alone(text):
    assert not says_no_need(text)


def test_as_what_to_do_first_even_the_words_that_pass_are_refused():
    """The list of words is a net; that `first` asks to ring or tell is the wall."""
    assert SAID["passed"]
    assert not [text for text in SAID["passed"] if asks_to_tell(text)]


def test_only_a_clause_that_asks_to_ring_or_tell_is_one():
    assert asks_to_tell("Listen. Then ring social care.")
    assert asks_to_tell("If it may be harmful, tell the lead.")
    assert not asks_to_tell("Talk to the child, and note it.")
    assert not asks_to_tell("Only ring if you are certain.")
