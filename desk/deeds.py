"""What a button does to several files at once: shown first, then done."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

import yaml

from macros.checks.menu import FILE as MENU
from macros.checks.menu import entries
from macros.problems import Problem
from macros.reading.pages import page_paths
from publish.changes import Change
from publish.menu_lines import menu_of
from publish.move import address_typed, move, new_path
from publish.naming import named_in_looks
from publish.questions.splices import with_fields
from publish.withdraw import withdraw

from . import reach
from .journal import Entry, all_differing
from .kept import Content, Contents
from .page_target import PageTarget, parted
from .saving import Saver

NOWHERE = "{after} is not in the menu: choose another page"
THERE = "there is a page {path} already"
START = """\
---
title: {title}
description: {description}
for: [{audiences}]
reviewed: {today}
---

# {heading}

{{{{ page_top() }}}}

Words.

{{{{ page_foot() }}}}
"""


@dataclass
class Deed:
    """What would be done: the files, what is wrong with that, or why it cannot be."""

    words: str
    before: dict[str, Content | None] = field(default_factory=dict)
    after: dict[str, Content | None] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    refused: str = ""

    @property
    def lines(self) -> list[tuple[str, str]]:
        """What goes and what comes."""
        return all_differing(self.before, self.after)


def tried(
    saver: Saver,
    words: str,
    make: Callable[[], Change],
    more: Callable[[Change], Iterable[Problem]] = lambda change: (),
) -> Deed:
    """A change made ready, and tried on the copy."""
    try:
        change = make()
    except (ValueError, yaml.YAMLError) as error:
        return Deed(words, refused=str(error))
    return weighed(saver, words, change.texts, more(change))


def weighed(
    saver: Saver, words: str, after: Contents, more: Iterable[Problem] = ()
) -> Deed:
    """What files will hold, tried on the copy."""
    try:
        before = {file: reach.content_of(saver.root, file) for file in after}
    except ValueError as error:
        return Deed(words, refused=str(error))
    faults = [*saver.shadow.faults(after), *more]
    return Deed(words, before, dict(after), [str(one) for one in faults])


def done(saver: Saver, deed: Deed) -> Entry:
    """Do it. Raises ValueError where a file changed meanwhile."""
    return saver.write(deed.words, deed.before, deed.after)


def moved(saver: Saver, path: str, new: str, today: date) -> Deed:
    """A page moved, with all that leads to it."""
    words = f"Moved: {path} to {new}"
    return tried(saver, words, lambda: move(saver.root, path, new, today))


def withdrawn(saver: Saver, named: str, note: str, kind: str, today: date) -> Deed:
    """A record or a page taken away, with words for who comes to its address."""

    def looks(change: Change) -> Iterable[Problem]:
        """Where the theme leads to a page that goes."""
        address = address_typed(named)
        for file, line in named_in_looks(change, address) if not kind else ():
            yield Problem(file, line, f"this leads to {address}: ask a developer")

    def make() -> Change:
        return withdraw(saver.root, named, note, today, kind)

    return tried(saver, f"Withdrawn: {named}", make, looks)


def reviewed(saver: Saver, path: str, today: date) -> Deed:
    """A page that somebody has read through today."""

    def make() -> Change:
        target = PageTarget(path)
        page = parted(target.held(saver.root), target.file)
        fields = {"reviewed": today}
        front = with_fields(page.front, target.node, fields, ["for", "reviewed"])
        change = Change(saver.root)
        change.texts[target.file] = f"{page.head}{front}{page.between}{page.words}"
        return change

    return tried(saver, f"Reviewed: {path}", make)


def begun(
    saver: Saver, typed: dict[str, str], audiences: list[str], after: str
) -> Deed:
    """A page that is new, with its line of the menu below that of another page."""

    def make() -> Change:
        path = new_path(typed["path"], None)
        if path in page_paths(saver.root):
            raise ValueError(THERE.format(path=path))
        change = Change(saver.root)
        text = START.format(
            title=as_value(typed["title"]),
            heading=" ".join(typed["title"].split()),
            description=as_value(typed["description"]),
            audiences=", ".join(audiences),
            today=date.today(),
        )
        change.set(f"docs/{path}", text)
        change.set(MENU, with_entry(change.text(MENU), path, after))
        return change

    return tried(saver, f"New page: {typed['title']}", make)


def as_value(words: str) -> str:
    """Words as the value of a field, on one line."""
    words = " ".join(words.split())
    plain = yaml.safe_dump({"x": words}, allow_unicode=True, width=10_000)
    return plain.removeprefix("x: ").rstrip("\n")


def with_entry(menu: str, path: str, after: str) -> str:
    """The text of the menu with one more page. Raises ValueError."""
    lines = menu.splitlines(keepends=True)
    at = next(
        (e.start_mark.line for e in entries(menu_of(menu)) if e.value == after), -1
    )
    if at < 0 or not lines[at].lstrip().startswith("- "):
        raise ValueError(NOWHERE.format(after=after))
    indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
    if not lines[at].endswith("\n"):
        lines[at] += "\n"
    end = "\r\n" if lines[at].endswith("\r\n") else "\n"
    lines.insert(at + 1, f"{indent}- {path}{end}")
    return "".join(lines)
