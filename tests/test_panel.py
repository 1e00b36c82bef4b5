"""The panel's page: each place's own words, and its questions where it has none."""

import pytest
from small import make_small

from macros.checks.examination import check_site, examine

QUESTION = """
- id: panel-members
  about: panel
  question: Who sits on it?
  sentence: Who sits on it is not published.
  ask: example-helpline
  standing: to be confirmed
  sources: [example-guide]

- id: panel-route
  about: panel
  question: How does a case get there?
  sentence: How a case gets there is not published.
  ask: example-helpline
  standing: to be confirmed
  sources: [example-guide]
"""
FIRST_STEP = """
- id: panel-first-step
  about: panel
  question: What comes first?
  sentence: What comes first is not published.
  ask: example-helpline
  standing: to be confirmed
  sources: [example-guide]
"""
GLANCE = """
- id: example-ages
  part: at a glance
  name: Ages
  text: Ten and above
  contacts: [example-helpline]
  standing: published
  sources: [example-guide]
"""
ROUTE = GLANCE.replace("example-ages", "example-route").replace(
    "  part:", "  answers: [panel-route]\n  part:"
)


@pytest.fixture
def small(tmp_path):
    project = make_small(tmp_path)
    added(project, "gaps", QUESTION)
    return project


def added(project, kind, records):
    """Put records at the end of a file of the small project."""
    file = project / "data" / "local" / f"{kind}.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.rstrip("\n") + "\n" + records, encoding="utf-8")


def shown(project, part):
    """What the panel's macro gives for a part, on the start page."""
    page = project / "docs" / "index.md"
    text = page.read_text(encoding="utf-8")
    call = f'\n{{{{ panel("{part}") }}}}\n'
    page.write_text(text.replace("- Another thing", call, 1), encoding="utf-8")
    return " ".join("\n".join(check_site(project).pages["/"].html).split())


def test_a_part_of_which_nothing_is_published_shows_its_question(small):
    html = shown(small, "members")

    assert "Who sits on it is not published." in html
    assert 'class="panel-facts"' not in html
    assert 'class="calls"' not in html


def test_a_part_without_a_record_and_without_a_question_is_a_fault(small):
    page = small / "docs" / "index.md"
    text = page.read_text(encoding="utf-8")
    call = '\n{{ panel("background") }}\n'
    page.write_text(text.replace("- Another thing", call, 1), encoding="utf-8")

    (said,) = examine(small).faults

    assert "'panel-background' is not in gaps.yml" in str(said)


def test_the_box_gives_a_few_words_each_with_numbers_to_ring(small):
    added(small, "panel", GLANCE)

    html = shown(small, "at a glance")

    assert "<dt>Ages</dt> <dd>Ten and above" in html
    assert html.count('href="tel:01632960001"') > 1
    assert "<dt>How a case gets there</dt>" in html


def test_the_box_asks_how_a_case_gets_there_until_that_is_answered(small):
    added(small, "panel", GLANCE + ROUTE)

    assert "How a case gets there" not in shown(small, "at a glance")


def test_before_the_first_step_is_said_its_question_has_the_numbers_to_ring(small):
    added(small, "gaps", FIRST_STEP)

    html = shown(small, "first step")

    assert "What comes first is not published." in html
    assert 'class="calls"' in html
    assert 'href="tel:01632960001"' in html
