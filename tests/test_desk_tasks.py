"""Twenty tasks of a communications officer, done at the desk as a person would."""

import pytest
import yaml
from conftest import CASES
from desks import desk_of
from officer import Officer
from sheets import make_asking
from small import promise

from desk.journal import differing

TASKS = yaml.safe_load((CASES / "desk/tasks.yml").read_text(encoding="utf-8"))
MOST = 16  # steps of the longest: a record of thirteen fields


def files_of(project):
    return {
        f.relative_to(project).as_posix(): f.read_text(encoding="utf-8")
        for f in project.rglob("*.*")
        if f.is_file() and f.suffix in (".yml", ".md", ".txt")
    }


@pytest.mark.parametrize("case", TASKS, ids=[case["task"] for case in TASKS])
def test_a_task_is_done_at_the_desk(case, tmp_path):
    project = make_asking(tmp_path)
    promise(project, "/prepare/\n")
    before = files_of(project)
    with desk_of(project) as browser:
        officer = Officer(browser)
        for step in case["steps"]:
            officer.step(step)

    assert case["says"] in officer.text, officer.text
    after = files_of(project)
    names = {*before, *after}
    written = {f: differing(before.get(f, ""), after.get(f, "")) for f in names}
    written = {file: len(lines) for file, lines in written.items() if lines}
    if "writes" in case:
        assert written == case["writes"]
    assert case.get("moves", "docs/index.md") in after
    if "answers" in case:
        assert case["answers"] in written


def test_no_task_takes_more_steps_than_it_should():
    steps = {case["task"]: len(case["steps"]) for case in TASKS}

    assert len(steps) == 20
    assert max(steps.values()) <= MOST
    assert sorted(steps.values())[10] <= 5  # half of them
