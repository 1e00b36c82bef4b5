"""The list of published addresses: each a promise, and what became of it.

A line is an address, then the kind of the record that stood there, if one did (with
its id, if the address has another name), then when and why that was withdrawn:

    /glossary/
    /glossary/#hsb of terms
    /audit-2022/#point-1 of audit.points/summary
    /contacts/#a-helpline of contacts withdrawn 2026-11-24: It has closed. Ring 111.

Only this module knows that form.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..problems import Problem
from ..schema.fields import plain_words
from .files import read_text

FILE = "addresses.txt"
HEAD = """\
# Published addresses. This list only grows: `make promise` adds to it.
# To take a record away, see EDITING.md: its line stays, and says what became of it.
# There are {count} addresses.
"""
COUNT = re.compile(r"^# There are (\d+) addresses\.$", re.M)
LINE = re.compile(
    r"(?P<address>/\S*)(?: of (?P<kind>[a-z.]+)(?:/(?P<record>[a-z0-9-]+))?)?"
    r"(?: withdrawn (?P<since>\d{4}-\d{2}-\d{2}): (?P<note>\S.*))?"
)
FORM = (
    "this line is not a promise: leave it as it was, perhaps with "
    "'withdrawn 2026-01-31:' at its end, and then what a visitor is told"
)


@dataclass(frozen=True)
class Promise:
    """One published address. `kind` and `record` name what stood there, if known."""

    address: str
    line: int = 0  # of the list, where it is read from there
    kind: str = ""
    record: str = ""  # its id
    since: date | None = None  # when it was withdrawn
    note: str = ""  # what a visitor finds there since

    @property
    def page(self) -> str:
        """The address of its page."""
        return self.address.partition("#")[0]

    @property
    def name(self) -> str:
        """The place on that page, or nothing."""
        return self.address.partition("#")[2]

    def __str__(self) -> str:
        named = "" if self.record == self.name else f"/{self.record}"
        of = f" of {self.kind}{named}" if self.kind else ""
        gone = f" withdrawn {self.since}: {self.note}" if self.since else ""
        return f"{self.address}{of}{gone}"


def read_promises(root: Path, problems: list[Problem]) -> dict[str, Promise]:
    """Each promise by its address, adding to `problems` the lines that are none.

    There are none before the first release.
    """
    if not (root / FILE).is_file():
        return {}
    text = read_text(root, FILE, problems)
    if text is None:
        return {}
    found = {}
    lines = 0
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        lines += 1
        promise = as_promise(line.strip(), number, problems)
        if promise:
            found[promise.address] = promise
    counted = COUNT.search(text)
    lost = int(counted[1]) - lines if counted else 0
    if lost > 0 or not text.strip():
        wrong = (
            f"lines of this list are gone ({lost})" if lost else "this file is empty"
        )
        mend = "put them back as they were" if lost else "put its lines back"
        problems.append(Problem(FILE, 1, wrong, code="promises-cut", mend=mend))
    return found


def as_promise(line: str, number: int, problems: list[Problem]) -> Promise | None:
    """One line of the list, or None with `problems` saying why."""

    def refuse(message: str) -> None:
        problems.append(Problem(FILE, number, message, code="promise-unreadable"))

    parts = LINE.fullmatch(line)
    if parts is None:
        refuse(FORM)
        return None
    note = parts["note"] or ""
    try:
        plain_words(note)
    except ValueError as error:
        refuse(f"what a visitor is told {error}")
        return None
    try:
        since = date.fromisoformat(parts["since"]) if note else None
    except ValueError:
        refuse(f"'{parts['since']}' is not a day of the calendar")
        return None
    kind = parts["kind"] or ""
    name = parts["address"].partition("#")[2]
    record = parts["record"] or (name if kind else "")
    return Promise(parts["address"], number, kind, record, since, note)


def write_promises(root: Path, promises: Iterable[Promise]) -> None:
    """The whole list anew, in the order of the addresses."""
    lines = sorted(promises, key=lambda promise: promise.address)
    text = HEAD.format(count=len(lines)) + "".join(f"{promise}\n" for promise in lines)
    (root / FILE).write_text(text, encoding="utf-8", newline="\n")


def once_published(promises: Mapping[str, Promise]) -> dict[str, set[str]]:
    """The ids of each kind that were published, those that are gone as well.

    Pages are a kind here, and their ids are their addresses.
    """
    ids: dict[str, set[str]] = {"pages": {p.page for p in promises.values()}}
    for promise in promises.values():
        if promise.kind:
            ids.setdefault(promise.kind, set()).add(promise.record)
    return ids
