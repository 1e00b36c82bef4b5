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
from small import make_small

from macros.checks.examination import examine
from macros.checks.rules import RULES as CODES

TODAY = date(2026, 11, 24)
RULES = cases_of("rules")
PROMISES = yaml.safe_load((CASES / "promises.yml").read_text(encoding="utf-8"))
# Words by which a guide promises that something is held to.
PROMISE = re.compile(
    r"\b(?:never|only|under \d+|one of|none may|must not|always|not both|nothing else"
    r"|no (?:phone|digits|names)|does not belong|alphabetical order|ending in"
    r"|(?:two|three) (?:to|or) \w+ (?:short )?lines|starts \"|one to three"
    r"|one or two short)\b",
    re.I,
)


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return make_small(tmp_path_factory.mktemp("small"))


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


def heads():
    """What the heads of the data files and the guide promise, as (file, sentence)."""
    for file in sorted((ROOT / "data").glob("*.yml")):
        lines = file.read_text(encoding="utf-8").splitlines()
        ends = next(n for n, line in enumerate(lines) if line and line[0] != "#")
        head = " ".join(line.lstrip("# ") for line in lines[:ends] if line)
        yield from sentences(f"data/{file.name}", head)
    guide = (ROOT / "EDITING.md").read_text(encoding="utf-8")
    guide = guide.partition("## The macros")[0]
    yield from sentences("EDITING.md", guide)


def sentences(file, text):
    for sentence in re.split(r"(?<=[.:?])\s+(?=[A-Z0-9`\"-])|\n\n", text):
        words = " ".join(sentence.split())
        if PROMISE.search(words):
            yield file, words


def test_every_promise_of_a_guide_is_held():
    lost = [
        f"{file}: {sentence}"
        for file, sentence in heads()
        if not any(promise in sentence for promise in PROMISES)
    ]
    assert not lost, "give each of these a line in tests/cases/promises.yml"


def test_every_promise_that_is_listed_stands_in_a_guide():
    every = [sentence for _, sentence in heads()]

    assert [p for p in PROMISES if not any(p in s for s in every)] == []


def test_a_promise_is_held_by_rules_that_are_there():
    for promise, held in PROMISES.items():
        for code in held.get("by", []):
            assert code in CODES, promise
        assert held.get("by") or held.get("shape") or held.get("people"), promise
