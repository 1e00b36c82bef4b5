"""The one way to a copy of the project that a test may break."""

import shutil
from pathlib import Path

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
