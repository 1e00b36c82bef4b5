"""The build: bad input never loses the last good site, and says what to mend."""

import os
import re
import subprocess
import sys

import pytest
from conftest import file_with
from copying import ROOMS, ROOT
from small import make_small

from publish.__main__ import main


def publish(project, *args):
    """The build command as an editor runs it, on a copy of the project."""
    return subprocess.run(
        [sys.executable, "-m", "publish", "--root", str(project), *args],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def files_of(folder):
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in folder.rglob("*")
        if p.is_file()
    }


@pytest.fixture
def last_good(project):
    """A project whose site/ holds something that must not be lost."""
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("the last good site")
    return project


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("data/*/terms.yml", "- id: hsb\n", "- id: hsb\n  naem: HSB\n", "'naem'"),
        ("data/*/contacts.yml", "- id: police", "\t- id: police", "starts with a tab"),
        ("docs/route.md", "{{ page_top() }}", "{{ page_topp() }}", "no macro"),
        ("docs/route.md", "{{ page_foot() }}", "A {{ stray\n", "'}}' at its end"),
        ("docs/panel/index.md", "../respond.md", "../repsond.md", "respond.md"),
        ("docs/route.md", "title: ", "titel: ", "did you mean 'title'"),
    ],
)
def test_a_fault_is_named_and_the_last_good_site_stays(last_good, file, old, new, says):
    path = file_with(last_good, file, old)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    done = publish(last_good)

    named = path.relative_to(last_good).as_posix()
    assert done.returncode == 1
    assert any(
        line.startswith(f"{named}:") and says in line
        for line in done.stderr.splitlines()
    ), done.stderr
    assert "Traceback" not in done.stderr
    assert "site/ is as it was before." in done.stderr
    assert files_of(last_good / "site") == {"index.html": b"the last good site"}
    assert not list(last_good.glob(".site-*"))


def test_a_broken_anchor_is_found_in_what_was_built(last_good):
    page = last_good / "docs" / "panel" / "index.md"
    text = page.read_text(encoding="utf-8")
    foot = "See [this](../respond.md#not-there).\n\n{{ page_foot() }}"
    page.write_text(text.replace("{{ page_foot() }}", foot), encoding="utf-8")

    done = publish(last_good)

    line = text[: text.index("{{ page_foot() }}")].count("\n") + 1
    assert done.returncode == 1
    assert f"docs/panel/index.md:{line}: " in done.stderr
    assert "not-there" in done.stderr
    assert files_of(last_good / "site") == {"index.html": b"the last good site"}


def test_a_missing_template_field_stops_the_build(last_good):
    (last_good / "templates" / "review.html").write_text("{{ page.raeder }}")

    done = publish(last_good)

    assert done.returncode == 1
    assert done.stderr.startswith("templates/review.html:1: ")
    assert "raeder" in done.stderr
    assert files_of(last_good / "site") == {"index.html": b"the last good site"}


def test_a_good_build_takes_the_place_of_the_last(last_good):
    done = publish(last_good)

    assert done.returncode == 0, done.stderr
    assert re.search(r"\d+ pages", done.stdout)
    assert (last_good / "site" / "panel" / "index.html").is_file()
    assert not list(last_good.glob(".site-*"))


def test_a_site_lost_by_a_killed_build_is_back_before_a_fault_is_told(tmp_path, capsys):
    project = make_small(tmp_path)
    lost = project / ".site-k1lled_0" / "old"
    lost.mkdir(parents=True)
    (lost / "index.html").write_text("the last good site")
    (project / "data" / "local" / "site.yml").unlink()

    assert main(["--root", str(project)]) == 1

    assert "site/ is as it was before." in capsys.readouterr().err
    assert files_of(project / "site") == {"index.html": b"the last good site"}
    assert not list(project.glob(".site-*"))


@pytest.mark.whole
def test_plain_mkdocs_build_works_as_its_users_expect(tmp_path):
    for room in ("mkdocs.yml", *ROOMS):
        os.symlink(ROOT / room, tmp_path / room)

    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "contacts" / "index.html").is_file()
