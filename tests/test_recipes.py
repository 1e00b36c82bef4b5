"""The recipes for developers: followed to the letter in a copy of the project."""

import json
import re
import shutil
import subprocess
import sys

import pytest
from conftest import ROOT
from small import EXAMPLE, examples, make_small

RECIPE = (ROOT / "HACKING.md").read_text(encoding="utf-8")
BLOCKS = {found["file"]: found["text"] for found in EXAMPLE.finditer(RECIPE)}


def run(folder, *words):
    """A command of the copy, by the code of the copy."""
    done = subprocess.run(
        [sys.executable, "-m", "publish", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert not done.returncode, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def followed(tmp_path_factory):
    """A small project with its code, in which the recipe was followed."""
    folder = make_small(tmp_path_factory.mktemp("recipe"))
    for room in ("macros", "publish", "theme", "schemas", ".vscode"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / room, folder / room, ignore=ignored)
    shutil.copy(ROOT / "EDITING.md", folder)
    menu = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[0]
    pages = ("index.md", "prepare.md", "events.md")
    lines = "".join(f"  - {page}\n" for page in pages)
    (folder / "mkdocs.yml").write_text(f"{menu}\nnav:\n{lines}", encoding="utf-8")
    for name, text in BLOCKS.items():
        (folder / name).write_text(text, encoding="utf-8")
    run(folder, "generated")
    run(folder)
    return folder


def index_of(folder):
    """The index of search, as a browser gets it."""
    (file,) = (folder / "site" / "assets").glob("search-index*.js")
    return json.loads(file.read_text(encoding="utf-8").partition("=")[2])


def test_a_kind_is_one_module_one_template_one_data_file_and_one_page():
    assert sorted(BLOCKS) == [
        "data/events.yml",
        "docs/events.md",
        "macros/schema/kinds/events.py",
        "templates/event.html",
    ]


def test_the_page_shows_the_new_record(followed):
    html = (followed / "site" / "events" / "index.html").read_text(encoding="utf-8")

    assert 'id="first-monday"' in html
    assert "Every first Monday" in html


def test_search_finds_the_new_record_and_ranks_it(followed):
    index = index_of(followed)

    assert index["kinds"]["event"] == [0.9, "Event"]
    (row,) = index["rows"]["event"]
    assert "The first Monday" in row


def test_the_new_file_has_its_head_and_keeps_its_records(followed):
    text = (followed / "data" / "events.yml").read_text(encoding="utf-8")

    assert text.startswith("# EVENTS: when people meet\n")
    assert "#   when " in text
    assert text.endswith(BLOCKS["data/events.yml"])


def test_the_new_kind_has_its_schema_and_programs_know_it(followed):
    schema = json.loads((followed / "schemas" / "events.json").read_text("utf-8"))
    settings = json.loads((followed / ".vscode" / "settings.json").read_text("utf-8"))

    assert schema["items"]["properties"]["when"]["description"].startswith("When it is")
    assert settings["yaml.schemas"]["schemas/events.json"] == "data/events.yml"


def test_the_guide_has_the_new_macros_and_the_new_example(followed):
    guide = (followed / "EDITING.md").read_text(encoding="utf-8")

    assert re.search(
        r'^\| `event` \| alone \| `\{\{ event\("example-event"\)', guide, re.M
    )
    assert re.search(r"^\| `events` \| alone \| `\{\{ events\(\)", guide, re.M)
    assert "The example evening" in examples(guide)["data/events.yml"]
