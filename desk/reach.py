"""Which files the desk reads and writes: those that the project itself knows.

No path comes from a question: it names a kind, an id or a page, each looked up in
what the project has. What is found must also lie where it seems to lie.
"""

from pathlib import Path

from macros.reading.pages import page_paths
from macros.reading.rooms import at, project_of
from macros.schema.all_kinds import ALL

from .kept import Content

PICTURES = (".jpg", ".png")  # that the desk makes
OUTSIDE = "{file} is a link to elsewhere: the desk leaves it alone"
UNREADABLE = "{file} cannot be read: save it as UTF-8"


def file_of_page(root: Path, path: str) -> str:
    """The file of a page that there is. Raises ValueError."""
    if path not in page_paths(root):
        raise ValueError(f"there is no page {path}")
    return f"docs/{path}"


def kind_named(name: str) -> str:
    """A kind of record by its name. Raises ValueError."""
    if name not in ALL:
        raise ValueError(f"there is no kind of record called {name}")
    return name


def text_of(root: Path, file: str) -> str:
    """A file's text with its line ends as they are; empty where there is none.

    Raises ValueError, with words, for one that leads out of the project.
    """
    path = inside(root, file)
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError):
        raise ValueError(UNREADABLE.format(file=file)) from None


def content_of(root: Path, file: str) -> Content | None:
    """What a file holds, a picture as bytes; None where there is none or nothing."""
    if Path(file).suffix in PICTURES:
        path = inside(root, file)
        return path.read_bytes() if path.is_file() else None
    return text_of(root, file) or None


def inside(root: Path, file: str) -> Path:
    """Where a file is, if that is truly in the project. Raises ValueError."""
    project = project_of(root).resolve()
    path = at(root, file)
    there = path.resolve()
    plain = (project / path.relative_to(project_of(root))).absolute()
    if there != plain or not there.is_relative_to(project):
        raise ValueError(OUTSIDE.format(file=file))
    return path
