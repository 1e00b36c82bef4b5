"""What an editor may do wrong, and what we say: each case on a whole small project.

A case names a file, what is found in it, what is typed instead, and all that is said
of the whole project then. `+1: ...` is said of the same file, one line below the one
where the typing began; anything of another file has its name in front.
"""

import re

import pytest
import yaml
from conftest import CASES
from small import make_small, saved_as

from macros.checks.examination import examine

SLIPS = [
    pytest.param(case, id=f"{file.stem}: {name}")
    for file in sorted((CASES / "slips").glob("*.yml"))
    for name, case in yaml.safe_load(file.read_text(encoding="utf-8")).items()
]
# Words of programmers, which no editor should have to read.
JARGON = re.compile(
    r"traceback|yaml|utf-8 codec|scalar|mapping|token|parse|regex|pattern|pydantic|"
    r"jinja|str\b|\bNone\b|exception|Error|\(\?|\[a-z",
    re.I,
)


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return make_small(tmp_path_factory.mktemp("small"))


def slip(project, case):
    """Make the slip; gives the line on which it was made."""
    file = project / case["in"]
    if "save" in case:
        saved_as(file, case["save"])
        return 1
    text = file.read_text(encoding="utf-8")
    assert case["find"] in text
    typed = text.replace(case["find"], case["type"], 1)
    file.write_text(typed, encoding="utf-8", newline="")
    return text[: text.index(case["find"])].count("\n") + 1


def test_the_small_project_has_no_faults(small):
    assert [str(problem) for problem in examine(small).problems] == []


def test_there_are_as_many_slips_as_were_asked_for():
    assert len(SLIPS) >= 80


@pytest.mark.parametrize("case", SLIPS)
def test_each_slip_is_explained_at_its_line(small, case):
    file = small / case["in"]
    was = file.read_bytes()
    try:
        line = slip(small, case)
        problems = examine(small).problems
    finally:
        file.write_bytes(was)

    said = [
        f"{p.line - line:+d}: {p.said}" if p.file == case["in"] else str(p)
        for p in problems
    ]
    assert said == case["says"]
    for problem in problems:
        assert not JARGON.search(problem.said), problem.said
