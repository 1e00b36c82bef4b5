"""A file as text, or what keeps it from being read."""

import os
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import ParamSpec, TypeVar

from ..problems import Problem
from .bounds import too_large, too_long
from .rooms import at
from .unseen import first_unseen

MERGE = re.compile(r"^(<{7}|\|{7}|>{7})(\s|$)")
BOTH = (
    "two versions of this file were joined here and both were left in: keep the lines "
    "that are right, and delete the other ones and this line"
)

# What programs lay beside a file while it is open or being saved.
PASSING = re.compile(
    r"[.].*|~\$.*|#.*#|.*~|.*\.(?:sw[a-p]|tmp|part|crdownload)|.*___jb_\w+___|4913"
)

P = ParamSpec("P")
T = TypeVar("T")
FORGETS: list[Callable[[], object]] = []  # what empties each thing that is kept


def read_text(root: Path, file: str, problems: list[Problem]) -> str | None:
    """The text of a file, seen from `root`, or None with `problems` saying why."""
    path = at(root, file)
    if not path.is_file():
        problems.append(
            Problem(file, 1, "this file is missing: put it back", code="file-missing")
        )
        return None
    large = too_large(file, path.stat().st_size)
    if large:
        problems.append(large)
        return None
    content = path.read_bytes()
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in content[:200:2]:
        message = "this file is saved as UTF-16: save it again as UTF-8"
        problems.append(Problem(file, 1, message, code="encoding"))
        return None
    try:
        text = content.decode("utf-8-sig")  # Notepad adds a mark at the start
    except UnicodeDecodeError as error:
        problems.append(not_utf8(file, content, error.start))
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = [
        problem
        for number, line in enumerate(text.split("\n"), 1)
        for problem in unreadable(file, number, line)
    ]
    found += too_long(file, text)
    problems += found
    return None if found else text


def not_utf8(file: str, content: bytes, start: int) -> Problem:
    """The first letter that another encoding wrote, at its line."""
    line = content.count(b"\n", 0, start) + 1
    letter = content[start : start + 1].decode("cp1252", "replace")
    message = f"'{letter}' is not saved as UTF-8 here: save the file again as UTF-8"
    return Problem(file, line, message, code="encoding")


def unreadable(file: str, number: int, line: str) -> list[Problem]:
    """What no line may hold: the marks of a merge, and what cannot be seen."""
    if MERGE.match(line):
        return [Problem(file, number, BOTH, code="merge-mark")]
    found = first_unseen(line)
    if not found:
        return []
    before = line[: found.start()].strip()[-20:]
    where = f"after '{before}'" if before else "at the start of the line"
    message = f"a character that cannot be seen, {where}: delete it and type it again"
    return [Problem(file, number, message, code="unseen-character")]


def stamp(file: Path) -> tuple[str, int, int]:
    """What changes when the file does, without reading it."""
    try:
        status = file.stat()
    except OSError:  # gone, or held by a program
        return (str(file), 0, 0)
    return (str(file), status.st_mtime_ns, status.st_size)


def files_below(folder: Path) -> list[Path]:
    """The files of a folder and its folders, in order, as far as they can be listed.

    Without those that programs leave for a moment: they are no part of a site.
    """
    found = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not PASSING.fullmatch(name)]
        found += [Path(parent, name) for name in names if not PASSING.fullmatch(name)]
    return sorted(found)


def kept(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Keeps what a function made of files, by their stamps, until `forget`."""

    def keeping(function: Callable[P, T]) -> Callable[P, T]:
        cached = lru_cache(maxsize=most)(function)
        FORGETS.append(cached.cache_clear)
        return cached  # type: ignore[return-value]

    return keeping


def forget() -> None:
    """Have every file read again.

    One that went and came back while it was read has its old stamp, and what was read
    may be wrong.
    """
    for empty in FORGETS:
        empty()
