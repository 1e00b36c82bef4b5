"""Every change that the desk saved, so that each can be looked at and undone."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from difflib import unified_diff
from pathlib import Path

from . import kept
from .kept import Content, Contents
from .three_ways import both

KEPT = 100  # changes that can be undone; each holds its files whole
CHANGED_SINCE = (
    "{file} was changed there again since: undo that first, or do it by hand"
)


@dataclass(frozen=True)
class Entry:
    """One saved change: what each file held before it, and what after."""

    number: int
    when: str
    words: str
    before: dict[str, Content | None]
    after: dict[str, Content | None]

    def lines(self) -> list[tuple[str, str]]:
        """What went and what came, for people: a sign and a line each."""
        found = []
        for file, now in self.after.items():
            found.append(("file", file))
            found += differing(self.before[file], now)
        return found

    def undone(self, now: Contents) -> dict[str, Content | None]:
        """The files as they are without this change. Raises ValueError if they cannot.

        What was changed since at other lines stays.
        """
        made: dict[str, Content | None] = {}
        for file, after in self.after.items():
            before, text = self.before[file], now.get(file)
            if text == after:
                made[file] = before
                continue
            texts = (after, before, text)
            words = [one for one in texts if isinstance(one, str)]
            whole = both(*words) if len(words) == len(texts) else None
            if whole is None:
                raise ValueError(CHANGED_SINCE.format(file=file))
            made[file] = whole
        return made


class Journal:
    """The changes of a project, the newest last."""

    def __init__(self, root: Path) -> None:
        self._folder = kept.room(root, "journal")

    def add(self, words: str, before: Contents, after: Contents) -> Entry:
        """Write down a change before it is made. Raises OSError if the disk refuses."""
        known = [entry.number for entry in self.all()]
        number = max(known, default=0) + 1
        for old in known[: max(0, len(known) - KEPT + 1)]:
            self._file(old).unlink(missing_ok=True)
        when = f"{datetime.now():%Y-%m-%d %H:%M}"
        entry = Entry(number, when, words, dict(before), dict(after))
        kept.write(self._file(number), asdict(entry))
        return entry

    def drop(self, entry: Entry) -> None:
        """Take back what was written down: the change could not be made."""
        self._file(entry.number).unlink(missing_ok=True)

    def all(self) -> list[Entry]:
        """Every change, the oldest first."""
        found = []
        for _, held in kept.read_all(self._folder):
            try:
                found.append(Entry(**held))
            except TypeError:
                continue
        return found

    def get(self, number: int) -> Entry | None:
        """A change by its number."""
        return next((e for e in self.all() if e.number == number), None)

    def _file(self, number: int) -> Path:
        return self._folder / f"{number:06}.json"


def all_differing(
    before: Mapping[str, Content | None], after: Mapping[str, Content | None]
) -> list[tuple[str, str]]:
    """The same of several files, each below its name."""
    found = []
    for file, text in sorted(after.items()):
        found.append(("file", file))
        found += differing(before[file], text)
    return found


def differing(was: Content | None, now: Content | None) -> list[tuple[str, str]]:
    """The lines that two texts differ in: '-' for one that went, '+' for one new.

    A picture is a line that says how large it is.
    """
    was, now = (
        f"a picture of {len(one):,} bytes" if isinstance(one, bytes) else one or ""
        for one in (was, now)
    )
    lines = unified_diff(was.splitlines(), now.splitlines(), n=0, lineterm="")
    return [
        (line[0], line[1:])
        for line in lines
        if line[:1] in "+-" and line[:3] not in ("---", "+++")
    ]
