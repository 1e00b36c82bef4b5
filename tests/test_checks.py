"""The rules of pages: what an editor is told before anything is built."""

import pytest
from conftest import ROOT, cases_of, file_with

from macros.checks.examination import check_site
from macros.problems import DataError

HEAD = """\
---
title: A page of its own
description: A description that no other page has.
for: [everyone]
reviewed: 2026-11-22
---
"""


def said_of(project, page):
    """What the checks say of the project with this page added."""
    (project / "docs" / "new.md").write_text(page, encoding="utf-8")
    menu = (project / "mkdocs.yml").read_text(encoding="utf-8")
    menu = menu.replace("  - site-map.md", "  - site-map.md\n      - new.md")
    (project / "mkdocs.yml").write_text(menu, encoding="utf-8")
    try:
        check_site(project)
    except DataError as error:
        return [str(p) for p in error.problems if p.file == "docs/new.md"]
    return []


def test_the_real_site_has_no_faults():
    assert check_site(ROOT).pages


@pytest.mark.parametrize("case", cases_of("pages"))
def test_each_mistake_is_explained_at_its_line(case, project):
    page = case["page"] if case.get("whole") else HEAD + case["page"]

    assert said_of(project, page) == case["says"]


def test_two_pages_with_one_title_are_told_apart(project):
    page = (project / "docs" / "route.md").read_text(encoding="utf-8")

    (project / "docs" / "new.md").write_text(page, encoding="utf-8")

    with pytest.raises(DataError) as error:
        check_site(project)

    said = "this page's title is the same as in docs/new.md: change one"
    assert f"docs/route.md:1: {said}" in str(error.value).splitlines()


def test_the_strip_needs_a_number(project):
    file = file_with(project, "data/*/contacts.yml", "phone: '999'")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("  phone: '999'\n", ""), encoding="utf-8")

    with pytest.raises(DataError, match="'emergency' is emergency"):
        check_site(project)
