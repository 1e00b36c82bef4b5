"""README's chapter for another partnership, followed command by command."""

import os
import re
import shutil
import subprocess

import pytest
from conftest import ROOT
from test_new import NEEDED

from macros.facts.site_data import load_site
from publish.places.questions import words_asked
from publish.places.shared import shared_files

CHAPTER = (ROOT / "README.md").read_text("utf-8").partition("\n## Another part")[2]
CHAPTER = CHAPTER.partition("\n## ")[0]
# A county of no other project, so that none of its words can be in a file that came
# along: also when these tests run in a project that was itself begun by them.
SHIRE = next(
    shire
    for shire in (f"{first}shire" for first in ("Mid", "Nether"))
    if shire not in load_site(ROOT).site.partnership
)
TYPED = {
    key: typed.replace("Farshire", SHIRE).replace("farshire", SHIRE.lower())
    for key, typed in NEEDED.items()
}
TYPED |= {
    "short_name": f"{SHIRE[0]}SCP",
    "front_door_name": f"{SHIRE} Door",
    "front_door_phone": f"01632 9601{len(SHIRE):02}",
}
BLOCKS = re.findall(r"^```sh\n(.*?)^```", CHAPTER, re.M | re.S)


def run(command, folder):
    """Type a command, without the set-up that every project does once."""
    for place in (folder, folder.parent / "my-site"):
        if place.is_dir() and not (place / ".venv").exists():
            (place / ".venv").symlink_to(ROOT / ".venv")
        for lock in place.glob("requirements*.lock"):
            os.utime(lock, (0, 0))  # older than the stamp of what is installed
    # As at a prompt: under another make, make would add its own lines to the answers.
    alone = {name: value for name, value in os.environ.items() if "MAKE" not in name}
    done = subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env=alone,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, (command, done.stdout + done.stderr)
    return done.stdout


def test_setting_up_adds_nothing_to_what_a_command_prints(tmp_path):
    """The first command of a newcomer sets up, and its output goes into a file."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    for lock in ROOT.glob("requirements*.lock"):
        (tmp_path / lock.name).touch()
    for name in ("python", "pip"):
        program = tmp_path / ".venv" / "bin" / name
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text("#!/bin/sh\necho noise of $0\n", encoding="utf-8")
        program.chmod(0o755)

    assert run("make .venv/site.stamp", tmp_path) == ""
    assert (tmp_path / ".venv" / "site.stamp").is_file()


@pytest.fixture(scope="module")
def followed(tmp_path_factory):
    """The folder of a project begun as README says; and what was printed."""
    above = tmp_path_factory.mktemp("newcomer")
    project = above / "hsb-panel-site"
    for name in [*shared_files(ROOT), "addresses.txt", "CHANGELOG.md"]:
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, project / name)
    shutil.copytree(ROOT / "data/local", project / "data/local")
    printed = []
    for command in BLOCKS[0].splitlines():
        printed.append(run(command, project))
        answers = above / "answers.yml"
        text = answers.read_text(encoding="utf-8")
        for key, typed in TYPED.items():
            text = re.sub(rf"^{key}:$", f"{key}: {typed}", text, flags=re.M)
        answers.write_text(text, encoding="utf-8")
    return project, printed


def test_the_chapter_counts_its_commands_and_answers():
    counted = re.search(r"takes (\w+) commands and (\d+) answers", CHAPTER)
    needed = [question for question in words_asked() if question.needed]

    assert counted.groups() == ("three", str(len(needed)))
    assert [len(block.splitlines()) for block in BLOCKS] == [3, 1]


def test_the_new_site_is_built_and_shows_who_answered(followed):
    project, printed = followed
    site = project.parent / "my-site" / "site"
    start = (site / "index.html").read_text(encoding="utf-8")
    contacts = (site / "contacts" / "index.html").read_text(encoding="utf-8")

    assert "site/ is ready" in printed[-1]
    assert TYPED["panel_name"] in start
    assert TYPED["front_door_phone"] in contacts
    assert "tel:999" in contacts
    sources = (site / "about" / "sources" / "index.html").read_text(encoding="utf-8")
    assert "business manager" in sources


def test_nothing_of_the_first_place_is_in_the_new_project(followed):
    from test_places import HISTORY, came_along, finds, words_of

    new = followed[0].parent / "my-site"
    words = words_of(ROOT)
    came = came_along(ROOT)  # as they did to this project, from one before it
    for file in new.rglob("*"):
        name = file.relative_to(new).as_posix()
        skipped = name.startswith((".venv", "site/")) or name in {*HISTORY, *came}
        if file.is_file() and not skipped and "__pycache__" not in name:
            text = file.read_text(encoding="utf-8", errors="replace")
            assert [word for word in words if finds(word, text)] == [], name


def test_the_update_of_the_chapter_takes_what_is_new(followed):
    project, _ = followed
    page = project / "docs" / "about" / "changes.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("# Changes", "# What changed", 1), encoding="utf-8")

    printed = run(BLOCKS[1], project.parent / "my-site")

    assert "docs/about/changes.md: changed" in printed


@pytest.mark.audit
def test_the_new_project_passes_its_own_tests(followed):
    new = followed[0].parent / "my-site"

    run(".venv/bin/python -m pytest -n auto -p no:cacheprovider", new)
