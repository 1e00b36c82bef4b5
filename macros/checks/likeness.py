"""Names that are alike: what most likely was changed, and is still the same thing."""

import re
from difflib import SequenceMatcher

from ..reading.pages import PageSource
from .layout import GIVEN_ID, HEADING


def changed_line(page: PageSource, name: str) -> tuple[int, float]:
    """The line that most likely is, or was, the heading of this name."""
    found = [
        (max(like(name, words) for words in names_of(line)), -number)
        for number, line in page.lines()
        if line.strip()
    ]
    alike, number = max(found, default=(0.0, -page.body_line))
    return -number, alike


def names_of(line: str) -> list[str]:
    """The names that a line would have as a heading: of its words, and a given one."""
    given = GIVEN_ID.search(line)
    plain = re.sub("['\u2019]", "", GIVEN_ID.sub("", line).lower())
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return [words, given[1]] if given else [words]


def heading_names(page: PageSource) -> set[str]:
    """The names that the headings of a page have, as they are written."""
    return {names_of(line)[-1] for _, line in page.lines() if HEADING.match(line)}


def name_of_heading(page: PageSource, at: int) -> str:
    """The name of the heading on a line of a page's file, or nothing."""
    for number, line in page.lines():
        if number == at and HEADING.match(line):
            return names_of(line)[-1]
    return ""


def like(one: str, other: str) -> float:
    """How alike two names are, from 0 to 1."""
    return SequenceMatcher(None, one, other).ratio()
