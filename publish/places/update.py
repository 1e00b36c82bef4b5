"""A project brought up to date with its origin: what is shared, and nothing else."""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.facts.site_data import read_site
from macros.reading.rooms import MENU, site_of
from macros.schema.layers import LOCAL

from ..turn import turn
from .kept import FILE, Kept, kept_of, read_kept
from .landing import finish, prepare
from .shared import GIVEN, mark_of, shared_files, with_own_part

AGAIN = "read-again.txt"
ABOUT = """\
# Read these again: a national record that one of yours stands for, or adds to, has
# changed since. Take out what you have read; delete this file when nothing is left.
"""


@dataclass(frozen=True)
class Updated:
    """What an update has changed, and what its owners have to read again."""

    changed: tuple[str, ...]
    gone: tuple[str, ...]
    again: tuple[str, ...]


def update(root: Path, origin: Path, keep: frozenset[str] = frozenset()) -> Updated:
    """Take what `origin` has of what is shared, but for the files to `keep`.

    Raises ValueError, and changes nothing, where that would lose something: it names
    each shared file that was changed here. Raises OSError where the disk refuses.
    """
    if not (origin / MENU).is_file() or not (origin / LOCAL).is_dir():
        raise ValueError(f"{origin} is no project: it has no {MENU} and no {LOCAL}/")
    if origin.resolve() == root.resolve():
        raise ValueError("that is this project itself: name the one that it came from")
    kept, now = read_kept(root), kept_of(origin)
    unknown = sorted(keep - kept.files.keys() - now.files.keys())
    if unknown:
        raise ValueError(f"{', '.join(unknown)}: no file of this name is shared")
    lost = [name for name in lost_by(root, kept, now) if name not in keep]
    if lost:
        raise ValueError(refusal(lost))
    with turn(site_of(root)):  # no build may read half of it
        return land(root, origin, now, keep)


def lost_by(root: Path, kept: Kept, now: Kept) -> Iterator[str]:
    """The files whose content an update would lose: they were changed or made here."""
    for name in sorted(kept.files.keys() | now.files.keys()):
        file = root / name
        here = mark_of(name, file.read_bytes()) if file.is_file() else ""
        if here not in (kept.files.get(name, ""), now.files.get(name, "")):
            yield name


def refusal(names: list[str]) -> str:
    """What to do about shared files that were changed here."""
    return (
        "these files are shared, and were changed here:\n"
        + "".join(f"  {name}\n" for name in names)
        + f"Put what is your own into {LOCAL}/ (a passage, or a record that replaces "
        "one), and what is good for everybody into the project that you came from. "
        "Then take the old file back. To keep a file as it is here, add --keep and its "
        "name (with make: KEEP=...); you then look after it yourselves."
    )


def land(root: Path, origin: Path, now: Kept, keep: frozenset[str]) -> Updated:
    """Make the change, as one, and say what it was."""
    before = read_kept(root)
    again = tuple(read_again(root, before, now))
    gone = sorted(before.files.keys() - now.files.keys() - keep)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder)
        files = dict(to_come(root, origin, keep, made))
        changed = sorted(files)
        marks = {
            n: before.files.get(n, "") if n in keep else m for n, m in now.files.items()
        }
        files[FILE] = made / FILE
        files[FILE].write_text(Kept(marks, now.records).text(), "utf-8", newline="\n")
        if again:
            files[AGAIN] = made / AGAIN
            files[AGAIN].write_text(list_of(root, again), "utf-8", newline="\n")
        prepare(root, files, gone)
    finish(root)
    return Updated(tuple(changed), tuple(gone), again)


def to_come(
    root: Path, origin: Path, keep: frozenset[str], made: Path
) -> Iterator[tuple[str, Path]]:
    """Each file that will differ, with one that holds what it will hold."""
    for name in shared_files(origin):
        if name in keep or name in GIVEN:
            continue
        file, theirs = root / name, origin / name
        own = file.read_bytes() if file.is_file() else b""
        if file.is_file() and mark_of(name, own) == mark_of(name, theirs.read_bytes()):
            continue
        content = theirs.read_bytes()
        whole = with_own_part(name, content, own)
        if whole != content:
            (made / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(theirs, made / name)
            (made / name).write_bytes(whole)
            theirs = made / name
        yield name, theirs


def read_again(root: Path, before: Kept, now: Kept) -> Iterator[str]:
    """The local records that stand for, or add to, a national one that has changed."""
    data, _ = read_site(root)
    for kind, records in data.kinds.items():
        for record in records.values():
            file = data.files[kind][record.id]
            after = str(getattr(record, "after", None) or "")
            named = f"{kind}/{record.id}" if record.replaces else after
            if not named or not file.startswith(LOCAL):
                continue
            if before.records.get(named) != now.records.get(named):
                became = "has changed" if named in now.records else "is gone"
                yield f"{file}:{record.line}: '{named}' {became}"


def list_of(root: Path, again: tuple[str, ...]) -> str:
    """The list of what to read again, with what was left on it."""
    file = root / AGAIN
    text = file.read_text(encoding="utf-8") if file.is_file() else ABOUT
    return text + "".join(f"{line}\n" for line in again if line not in text)
