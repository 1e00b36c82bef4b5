"""What a forge does by itself: with few rights, and with what does not change."""

import re

import pytest
import yaml
from conftest import ROOT

FLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
# What runs, and so what CODEOWNERS has to name.
CODE = [".ci", ".github", ".vscode", "benchmarks", "macros", "publish", "templates"]
CODE += ["tests", "theme", "Makefile", "mkdocs.yml", "pyproject.toml", ".gitlab-ci.yml"]


@pytest.fixture(params=FLOWS, ids=lambda file: file.name)
def flow(request):
    text = request.param.read_text(encoding="utf-8")
    return text, yaml.safe_load(text)


def test_each_action_is_pinned_and_says_its_version(flow):
    used = re.findall(r"uses: (\S+)(.*)", flow[0])

    assert used
    for action, remark in used:
        assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", action), action
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", remark), action


def test_only_the_job_that_publishes_or_opens_an_issue_may_write(flow):
    text, read = flow
    rights = [read["permissions"]]
    rights += [job.get("permissions", {}) for job in read["jobs"].values()]

    assert read["permissions"] in ({}, {"contents": "read"})
    writing = [r for r in rights if "write" in r.values()]
    assert writing in (
        [],
        [{"pages": "write", "id-token": "write"}],
        [{"issues": "write"}],
    )
    assert "pull_request_target" not in text
    assert text.count("actions/checkout@") == text.count("persist-credentials: false")


def test_what_opens_an_issue_runs_no_code_of_ours_and_opens_one_a_month():
    flow = yaml.safe_load((ROOT / ".github/workflows/upkeep.yml").read_text())
    steps = flow["jobs"]["issue"]["steps"]

    assert flow[True]["schedule"] == [{"cron": "17 6 1 * *"}]
    assert not any("checkout" in step.get("uses", "") for step in steps)
    assert "write" not in flow["jobs"]["list"]["permissions"].values()
    assert 'grep -Fqx "$title" titles' in steps[-1]["run"]
    assert "check --due" in flow["jobs"]["list"]["steps"][-2]["run"]
    lab = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text())["upkeep"]
    assert '$CI_PIPELINE_SOURCE == "schedule" && $UPKEEP_TOKEN' in str(lab["rules"])
    assert "check --due > due.md" in lab["script"][1]


def test_a_site_is_published_each_week_so_that_what_lapsed_asks_to_be_checked():
    flow = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text())

    assert flow[True]["schedule"] == [{"cron": "23 5 * * 1"}]


def test_nothing_typed_by_a_stranger_runs_in_a_shell(flow):
    for job in flow[1]["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")


def test_nothing_is_published_before_somebody_means_it():
    flow = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text())
    lab = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text())

    assert "vars.PUBLISH_PAGES == 'yes'" in flow["jobs"]["build"]["if"]
    assert flow["jobs"]["publish"]["needs"] == "build"
    assert '$PUBLISH_PAGES == "yes"' in lab["pages"]["rules"][0]["if"]


def test_what_runs_has_its_owners_line():
    text = (ROOT / ".github" / "CODEOWNERS").read_text()

    for name in CODE:
        assert (ROOT / name).exists()
        assert re.search(rf"^(?:# )?/{re.escape(name)}/? +@", text, re.M), name
