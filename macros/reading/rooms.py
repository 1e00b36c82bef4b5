"""Where the rooms of a place are: its own, or those that all places share.

A place is a folder with `data/local/` and `addresses.txt`. The project's own folder is
one. Another place stands below the project, as `examples/durham/`, and takes from it
every room that it does not have itself.
"""

from functools import lru_cache
from pathlib import Path

from ..schema.layers import LOCAL, NATIONAL

MENU = "mkdocs.yml"  # the file that a project's folder has
# What no place takes from another one.
OWN = (LOCAL, "addresses.txt", "schemas")
NEEDS = "data/local/ and addresses.txt"


@lru_cache(maxsize=64)
def project_of(root: Path) -> Path:
    """The folder of the project that a place belongs to; its own, if there is none."""
    above = (folder for folder in (root, *root.parents) if (folder / MENU).is_file())
    return next(above, root)


def at(root: Path, name: str) -> Path:
    """A room of a place, or a file in one: the place's own room if it has that.

    `name` is written from the project's folder, with forward slashes.
    """
    room = NATIONAL if name.startswith(NATIONAL) else name.partition("/")[0]
    if name.startswith(OWN) or (root / room).exists():
        return root / name
    return project_of(root) / name


def is_place(folder: Path) -> bool:
    """Whether a folder has what makes it a place."""
    return (folder / LOCAL).is_dir() and (folder / "addresses.txt").is_file()


def site_of(root: Path) -> Path:
    """The folder that the site of a place is built into: `site/`, or `site-durham/`."""
    project = project_of(root)
    return project / ("site" if project == root else f"site-{root.name}")
