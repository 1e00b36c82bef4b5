"""The one way to a copy of the project that a test may break."""

import functools
import shutil
import tempfile
from pathlib import Path

from macros.reading.promises import FILE as LIST
from macros.reading.promises import read_promises
from macros.schema.kinds.sources import Source
from publish.addresses import promise_all, records_shown
from publish.build import build_site

ROOT = Path(__file__).parent.parent
# What a build reads: rooms of facts, words, looks and logic, and two files.
ROOMS = ("data", "docs", "templates", "theme", "macros")
FILES = ("mkdocs.yml", "addresses.txt")
UNREAD = shutil.ignore_patterns("__pycache__")


def copy_project(folder, more=()):
    """Copy what a build reads into a folder, and gives the folder.

    `more` names what else a test needs: rooms or files, from the root.
    """
    for name in (*ROOMS, *FILES, *more):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=UNREAD)
        else:
            shutil.copy(ROOT / name, folder)
    return folder


def copy_released(folder):
    """The same with a list of promised addresses, as from a first release on."""
    copy_project(folder)
    (folder / LIST).write_text(promised_list(), encoding="utf-8", newline="\n")
    return folder


@functools.cache
def promised_list():
    """The list of this place, or, before it has promised any, its first one to come."""
    if read_promises(ROOT, []):
        return (ROOT / LIST).read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        folder = copy_project(Path(name))
        build_site(folder, folder / "site")
        promise_all(folder, folder / "site", records_shown(folder))
        return (folder / LIST).read_text(encoding="utf-8")


def last_day(data):
    """The last day that a place itself names: before it, what was read is to come."""
    read = (source.read for source in data.of(Source).values())
    reviewed = (page.meta.reviewed for page in data.pages.values())
    return max(day for day in (*read, *reviewed) if day)
