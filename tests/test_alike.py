"""Whoever builds, wherever and whenever: the same facts give the same bytes."""

import os
import random
import subprocess
import sys
from datetime import timedelta

import pytest
from copying import ROOT, copy_project, last_day

from macros.facts.site_data import load_site

SETTINGS = {
    "one folder": {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "PYTHONCOERCECLOCALE": "0",  # so that files are ASCII to whoever does not say
        "PYTHONUTF8": "0",
        "PYTHONHASHSEED": "1",
        "umask": "022",
        "days after": 0,
    },
    "en änderer/Ort": {
        "TZ": "America/Los_Angeles",
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "de_DE.UTF-8",
        "PYTHONHASHSEED": "2",
        "umask": "077",
        "days after": 37,
    },
}
COMMANDS = (["site"], ["offline"], ["deploy", "nginx"])


@pytest.fixture(scope="module")
def projects(tmp_path_factory):
    """Two copies of the project, and what was made in each under its own settings."""
    made = []
    last = last_day(load_site(ROOT))
    for place, given in SETTINGS.items():
        settings = {
            name: value for name, value in given.items() if name != "days after"
        }
        today = last + timedelta(given["days after"])
        folder = tmp_path_factory.mktemp("alike") / place
        folder.mkdir(parents=True)
        rewrite(copy_project(folder), seed=int(settings["PYTHONHASHSEED"]))
        for command in COMMANDS:
            day = ["--today", f"{today}"] if command == ["site"] else []
            subprocess.run(
                [sys.executable, "-m", "publish", "--root", folder, *command, *day],
                cwd=ROOT,
                env={**os.environ, **settings},
                umask=int(settings["umask"], 8),
                check=True,
                capture_output=True,
            )
        made.append(folder)
    return made


def rewrite(folder, seed):
    """Write each file anew in another order, at another time of its own."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    random.Random(seed).shuffle(files)
    for age, file in enumerate(files):
        content = file.read_bytes()
        file.unlink()
        file.write_bytes(content)
        os.utime(file, (1_700_000_000 + seed * 90_000 + age,) * 2)


@pytest.mark.whole
@pytest.mark.parametrize("room", ["site", "ready"])
def test_two_builds_are_alike_to_the_byte(projects, room):
    one, other = (
        {
            file.relative_to(folder).as_posix(): file.read_bytes()
            for file in (folder / room).rglob("*")
            if file.is_file()
        }
        for folder in projects
    )

    assert one
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


@pytest.mark.whole
def test_a_build_of_the_project_itself_is_alike_to_those_of_copies(projects, site):
    for folder in projects:
        for file in sorted(site.rglob("*.html")):
            made = folder / "site" / file.relative_to(site)
            assert made.read_bytes() == file.read_bytes(), file
