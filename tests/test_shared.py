"""What all places share names none of them, once that is looked at."""

import inspect

import pytest
from conftest import ROOT, cases_of
from small import change, make_small

from macros.checks import shared
from macros.checks.examination import examine
from macros.library.all_macros import MACROS


@pytest.fixture
def small(tmp_path, monkeypatch):
    """The small project as one of many: its pages are held to the gate."""
    monkeypatch.setattr(shared, "APPLIED", True)
    project = make_small(tmp_path)
    (project / "data" / "national").mkdir()
    start = project / "docs" / "index.md"
    text = start.read_text(encoding="utf-8")
    kept = ("---", "title", "desc", "for", "reviewed", "#", "{{ page_", "-")
    lines = [line for line in text.splitlines() if line.startswith(kept) or not line]
    start.write_text("\n".join(lines) + "\n", encoding="utf-8")
    other = project / "docs" / "prepare.md"
    text = other.read_text(encoding="utf-8")
    other.write_text(text.replace('{{ cite("example-guide") }}', ""), encoding="utf-8")
    return project


def test_pages_that_name_no_place_pass(small):
    assert [str(problem) for problem in examine(small).faults] == []


@pytest.mark.parametrize("case", cases_of("shared"))
def test_what_is_one_place_s_alone_is_said_where_it_is_typed(small, case):
    change(small, case)

    assert [str(problem) for problem in examine(small).faults] == case["says"]


def test_a_project_of_one_place_may_name_it(small):
    (small / "data" / "national").rmdir()
    words = {"find": "- Another thing", "type": "- Ask ESCP"}
    change(small, {"change": [{"in": "docs/index.md", **words}]})

    assert [str(problem) for problem in examine(small).faults] == []


def test_templates_and_the_theme_of_this_project_name_no_place():
    named = {p.file for p in shared.named_in_texts(ROOT)}

    assert [file for file in named if not file.startswith("docs/")] == []


def test_each_macro_that_names_a_record_is_known():
    named = {
        name
        for name, macro in MACROS.items()
        if {"id", "ids"} & inspect.signature(macro).parameters.keys()
    }

    assert named - {"passage", "passage_text"} == set(shared.NAMED_BY)
