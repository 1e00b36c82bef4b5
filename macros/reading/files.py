"""A file as text, or what keeps it from being read."""

import re
from pathlib import Path

from ..problems import Problem
from .bounds import too_large, too_long
from .unseen import first_unseen

MERGE = re.compile(r"^(<{7}|\|{7}|>{7})(\s|$)")
BOTH = (
    "two versions of this file were joined here and both were left in: keep the lines "
    "that are right, and delete the other ones and this line"
)


def read_text(root: Path, file: str, problems: list[Problem]) -> str | None:
    """The text of a file, seen from `root`, or None with `problems` saying why."""
    path = root / file
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
    if not file.exists():
        return (str(file), 0, 0)
    status = file.stat()
    return (str(file), status.st_mtime_ns, status.st_size)
