"""The wall: nothing that a page may hold by a trick comes out in its HTML.

Every attack stands in a page of its own, and one build makes HTML of them all, as if
no check of the words had been there. The wall alone must refuse each.
"""

from contextlib import suppress

import pytest
import yaml
from conftest import CASES, ROOT
from small import make_small

from macros.checks.examination import Examined
from macros.facts.site_data import read_site
from macros.library.calls import Call, pieces_in
from macros.library.filled import filled
from macros.library.made import make_calls
from macros.library.page import Page
from macros.library.render import renderer_of
from macros.problems import DataError
from publish.engines.mkdocs import make_pages
from publish.judged import check_built

ATTACKS = yaml.safe_load((CASES / "attacks" / "html.yml").read_text(encoding="utf-8"))
PAGE = """\
---
title: Attack {number}
description: Attack {number} of a list.
for: [everyone]
reviewed: 2026-11-22
---

# Attack {number}

Words before.

{attack}

Words after.
"""
BODY = 7  # the first line of the page's words
FIRST = 12  # the line of the page on which the attack starts


@pytest.fixture(scope="module")
def attacked(tmp_path_factory):
    """A small project with a page for each attack, built; gives all faults."""
    project = make_small(tmp_path_factory.mktemp("attacked"))
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    del config["nav"], config["watch"]
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (project / "theme").symlink_to(ROOT / "theme")
    for number, case in enumerate(ATTACKS.values()):
        text = PAGE.format(number=number, attack=case["page"])
        (project / "docs" / f"attack-{number}.md").write_text(text, encoding="utf-8")
    data, _ = read_site(project)
    pages = {
        page.address: unchecked(page, data, project) for page in data.pages.values()
    }
    with suppress(DataError):  # the engine warns of links that lead nowhere
        make_pages(project, Examined(data, [], pages), project / "site")
    return check_built(project, project / "site", data)


def unchecked(source, data, project):
    """A page filled as if nothing were wrong with it."""
    pieces = pieces_in(source, [])
    calls = [piece for piece in pieces if isinstance(piece, Call)]
    page = Page(source, data, renderer_of(project / "templates"))
    return filled(pieces, make_calls(page, calls, []).html)


@pytest.mark.parametrize("name", ATTACKS)
def test_the_wall_alone_refuses_every_attack_at_its_line(attacked, name):
    number = list(ATTACKS).index(name)
    case = ATTACKS[name]
    first, last = FIRST, FIRST + case["page"].count("\n")
    if "somewhere" in case:  # no line holds what came out: then the first is named
        first = last = BODY

    said = [p for p in attacked if p.file == f"docs/attack-{number}.md"]

    assert any(
        first <= p.line <= last and case.get("says", "") in p.message for p in said
    ), said


def test_pages_without_an_attack_are_let_through(attacked):
    # The theme's links to pages that the small project does not have.
    other = [p for p in attacked if "leads nowhere" not in p.message]

    assert [p for p in other if "attack-" not in p.file] == []
