"""A record or a page as it was when it was last put out, put back into its file."""

from pathlib import Path

from macros.problems import did_you_mean
from macros.reading.rooms import at, project_of
from macros.reading.tree import last_line

from ..changes import Change
from ..questions.splices import appended, record_in
from .snapshot import Kept, Snapshot

HINT = "name a record as contacts/childline, or a page as /support/"


def put_back(root: Path, was: Snapshot, now: Snapshot, what: str) -> Change:
    """The change that puts a record or a page back as it was; none, if it is so still.

    Raises ValueError with words for whoever typed it where that cannot be.
    """
    project = project_of(root)
    change = Change(project)  # what places share stands in it, and they do too

    def name(file: str) -> str:
        return at(root, file).relative_to(project).as_posix()

    address = f"/{what.strip('/')}/" if what.strip("/") else "/"
    if address in was.pages:
        page, file = was.pages[address], name(was.pages[address].file)
        change.set(file, _with_ends(change.text(file), page.text))
        return change
    old, new = was.records.get(what), now.records.get(what)
    if old is None:
        known = [*was.records, *was.pages]
        raise ValueError(f"'{what}' was not there: {did_you_mean(what, known) or HINT}")
    file = name(new.file if new else old.file)
    text = change.text(file)
    change.set(file, _as_it_was(text, what, old) if new else _again(text, old))
    return change


def _again(text: str, old: Kept) -> str:
    """A file with a record that was taken out of it, at its end."""
    if not old.text.startswith("- "):
        raise ValueError(f"type these lines into {old.file} again:\n{old.text}")
    return appended(text, old.text)


def _as_it_was(text: str, what: str, old: Kept) -> str:
    kind, _, record_id = what.partition("/")
    lines = text.splitlines(keepends=True)
    if kind == "site":  # the one record of its file, below the head
        start = next(n for n, line in enumerate(lines) if line[:1] not in "#\r\n")
        end = len(lines)
    else:
        node = record_in(text, record_id, kind.partition(".")[2])
        start, end = node.start_mark.line, last_line(*node.value[-1])
    return "".join([*lines[:start], _with_ends(text, old.text), *lines[end:]])


def _with_ends(text: str, old: str) -> str:
    """Old lines with the ends of line that a file has."""
    return old.replace("\n", "\r\n") if "\r\n" in text else old
