"""Whatever goes wrong while a page is made, as what a person can mend.

A preview looks at files that are half written, held by a program or gone for a moment,
and at templates that somebody is in the middle of changing: any error can come of it.
"""

import traceback
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError
from yaml import MarkedYAMLError

from macros.problems import DataError, Problem
from macros.reading.files import files_below, not_utf8

MENU = "mkdocs.yml"
ADDRESSES = "addresses.txt"
LOOKS = ("templates", "theme")
TEXTS = {".html", ".css", ".js", ".svg", ".txt", ".md", ".yml", ".py"}
GONE = "this is not there: put it back"
HELD = "this cannot be read ({}): close the program that holds it, or put it back"
FAILS = "this line cannot be made ({}): mend it"
UNKNOWN = "something cannot be made ({}): undo what was changed last"


def problems_of(root: Path, error: Exception) -> Sequence[Problem]:
    """What to mend in the project at `root`, so that `error` does not come again."""
    if isinstance(error, DataError):
        return error.problems
    return [replace(p, code=p.code or "engine") for p in _mishaps(root, error)]


def _mishaps(root: Path, error: Exception) -> Sequence[Problem]:
    if isinstance(error, UnicodeError):
        found = list(other_encodings(root))
        if found:
            return found
    if isinstance(error, OSError) and held(error) and error.filename:
        said = GONE if isinstance(error, FileNotFoundError) else HELD
        return [Problem(seen(root, error.filename), 1, said.format(error.strerror))]
    if isinstance(error, MarkedYAMLError) and error.problem_mark:
        line = error.problem_mark.line + 1
        return [Problem(MENU, line, FAILS.format(error.problem))]
    words = " ".join(f"{type(error).__name__}: {error}".split())
    if isinstance(error, TemplateNotFound):
        words = f"there is no {error.name}"
    if isinstance(error, TemplateSyntaxError) and error.filename:
        file = seen(root, error.filename)
        return [Problem(file, error.lineno, FAILS.format(str(error).split("\n")[0]))]
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        file = seen(root, frame.filename)
        if file.split("/")[0] in LOOKS:
            return [Problem(file, frame.lineno or 1, FAILS.format(words))]
    return [Problem(MENU, 1, UNKNOWN.format(words))]


def held(error: Exception) -> bool:
    """Whether a file could not be had, which may pass without anybody's doing."""
    return isinstance(error, OSError) and not isinstance(error, TemplateError)


def seen(root: Path, file: object) -> str:
    """A file's name as written from the project's folder, or its last part."""
    path = Path(str(file))
    inside = path.is_relative_to(root)
    return path.relative_to(root).as_posix() if inside else path.name


def other_encodings(root: Path) -> Iterator[Problem]:
    """Every file of text that was not saved as UTF-8."""
    files = [root / MENU, root / ADDRESSES]
    for room in ("data", "docs", *LOOKS):
        files += files_below(root / room)
    for file in files:
        if file.suffix not in TEXTS:
            continue
        try:
            content = file.read_bytes()
            content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            yield not_utf8(seen(root, file), content, error.start)
        except OSError:
            continue  # gone meanwhile
