"""Passages: what one place says, where a page or a record that is for all asks."""

import re

import pytest
from conftest import cases_of
from small import change, make_small, nationalised

from macros.checks import shared
from macros.checks.examination import check_site, examine
from macros.schema.all_kinds import KINDS

ADDS = [name for name, kind in KINDS.items() if kind.extends]


@pytest.fixture
def small(tmp_path, monkeypatch):
    """The small project: its pages are of one place, and not held to the gate."""
    monkeypatch.setattr(shared, "APPLIED", False)
    return make_small(tmp_path)


def shown_on(project, address="/"):
    """What the macros of a page of a sound project give, but drawings, as one text."""
    html = "\n".join(check_site(project).pages[address].html)
    return " ".join(re.sub("<svg.*?</svg>", "", html).split())


def whose(look, words):
    """The mark that says on whose word something stands, with its source."""
    return (
        f'<a class="whose whose-{look}" href="#source-example-guide" '
        f'data-search-exclude>{words}<span class="unseen">, source 1</span></a>'
    )


PUBLISHED = whose("published", "Published")
OPEN = whose("confirm", "To be confirmed")


def national_questions(project):
    """Have the small project ask its question in the national layer."""
    for name in ("gaps", "sources", "contacts"):
        file = nationalised(project, name)
        text = file.read_text(encoding="utf-8")
        # The small place is at example.org, which nothing national may name.
        file.write_text(text.replace("example.org", "example.net"), encoding="utf-8")


def with_passage(project, record, call='{{ passage("example-question") }}'):
    """Give the project one passage, and have its start page call for it."""
    national_questions(project)
    passages = project / "data/local/passages.yml"
    passages.write_text(record, encoding="utf-8")
    on_start_page(project, f"\n{call}\n")


def on_start_page(project, words):
    """Put words on the start page, in place of the last line of its list."""
    page = project / "docs/index.md"
    text = page.read_text(encoding="utf-8").replace("- Another thing", words, 1)
    page.write_text(text, encoding="utf-8")


PASSAGE = """\
- id: example-question
  text: |-
    Ring first.

    Then write.
  items: [A name, A day]
  contacts: [example-helpline]
  standing: published
  sources: [example-guide]
"""
SHORT = PASSAGE.replace(
    PASSAGE[PASSAGE.index("|-") : PASSAGE.index("  standing")], "Ring first.\n"
)
NONE = "# none\n"


@pytest.mark.parametrize("case", cases_of("passages"))
def test_what_is_wrong_with_a_passage_is_said_where_it_is_typed(small, case):
    change(small, case)

    assert [str(problem) for problem in examine(small).faults] == case["says"]


def test_a_passage_is_shown_with_its_list_its_numbers_and_its_sources(small):
    with_passage(small, PASSAGE)

    html = shown_on(small)

    assert "<p>Ring first.</p> <p>Then write.</p>" in html
    assert "<li>A name</li> <li>A day</li>" in html
    assert html.count('class="calls"') == 1
    assert f'<p class="ways"> {PUBLISHED} </p>' in html


def test_where_there_is_no_passage_its_question_is_shown(small):
    with_passage(small, NONE)

    assert f'<p class="gaps">{OPEN}' in shown_on(small)


def test_a_short_passage_may_stand_in_a_sentence(small):
    with_passage(small, SHORT, 'Here: {{ passage_text("example-question") }}')

    html = shown_on(small)
    assert f"</a> Ring first. {PUBLISHED} <" in html


def test_its_question_may_stand_in_the_same_sentence(small):
    with_passage(small, NONE, 'Here: {{ passage_text("example-question") }}')

    html = shown_on(small)
    assert f"</a> {OPEN} When the panel meets is not published." in html
    assert '<p class="gaps">' not in html


def test_a_question_that_a_passage_answers_is_not_listed_as_open(small):
    before = {fact.id for _, fact in examine(small).data.to_confirm()}
    with_passage(small, PASSAGE, '{{ gaps() }}\n\n{{ passage("example-question") }}')

    html = shown_on(small)

    waiting = {fact.id for _, fact in examine(small).data.to_confirm()}
    assert before - waiting == {"example-question"}
    assert "Nothing is waiting to be confirmed." in html


def test_where_a_page_asks_a_question_its_answer_is_shown(small):
    file = small / "data/local/panel.yml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("  standing:", "  answers: [example-question]\n  standing:", 1)
    file.write_text(text, encoding="utf-8")
    on_start_page(small, '\n{{ gap("example-question") }}\n')

    html = shown_on(small)

    assert f"<p>The panel gives advice.</p> <p>{PUBLISHED} </p>" in html
    assert "To be confirmed" not in html


@pytest.mark.parametrize("kind", ADDS)
def test_each_kind_that_can_be_added_to_shows_what_is_added(small, kind):
    record_id = re.search(r"- id: (\S+)", KINDS[kind].example)[1]
    record = SHORT.replace("Ring first.", "This is added here.")
    record += f"  after: {kind}/{record_id}\n"
    (small / "data/local/passages.yml").write_text(record, encoding="utf-8")
    call = SHOWN.get(kind)
    if call:
        on_start_page(small, f"\n{{{{ {call} }}}}\n")

    assert "This is added here." in shown_on(small)


SHOWN = {
    "continuum.caveats": "continuum()",
    "continuum.steps": "continuum()",
    "figures": "figures()",
    "questions": "questions()",
    "resources": "resources()",
    "routes.answers": "route()",
    "steps": 'steps("prepare")',
    "terms": "terms()",
    "words": "words()",
}


@pytest.mark.parametrize("call", ["{{ gaps() }}", '{{ gaps("panel") }}'])
def test_a_list_of_questions_shows_the_answers_that_no_page_asks_for(small, call):
    with_passage(small, PASSAGE, call)

    shown = shown_on(small)

    assert "1 question answered" in shown
    assert "Then write." in shown
    assert "Nothing is waiting" in shown


def test_an_answer_to_a_part_of_which_no_page_has_a_list_is_lost(small):
    with_passage(small, PASSAGE, '{{ gaps("training") }}')

    (fault,) = examine(small).faults
    assert "no page shows the passage 'example-question'" in fault.message
