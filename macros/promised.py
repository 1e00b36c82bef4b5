"""Addresses that were published: a page or a heading may not lose one unnoticed.

`publish.addresses` holds the built site to the list. This tells an editor before
anything is built, and at the line that was changed.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from .layout import GIVEN_ID, HEADING
from .links import Anchors
from .pages import PageSource
from .problems import Problem
from .site_data import SiteData, file_of

LIST = "addresses.txt"


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
        record = changed_id(data, name, kept)
        if record is None:
            at, words = changed_heading(page, name, kept)
            yield Problem(
                page.file,
                at,
                f"'{path}#{name}' was published, and {words}: give it back with "
                f"{{ #{name} }} after the heading",
            )
        elif record[2] not in told:
            file, at, now = record
            message = f"the id '{name}' was published, so it cannot become '{now}'"
            yield Problem(file, at, f"{message}: change it back")
            told.add(now)


def changed_id(
    data: SiteData, name: str, kept: set[str]
) -> tuple[str, int, str] | None:
    """The record whose id was most likely this one: its file, its line, its id now."""
    for kind, lines in data.lines.items():
        near = get_close_matches(name, set(lines) - kept, n=1, cutoff=0.7)
        if near:
            return file_of(kind), lines[near[0]], near[0]
    return None


def changed_heading(page: PageSource, name: str, kept: set[str]) -> tuple[int, str]:
    """Where the heading most likely is that had this name, and what became of it."""
    found: dict[str, int] = {}
    for number, line in page.lines():
        heading = HEADING.match(line)
        if heading is None:
            continue
        given = GIVEN_ID.search(heading[2])
        words = re.sub(r"[^a-z0-9]+", "-", heading[2].lower()).strip("-")
        found[given[1] if given else words] = number
    new = {now: number for now, number in found.items() if now not in kept}
    near = get_close_matches(name, new, n=1, cutoff=0.0)
    if near:
        return new[near[0]], "this heading has another name now"
    return page.body_line, "nothing on this page has that name now"
