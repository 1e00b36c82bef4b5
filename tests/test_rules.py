"""Every rule of facts and pages: what trips it, what does not, and who promises it.

A case of `cases/rules/` names a rule by its code, typings that break it with all that
is said then, and typings near them that do not, each tried on the small project.
`cases/promises.yml` gives the rule of each promise in the guides.
"""

import re
from datetime import date

import pytest
import yaml
from conftest import CASES, ROOT, cases_of
from small import make_small, with_all_of_safety

from macros.checks.examination import examine
from macros.checks.rules import RULES as CODES
from macros.schema.all_kinds import ALL
from macros.schema.kind import EVERYWHERE

TODAY = date(2026, 11, 24)
RULES = cases_of("rules")
PROMISES = yaml.safe_load((CASES / "promises.yml").read_text(encoding="utf-8"))
# Words by which a guide promises that something is held to.
PROMISE = re.compile(
    r"\b(?:never|only|under \d+|one of|none may|must not|always|not both|nothing else"
    r"|no (?:phone|digits|names)|does not belong|alphabetical order|ending in"
    r"|(?:two|three) (?:to|or) \w+ (?:short )?lines|starts \"|one to three"
    r"|one or two short"
    r")\b",
    re.I,
)


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return with_all_of_safety(make_small(tmp_path_factory.mktemp("small")))


def typed(project, typing):
    """What is said of the project with a typing in it, and the line of the typing."""
    file = project / typing["in"]
    was = file.read_bytes()
    text = was.decode()
    assert typing["find"] in text
    try:
        changed = text.replace(typing["find"], typing["type"], 1)
        file.write_text(changed, encoding="utf-8", newline="")
        problems = examine(project, today=TODAY).problems
    finally:
        file.write_bytes(was)
    return problems, text[: text.index(typing["find"])].count("\n") + 1


@pytest.mark.parametrize("case", RULES)
def test_what_breaks_a_rule_is_said_at_its_line(small, case):
    assert case["trips"]
    for typing in case["trips"]:
        problems, line = typed(small, typing)

        said = [
            f"{p.line - line:+d}: {p.said}" if p.file == typing["in"] else str(p)
            for p in problems
        ]
        assert said == typing["says"], typing["type"]
        assert case["rule"] in {problem.code for problem in problems}


@pytest.mark.parametrize("case", RULES)
def test_what_is_near_a_rule_and_keeps_it_passes(small, case):
    assert case["passes"]
    for typing in case["passes"]:
        problems, _ = typed(small, typing)

        assert [str(problem) for problem in problems] == [], typing["type"]


def test_every_rule_has_a_case():
    assert {case.values[0]["rule"] for case in RULES} == set(CODES)


def promises():
    """What the kinds of record and the guide promise, as (place, sentence)."""
    for kind in ALL.values():
        for paragraph in kind.about:
            yield from sentences(kind.name, paragraph)
        for field in kind.model.model_fields.values():
            yield from sentences(kind.name, field.description or "")
    guide = (ROOT / "EDITING.md").read_text(encoding="utf-8")
    guide = guide.partition("## The macros")[0]
    yield from sentences("EDITING.md", guide)


def sentences(file, text):
    for sentence in re.split(r"(?<=[.:?])\s+(?=[A-Z0-9`\"-])|\n\n", text):
        words = " ".join(sentence.split())
        if PROMISE.search(words):
            yield file, words


@pytest.mark.parametrize("name", ALL)
def test_every_rule_that_a_kind_promises_has_a_check_and_so_a_case(name):
    for rule in (*ALL[name].rules, *EVERYWHERE):
        assert rule.check in CODES, rule.words


def test_every_check_is_promised_somewhere():
    held = {rule.check for kind in ALL.values() for rule in kind.rules}
    held |= {rule.check for rule in EVERYWHERE}
    held |= {code for how in PROMISES.values() for code in how.get("by", ())}

    assert set(CODES) - held == set()


def test_every_other_promise_is_held_or_is_said_to_be_for_people():
    lost = [
        f"{place}: {sentence}"
        for place, sentence in promises()
        if not any(promise in sentence for promise in PROMISES)
    ]
    assert not lost, "give each of these a line in tests/cases/promises.yml"


def test_every_promise_that_is_listed_stands_in_a_guide():
    every = [sentence for _, sentence in promises()]

    assert [p for p in PROMISES if not any(p in s for s in every)] == []


@pytest.mark.parametrize("promise", PROMISES)
def test_a_promise_names_rules_that_there_are(promise):
    assert set(PROMISES[promise].get("by", ())) <= set(CODES)
