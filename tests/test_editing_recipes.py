"""The twenty tasks of EDITING.md, followed word for word in a copy of a small project.

A case has what the recipe promises. That nothing else changes is held for each.
"""

import io
import re
import shutil

import pikepdf
import pytest
import yaml
from conftest import CASES
from desks import desk_of
from followed import GUIDE, Follower, counted, steps_of, table
from officer import Officer
from origin import make_origin
from PIL import Image
from selectolax.lexbor import LexborHTMLParser
from sheets import ASKING
from small import make_small_site
from test_desk_tasks import TASKS as AT_THE_DESK
from test_new import NEEDED

from desk.journal import differing
from macros.checks.examination import examine
from publish.__main__ import main
from publish.ten import MOST, as_side, recipes

TASKS = yaml.safe_load((CASES / "recipes/tasks.yml").read_text(encoding="utf-8"))
HERE = [case for case in TASKS if "writes" in case]
SUPPORT = """\
---
title: Support
description: Where parents find help.
for: [everyone]
reviewed: 2026-11-22
---

# Support

{{ page_top() }}

Help for parents is here.

{{ page_foot() }}
"""
SHOWN = '{{ resources() }}\n\n{{ figure("example-count") }}\n'
MADE = (".cache/", ".desk/", "site/", "ready/", "schemas/")  # made, not typed


def typed(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    """A small project that was put out, whose pages show what the recipes change."""
    project = make_small_site(tmp_path_factory.mktemp("recipes"))
    (project / "docs" / "support.md").write_text(SUPPORT, "utf-8", newline="\n")
    typed(project / "mkdocs.yml", "- prepare.md\n", "- prepare.md\n  - support.md\n")
    foot = "\n{{ page_foot() }}"
    typed(project / "docs" / "prepare.md", foot, f"\n{SHOWN}{ASKING}{foot}")
    glossary = "## Example plan { #example-plan }\n\nWords."
    typed(project / "docs" / "glossary.md", glossary, "{{ terms() }}")
    for command in (["site"], ["promise"], ["diff", "--released"]):
        assert main(["--root", str(project), *command]) == 0
    return project


@pytest.fixture
def project(released, tmp_path):
    return shutil.copytree(released, tmp_path / "project")


@pytest.fixture(scope="module")
def files():
    """What somebody has at hand."""
    held = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(held, "PNG")
    return {"door.png": held.getvalue(), "leaflet.pdf": b"%PDF-1.7\n%%EOF\n"}


def contents(project):
    """Every file that a person may have changed, and what it holds."""
    files = (f for f in project.rglob("*") if f.is_file())
    named = {f.relative_to(project).as_posix(): f.read_bytes() for f in files}
    return {n: held for n, held in named.items() if not n.startswith(MADE)}


def written(before, after):
    """How many lines of each file went or came; 1 for a file that is no text."""
    found = {}
    for name in before.keys() | after.keys():
        old, new = before.get(name, b""), after.get(name, b"")
        if old != new:
            text = name.endswith((".yml", ".md", ".txt"))
            found[name] = len(differing(old.decode(), new.decode())) if text else 1
    return found


def moved(files, old, new):
    """The same files where a page has another name; the list of addresses says it."""

    def follow(name, held):
        if not name.endswith((".yml", ".md")):
            return held
        named = held.replace(f"/{old}/".encode(), f"/{new}/".encode())
        return named.replace(f"{old}.md".encode(), f"{new}.md".encode())

    names = {name: name.replace(f"docs/{old}.md", f"docs/{new}.md") for name in files}
    return {names[name]: follow(name, held) for name, held in files.items()}


@pytest.mark.parametrize("case", HERE, ids=[case["task"] for case in HERE])
def test_a_recipe_does_what_it_promises(case, project, files):
    before = contents(project)
    if case["task"] == "Undo a change":
        typed(project / "data/local/contacts.yml", "01632 960001", "01632 960666")

    follower = Follower(project, files)
    follower.follow(case["task"])

    site = follower.sites[-1]
    for page, words in case["shows"].items():
        assert words in site[page], page
    if "gone" in case:
        assert [name for name, html in site.items() if case["gone"] in html] == []
    assert examine(project).faults == []
    if "moves" in case:
        before = moved(before, *case["moves"])
    assert written(before, contents(project)) == case["writes"]


def test_another_area_has_its_site(tmp_path):
    """From a project with nothing of its own place, as the recipe begins it."""
    (tmp_path / "project").mkdir()
    project = make_origin(tmp_path / "project", make_small_site)
    (project / "macros" / "__init__.py").touch()  # no project has an empty room

    follower = Follower(project, answers=NEEDED)
    follower.follow("Begin the site of another area")

    began = tmp_path / "hsb-farshire"
    assert examine(began).faults == []
    assert NEEDED["partnership"] in follower.sites[-1]["index.html"]


def steps_at_the_desk(case):
    """The steps of a task at the desk: its own, or those of the desk's twenty tasks."""
    if isinstance(case.get("desk"), str):
        [steps] = [c["steps"] for c in AT_THE_DESK if c["task"] == case["desk"]]
        return steps
    return case.get("desk", [])


OWN = [case for case in TASKS if isinstance(case.get("desk"), list)]


@pytest.mark.parametrize("case", OWN, ids=[case["task"] for case in OWN])
def test_the_desk_does_the_same_in_its_own_steps(case, project, files):
    before = contents(project)
    with desk_of(project) as browser:
        officer = Officer(browser, files)
        if case["task"] == "Undo a change":
            [task] = [c for c in AT_THE_DESK if c["task"] == "change a phone number"]
            for step in task["steps"]:
                officer.step(step)
        for step in case["desk"]:
            officer.step(step)

    assert written(before, contents(project)) == case["writes"]


def test_there_is_a_recipe_for_each_of_the_twenty_tasks():
    assert len(TASKS) == 20
    assert list(recipes(GUIDE)) == [case["task"] for case in TASKS]


def test_the_table_counts_the_steps_of_both_ways_as_they_are():
    rows = {
        case["task"]: (
            anchor(case["task"]),
            counted(case["task"]),
            str(len(steps_at_the_desk(case)) or "not there"),
        )
        for case in TASKS
    }

    assert table() == rows


def anchor(title):
    """How a forge names a heading."""
    kept = (c for c in title.lower() if c.isalnum() or c in " -")
    return "".join(kept).replace(" ", "-")


def test_each_way_on_of_the_guide_leads_to_a_heading():
    headings = re.findall(r"^#+ (.+)$", GUIDE, re.M)
    there = {anchor(heading) for heading in headings}

    for link in re.findall(r"\]\(#([^)]+)\)", GUIDE):
        assert link in there, link


def test_one_side_has_the_first_ten_tasks_and_all_their_steps(tmp_path):
    (tmp_path / "EDITING.md").write_text(GUIDE, encoding="utf-8")

    assert main(["--root", str(tmp_path), "ten"]) == 0

    side = LexborHTMLParser((tmp_path / "ready" / "ten-things.html").read_bytes())
    tasks = [heading.text() for heading in side.css("h2")]
    first = [case["task"] for case in TASKS[:MOST]]
    assert tasks == [f"{n}. {title}" for n, title in enumerate(first, 1)]
    steps = [item.text() for item in side.css("li")]
    typed = [words for title in first for words, _ in steps_of(title)]
    assert steps == [words.replace("`", "").removesuffix(":") for words in typed]


def test_a_guide_without_the_recipes_makes_no_side(tmp_path, capsys):
    (tmp_path / "EDITING.md").write_text("# Editing\n", encoding="utf-8")

    assert main(["--root", str(tmp_path), "ten"]) == 1

    assert "Twenty tasks, step by step" in capsys.readouterr().err
    assert not (tmp_path / "ready").exists()


def test_ten_things_fit_on_one_side(browser):
    page = browser.new_page()
    page.set_content(as_side(GUIDE, "en-GB"))
    with pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as pdf:
        assert len(pdf.pages) == 1
    page.close()
