"""The recipe of HACKING.md for a new kind of record, followed word for word."""

import json
import re
import subprocess
import sys

import pytest
from copying import ROOT, copy_project

RECIPE = re.compile(r"^### `(\S+)`\n\n```\w+\n(.*?)^```", re.M | re.S)


@pytest.fixture(scope="module")
def followed(tmp_path_factory):
    """A copy of the project in which somebody has followed the recipe."""
    more = ("publish", "schemas", ".vscode", "EDITING.md")
    copy = copy_project(tmp_path_factory.mktemp("recipe"), more)
    hacking = (ROOT / "HACKING.md").read_text(encoding="utf-8")
    for name, text in RECIPE.findall(hacking):
        assert not (copy / name).exists(), name
        (copy / name).write_text(text, encoding="utf-8")
    menu = copy / "mkdocs.yml"
    text = menu.read_text(encoding="utf-8")
    entry = "      - resources.md\n"
    assert entry in text
    menu.write_text(text.replace(entry, f"{entry}      - events.md\n"), "utf-8")
    for command in ("generated", "site"):
        done = subprocess.run(
            [sys.executable, "-m", "publish", command],
            cwd=copy,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    return copy


def text_of(folder, pattern):
    (file,) = folder.glob(pattern)
    return file.read_text(encoding="utf-8")


def test_the_recipe_has_four_files():
    names = [n for n, _ in RECIPE.findall((ROOT / "HACKING.md").read_text("utf-8"))]

    assert [name.partition("/")[0] for name in names] == [
        "macros",
        "templates",
        "data",
        "docs",
    ]


def test_the_new_record_stands_on_its_page(followed):
    page = text_of(followed, "site/events/index.html")

    assert "Autumn briefing on the panel" in page
    assert "1 October 2026, online." in page


def test_search_finds_the_new_record_and_knows_its_rank(followed):
    script = text_of(followed, "site/assets/search-index.*.js")
    index = json.loads(script.strip().removeprefix("siteSearch=").rstrip(";"))

    assert index["kinds"]["event"] == [0.8, "Event"]
    assert index["rows"]["event"].split("^")[1] == "Autumn briefing on the panel"


def test_the_new_kind_has_a_schema_and_its_file_a_head(followed):
    schema = json.loads(text_of(followed, "schemas/events.json"))
    settings = json.loads(text_of(followed, ".vscode/settings.json"))

    assert schema["items"]["properties"]["place"]["enum"] == ["online", "in person"]
    assert settings["yaml.schemas"]["schemas/events.json"] == "data/*/events.yml"
    assert text_of(followed, "data/local/events.yml").startswith("# EVENTS: training")


def test_the_guide_has_its_macros_and_its_example(followed):
    guide = text_of(followed, "EDITING.md")

    assert '| `event` | alone | `{{ event("example-briefing") }}` |' in guide
    assert "| `events` | alone | `{{ events() }}` |" in guide
    assert "### `data/local/events.yml`" in guide
