"""The line of a file that typed what came out in a built page."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from macros.problems import Problem
from macros.reading.pages import PageSource
from macros.reading.unseen import UNSEEN

from .strict import Fault

FRAME = "theme/base.html"


def problem_of(root: Path, source: PageSource | None, fault: Fault) -> Problem:
    """A fault of a built page, at the line of the page or of the theme.

    What no line holds as it came out is said at the first line of the page's words,
    with what came out.
    """
    if source is not None and fault.inside:
        lines = enumerate(source.body.split("\n"), source.body_line)
        found = line_holding(fault.pieces, lines)
        if found:
            return Problem(source.file, found, fault.words)
        return Problem(source.file, source.body_line, with_snippet(fault))
    for file in theme_files(root):
        found = line_holding(fault.pieces[:1], enumerate(text_of(root / file), 1))
        if found:
            return Problem(file, found, fault.words)
    return Problem(FRAME, 1, with_snippet(fault))


def line_holding(pieces: Iterable[str], lines: Iterable[tuple[int, str]]) -> int | None:
    """The first line that holds one of the pieces, the most telling piece first."""
    written = [(number, line.casefold()) for number, line in lines]
    for piece in pieces:
        wanted = piece.strip().casefold().split("\n")[0]
        for number, line in written:
            if wanted and wanted in line:
                return number
    return None


def with_snippet(fault: Fault) -> str:
    """What is wrong, with the piece of the page that it is about."""
    if not fault.pieces:
        return fault.words
    piece = " ".join(UNSEEN.sub("?", fault.pieces[0]).split())
    return f"{fault.words} (it came out as: {piece[:80]})" if piece else fault.words


def theme_files(root: Path) -> list[str]:
    """The theme's templates, as seen from the project."""
    found = (root / "theme").rglob("*.html")
    return sorted(file.relative_to(root).as_posix() for file in found)


def text_of(file: Path) -> list[str]:
    """The lines of a file of the theme, kept while it does not change."""
    return _text_of(file, file.stat().st_mtime_ns).split("\n")


@lru_cache(maxsize=64)
def _text_of(file: Path, stamped: int) -> str:
    return file.read_text(encoding="utf-8", errors="replace")
