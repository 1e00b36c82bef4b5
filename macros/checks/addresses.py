"""Addresses that were published: a page or a heading may not lose one unnoticed.

`publish.addresses` holds the built site to the list. This tells an editor before
anything is built, and at the line that was changed.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from ..facts.site_data import SiteData
from ..problems import Problem, nearest
from ..reading.pages import PageSource
from ..reading.promises import FILE, Promise
from ..schema.all_kinds import file_of
from .layout import GIVEN_ID
from .links import Anchors

ALIKE = 0.7  # from here on, two names are most likely one that was changed
BROKEN = "promise-broken"
# What to type when a record has to go. The one place that says so.
WITHDRAW = (
    "put it back; or, if it has to go, type at the end of this line "
    "'withdrawn 2026-01-31:' with the day of today, and then what a visitor is told "
    "there instead"
)


def broken(data: SiteData, anchors: Anchors) -> Iterator[Problem]:
    """Each published address that pages and facts would no longer have."""
    told: set[str] = set()
    for promise in data.promises.values():
        page = data.pages.get(promise.page)
        if page is None:
            if promise.page not in told:
                wrong = f"{promise.page} was published, and its page is gone"
                yield said(promise, FILE, promise.line, wrong, "put it back")
            told.add(promise.page)
            continue
        there = anchors[page.path]
        if not promise.name or (there is not None and promise.name in there):
            continue
        if promise.since:
            continue  # the foot of its page says what became of it
        if data.gone(promise.address):
            yield gone(data, promise, there)
        elif there is not None:
            yield from lost(data, promise, page)


def gone(data: SiteData, promise: Promise, there: set[str] | None) -> Problem:
    """A record that was published, and was deleted or given another id."""
    lines = data.lines[promise.kind]
    new = [id for id in lines if id not in data.once(promise.kind)]
    shown = [id for id in new if there is None or id in there]
    longer = (id for id in shown if id.startswith(f"{promise.record}-"))
    now = nearest(promise.record, shown, ALIKE) or next(longer, "")
    file = file_of(promise.kind)
    if now:
        wrong = f"the id '{promise.record}' was published, so it cannot become '{now}'"
        return said(promise, file, lines[now], wrong, "change it back")
    wrong = (
        f"the record '{promise.record}' of {file} is gone, and schools may have linked "
        f"to {promise.address}"
    )
    return said(promise, FILE, promise.line, wrong, WITHDRAW)


def lost(data: SiteData, promise: Promise, page: PageSource) -> Iterator[Problem]:
    """A heading that was changed, or a record that its page shows no more."""
    at, near = changed_line(page, promise.name)
    wrong = f"'{promise.address}' was published, and this page has it no more"
    if promise.kind:
        mend = (
            f"show the record '{promise.record}' of {file_of(promise.kind)} here again"
        )
        yield said(promise, page.file, at, wrong, mend)
    elif near > ALIKE or data.all_read():
        mend = (
            f"give the heading its old name back with {{ #{promise.name} }} after its "
            "words"
        )
        yield said(promise, page.file, at, wrong, mend)


def said(promise: Promise, file: str, line: int, wrong: str, mend: str) -> Problem:
    """A promise that would be broken, as a problem."""
    kind, id = promise.kind, promise.record
    return Problem(file, line, wrong, code=BROKEN, kind=kind, id=id, mend=mend)


def kept_again(data: SiteData) -> Iterator[Problem]:
    """What is said to be withdrawn and is there: the note would be untrue."""
    for promise in data.promises.values():
        if promise.since and not promise.name:
            wrong = "only a place on a page can be withdrawn here, not a whole page"
            mend = "delete 'withdrawn' and what follows it"
            again = said(promise, FILE, promise.line, wrong, mend)
            yield replace(again, code="withdrawn-page")
        elif promise.since and promise.record in data.lines.get(promise.kind, ()):
            wrong = f"the record '{promise.record}' of {file_of(promise.kind)} is there"
            mend = "delete 'withdrawn' and what follows it, or delete the record"
            again = said(promise, FILE, promise.line, wrong, mend)
            yield replace(again, code="withdrawn-there")


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
