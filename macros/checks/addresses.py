"""Addresses that were published: a page or a heading may not lose one unnoticed.

`publish.addresses` holds the built site to the list. This tells an editor before
anything is built, and at the line that was changed.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from ..facts.site_data import SiteData
from ..problems import Problem
from ..reading.pages import PageSource
from ..schema.all_kinds import file_of
from .layout import GIVEN_ID
from .links import Anchors

LIST = "addresses.txt"
ALIKE = 0.7  # from here on, two names are most likely one that was changed


def promised(root: Path) -> dict[str, int]:
    """Each address of the list with its line; none before the first release."""
    file = root / LIST
    if not file.is_file():
        return {}
    lines = file.read_text(encoding="utf-8").splitlines()
    return {line: number for number, line in enumerate(lines, 1) if line[:1] == "/"}


def broken(root: Path, data: SiteData, anchors: Anchors) -> Iterator[Problem]:
    """Each published address that pages and facts would no longer have."""
    listed = promised(root)
    kept = {name for address in listed for name in [address.partition("#")[2]] if name}
    told: set[str] = set()
    for address, line in listed.items():
        path, _, name = address.partition("#")
        page = data.pages.get(path)
        if page is None:
            if path not in told:
                message = f"{path} was published, and its page is gone: put it back"
                yield Problem(LIST, line, message)
            told.add(path)
            continue
        there = anchors[page.path]
        if not name or there is None or name in there:
            continue
        record, alike = changed_id(data, name, kept)
        at, near = changed_line(page, name)
        if record and alike > near and data.all_read():
            file, number, now = record
            if now not in told:
                message = f"the id '{name}' was published, so it cannot become '{now}'"
                yield Problem(file, number, f"{message}: change it back")
            told.add(now)
        elif near > ALIKE or data.all_read():
            yield Problem(
                page.file,
                at,
                f"'{path}#{name}' was published, and this page has it no more: give "
                f"the heading its old name back with {{ #{name} }} after its words",
            )


def changed_id(
    data: SiteData, name: str, kept: set[str]
) -> tuple[tuple[str, int, str] | None, float]:
    """The record whose id most likely was this one (its file, its line, its id now),
    and how alike the two are."""
    found = [
        (like(name, now), (file_of(kind), line, now))
        for kind, lines in data.lines.items()
        for now, line in lines.items()
        if now not in kept
    ]
    alike, record = max(found, default=(0.0, None), key=lambda pair: pair[0])
    return (record, alike) if alike > ALIKE else (None, 0.0)


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


def like(one: str, other: str) -> float:
    """How alike two names are, from 0 to 1."""
    return SequenceMatcher(None, one, other).ratio()
