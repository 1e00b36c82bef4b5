"""What can hurt a child if it is missing, wrong or old: what trips the list."""

from datetime import date

import pytest
import yaml
from conftest import CASES, ROOT
from small import change, make_small, with_all_of_safety

from macros.checks.examination import examine
from macros.checks.safety import open_safety, read_last
from macros.facts.site_data import load_site
from macros.schema.kinds.gaps import Gap
from macros.schema.kinds.safety import Safety
from macros.schema.kinds.sources import Source
from publish.report import SAFETY, parts

FILE = CASES / "safety" / "example.yml"
EACH = yaml.safe_load(FILE.read_text(encoding="utf-8"))
TODAY = date(2026, 11, 24)
# What the list has to hold in every place, by the words of its records.
HELD = {
    "danger-now",
    "danger-cannot-speak",
    "police-not-urgent",
    "worry-by-day",
    "worry-at-night",
    "first-steps",
    "after-an-assault",
    "image-of-a-child",
    "crisis-lines",
    "what-lines-pass-on",
    "adult-who-works-with-children",
}


@pytest.mark.parametrize("case", EACH, ids=[case["name"] for case in EACH])
def test_what_is_open_or_overdue_is_said_where_it_stands(tmp_path, case):
    change(make_small(tmp_path), case)

    data = load_site(tmp_path)

    said = (one.problem() for one in open_safety(data, case["day"]))
    assert [f"{p.file} {p.kind}/{p.id}: {p.said}" for p in said] == case["says"]


def test_the_example_of_the_guide_holds(tmp_path):
    root = with_all_of_safety(make_small(tmp_path))

    assert examine(root, today=TODAY).faults == []


def test_the_list_comes_before_all_else_with_the_pages_that_show_it(tmp_path):
    root = make_small(tmp_path)

    first = parts(root, date(2027, 2, 21))[0]

    assert first.name == SAFETY
    (one,) = first.problems
    assert one.message.startswith("The number for danger now (on https://")
    assert one.grade == "advice"


def test_an_id_that_is_not_there_stops_the_build_at_any_stage(tmp_path):
    root = make_small(tmp_path)
    typed = {"find": "[emergency]", "type": "[emergencies]"}
    change(root, {"change": [{"in": "data/local/safety.yml", **typed}]})

    problems = examine(root, today=TODAY).faults

    assert [(p.file, p.line, p.code) for p in problems] == [
        ("data/local/safety.yml", 3, "unknown-id")
    ]


@pytest.mark.everywhere
def test_the_list_holds_what_nobody_may_seek_in_vain(data):
    assert set(data.of(Safety)) >= HELD


@pytest.mark.everywhere
def test_each_thing_of_the_list_names_where_it_is_said(data):
    for safety in data.of(Safety).values():
        said = (*safety.steps, *safety.questions, *safety.sources, *safety.contacts)
        assert said or safety.open_while, safety.id
        for name in (n for n in safety.sources if safety.pages):
            assert read_last(data, (name,)) == data.of(Source)[name].read


@pytest.mark.everywhere
def test_the_questions_asked_first_are_those_that_leave_something_open(data):
    asked = {gap for safety in data.of(Safety).values() for gap in safety.open_while}

    critical = {gap.id for gap in data.of(Gap).values() if gap.safety == "critical"}

    assert asked == critical


def test_the_list_names_no_record_of_one_place():
    text = (ROOT / "data" / "national" / "safety.yml").read_text(encoding="utf-8")
    local = (ROOT / "data" / "local" / "contacts.yml").read_text(encoding="utf-8")

    ours = {r["id"] for r in yaml.safe_load(local) if "replaces" not in r}

    for record in yaml.safe_load(text):
        named = record.get("contacts", [])
        named = [named] if isinstance(named, str) else named
        roles = {"emergency", "front door", "police", "lado"}
        assert not ours & (set(named) - roles)
