"""House rules: what is a fault, what is advice, and what is left alone."""

import pytest
from small import make_small

from macros.checks.examination import examine
from macros.style.reading_ease import grade, syllables
from macros.style.spelling import corrections

HARD = (
    "Organisational accountability necessitates multidisciplinary consideration "
    "regarding interdependent responsibilities."
)
PLACE = "- One thing\n"


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return make_small(tmp_path_factory.mktemp("small"))


@pytest.fixture
def said(small):
    """Types words into the page in place of a line; gives what is said of them."""
    file = small / "docs" / "index.md"
    was = file.read_text(encoding="utf-8")
    line = was[: was.index(PLACE)].count("\n") + 1

    def of(typed):
        file.write_text(was.replace(PLACE, typed + "\n", 1), encoding="utf-8")
        problems = examine(small, advice=True).problems
        return [(p.grade, p.line - line, p.message) for p in problems]

    yield of
    file.write_text(was, encoding="utf-8")


def test_the_small_project_needs_no_advice(small):
    assert examine(small, advice=True).problems == []


def test_a_word_to_avoid_stops_the_build_with_what_to_write(said):
    assert said("A Gizmo.") == [
        (
            "fault",
            0,
            "'Gizmo' is a word to avoid: write 'tool'. Nobody knows what it means; to "
            'quote it, put it in double quotes or after "> "',
        )
    ]


@pytest.mark.parametrize(
    "quoted",
    ['They say "gizmo".', "> A gizmo.", "They say <q>gizmo</q>.", "A gizmo shop."],
)
def test_a_quotation_is_exempt_by_its_mark_up(said, quoted):
    assert said(quoted) == []


@pytest.mark.parametrize(
    "around", ['"Or" a gizmo and "and".', "A gizmo in a gizmo shop.", "- A gizmo"]
)
def test_what_stands_beside_a_quotation_is_not(said, around):
    assert [grade for grade, _, _ in said(around)] == ["fault"]


def test_what_the_table_itself_shows_is_exempt(said):
    assert said('\n{{ word("example-word") }}\n') == []


def test_a_word_to_avoid_in_a_fact_is_found_too(small):
    file = small / "data" / "local" / "steps.yml"
    was = file.read_text(encoding="utf-8")
    file.write_text(was.replace("what you know", "the gizmos"), encoding="utf-8")
    try:
        faults = examine(small).faults
    finally:
        file.write_text(was, encoding="utf-8")

    assert [p.file for p in faults] == ["data/local/steps.yml"]
    assert "'gizmos' is a word to avoid" in faults[0].message


def test_a_long_sentence_is_advice_at_its_line(said):
    words = "We say it " + "again and " * 12 + "again."

    assert ("advice", 0, "this sentence has 28 words: make two of it") in said(words)


def test_the_three_hardest_sentences_of_a_hard_page_are_named(said):
    found = said("\n".join([HARD] * 2 + [f"{HARD} {HARD}", "That is all we say here."]))

    assert {grade for grade, _, _ in found} == {"advice"}
    assert [line for _, line, _ in found] == [0, 1, 2]
    assert all("one of the three hardest sentences" in said for _, _, said in found)


def test_a_term_of_the_glossary_counts_as_one_short_word(said):
    assert said("An example plan, that example plan, and one more example plan.") == []


@pytest.mark.parametrize(
    ("heading", "small_words"),
    [("## What To Do Next", "to do next"), ("## Who to ring", None)],
)
def test_a_heading_is_in_sentence_case(said, heading, small_words):
    message = f"a heading has one capital: write '{small_words}' small"

    assert said(heading) == ([("advice", 0, message)] if small_words else [])


def test_a_name_keeps_its_capital_in_a_heading(said):
    assert said("We ask Example Safeguarding now.\n\n## Ask Example Safeguarding") == []


def test_a_short_form_comes_after_its_full_form(said):
    early = [("advice", 0)]

    assert [found[:2] for found in said("Use an EP now.")] == early
    assert said("Use an example plan (EP) now.") == []
    assert said('Use an {{ term("example-plan") }}, or EP, now.') == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("organization", "organisation"), ("recieve", "receive"), ("colored", "coloured")],
)
def test_spelling_is_british_and_right(said, typed, meant):
    message = f"'{typed}' is not spelt so in British English: did you mean '{meant}'?"

    assert said(f"We use {typed} here.") == [("advice", 0, message)]


@pytest.mark.parametrize(
    "right", ["organisation", "practice", "licence", "programme", "judgement", "whilst"]
)
def test_what_is_right_in_british_english_is_left_alone(right):
    assert right not in corrections()


def test_a_link_that_is_not_safe_is_advice(small):
    file = small / "data" / "local" / "sources.yml"
    was = file.read_text(encoding="utf-8")
    file.write_text(was.replace("url: https:", "url: http:"), encoding="utf-8")
    try:
        problems = examine(small, advice=True).problems
    finally:
        file.write_text(was, encoding="utf-8")

    assert [(p.grade, p.file) for p in problems] == [
        ("advice", "data/local/sources.yml")
    ]


@pytest.mark.parametrize(
    ("word", "beats"),
    [("child", 1), ("panel", 2), ("behaviour", 3), ("safeguarding", 3)],
)
def test_beats_are_counted_as_they_are_said(word, beats):
    assert syllables(word) == beats


def test_the_grade_of_a_known_sentence():
    # 6 words, 6 beats: 0.39 * 6 + 11.8 * 1 - 15.59
    assert grade([["the", "cat", "sat", "on", "the", "mat"]]) == pytest.approx(-1.45)
