"""The list of published addresses: each a promise, and what became of it.

A line is an address, then the kind of the record that stood there, if one did (with
its id, if the address has another name), the release that brought it, if one is known,
and what became of it, if it moved or was withdrawn:

    /glossary/
    /glossary/#hsb of terms since 1.0
    /audit-2022/#point-1 of audit.points/summary
    /contacts/#a-helpline of contacts withdrawn 2026-11-24: It has closed. Ring 111.
    /help/ since 1.0 moved 2026-11-24 to /support/

Only this module knows that form.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..problems import Problem
from ..schema.fields import plain_words
from .files import read_text

FILE = "addresses.txt"
HEAD = """\
# Published addresses. This list only grows: `make promise` adds to it.
# `make move` and `make withdraw` write what became of one: its line stays.
# There are {count} addresses.
"""
COUNT = re.compile(r"^# There are (\d+) addresses\.$", re.M)
# A page ends in a slash, and nothing in an address may act in HTML or leave the site.
ADDRESS = r"/(?:[\w-][\w.-]*/)*(?:#[^\s#\"'<>&\\]+)?"
LINE = re.compile(
    rf"(?P<address>{ADDRESS})(?: of (?P<kind>[a-z.]+)(?:/(?P<record>[a-z0-9-]+))?)?"
    r"(?: since (?P<release>[\w.-]+))?"
    rf"(?: moved (?P<moved>\d{{4}}-\d{{2}}-\d{{2}}) to (?P<to>{ADDRESS})"
    r"| withdrawn (?P<withdrawn>\d{4}-\d{2}-\d{2}): (?P<note>\S.*))?"
)
FORM = (
    "this line is not a promise: leave it as it was, perhaps with "
    "'moved 2026-01-31 to' and the new address at its end, or with "
    "'withdrawn 2026-01-31:' and then what a visitor is told"
)
GIT = "gitdir: "  # where git keeps a second working copy, as it writes it


@dataclass(frozen=True)
class Promise:
    """One published address. `kind` and `record` name what stood there, if known."""

    address: str
    line: int = 0  # of the list, where it is read from there
    kind: str = ""
    record: str = ""  # its id
    release: str = ""  # which brought it
    changed: date | None = None  # when it moved or was withdrawn
    to: str = ""  # the address to which it moved
    note: str = ""  # what a visitor finds there since it was withdrawn

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
        since = f" since {self.release}" if self.release else ""
        gone = f" moved {self.changed} to {self.to}" if self.to else ""
        gone = f" withdrawn {self.changed}: {self.note}" if self.note else gone
        return f"{self.address}{of}{since}{gone}"


def read_promises(root: Path, problems: list[Problem]) -> dict[str, Promise]:
    """Each promise by its address, adding to `problems` the lines that are none.

    There are none before the first release. After it, a list that is not there, or
    that has lost lines, is a problem.
    """
    if not (root / FILE).is_file():
        if was_kept(root):
            wrong = "this list of published addresses is missing"
            mend = "put it back, as git has it"
            problems.append(Problem(FILE, 1, wrong, code="promises-cut", mend=mend))
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
    problems += cut(text, lines)
    return found


def cut(text: str, lines: int) -> Iterator[Problem]:
    """What tells that a list of so many lines has been longer."""
    counted = COUNT.search(text)
    if not text.strip():
        wrong, mend = "this file is empty", "put its lines back"
    elif counted is None:
        wrong = "the line that counts this list is gone"
        mend = f"put it back: '# There are {lines} addresses.'"
    elif int(counted[1]) > lines:
        wrong = f"lines of this list are gone ({int(counted[1]) - lines})"
        mend = "put them back as they were"
    else:
        return
    yield Problem(FILE, 1, wrong, code="promises-cut", mend=mend)


def was_kept(root: Path) -> bool:
    """Whether git keeps the list, so that it once was there."""
    folder = root / ".git"
    try:
        if folder.is_file():  # of a second working copy: says where its folder is
            said = folder.read_text(encoding="utf-8").strip()
            folder = root / said.removeprefix(GIT)
        return f"{FILE}\0".encode() in (folder / "index").read_bytes()
    except (OSError, UnicodeDecodeError):
        return False


def as_promise(line: str, number: int, problems: list[Problem]) -> Promise | None:
    """One line of the list, or None with `problems` saying why."""

    def refuse(message: str) -> None:
        problems.append(Problem(FILE, number, message, code="promise-unreadable"))

    parts = LINE.fullmatch(line)
    if parts is None:
        refuse(FORM)
        return None
    note, day = parts["note"] or "", parts["moved"] or parts["withdrawn"]
    try:
        plain_words(note)
    except ValueError as error:
        refuse(f"what a visitor is told {error}")
        return None
    try:
        changed = date.fromisoformat(day) if day else None
    except ValueError:
        refuse(f"'{day}' is not a day of the calendar")
        return None
    kind = parts["kind"] or ""
    name = parts["address"].partition("#")[2]
    record = parts["record"] or (name if kind else "")
    release, to = parts["release"] or "", parts["to"] or ""
    address = parts["address"]
    return Promise(address, number, kind, record, release, changed, to, note)


def as_list(promises: Iterable[Promise]) -> str:
    """The whole list as it is written, in the order of the addresses."""
    lines = sorted(promises, key=lambda promise: promise.address)
    return HEAD.format(count=len(lines)) + "".join(f"{promise}\n" for promise in lines)


def write_promises(root: Path, promises: Iterable[Promise]) -> None:
    """The whole list anew."""
    (root / FILE).write_text(as_list(promises), encoding="utf-8", newline="\n")


def once_published(promises: Mapping[str, Promise]) -> dict[str, set[str]]:
    """The ids of each kind that were published, those that are gone as well.

    Pages are a kind here, and their ids are their addresses.
    """
    ids: dict[str, set[str]] = {"pages": {p.page for p in promises.values()}}
    for promise in promises.values():
        if promise.kind:
            ids.setdefault(promise.kind, set()).add(promise.record)
    return ids
