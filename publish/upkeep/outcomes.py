"""What came of a person's look at a source, written into its record and nowhere else.

Each outcome is written whole before the next key is asked for, by a plan that outlives
a kill; so whatever interrupts, all that was keyed before is there.
"""

import tempfile
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from macros.reading.rooms import at, project_of

from ..places.landing import finish, prepare
from ..questions.splices import changed, removed, retyped

Outcome = Literal["stands", "changed", "gone"]


def with_outcome(text: str, source_id: str, outcome: Outcome, today: date) -> str:
    """A file of sources with what came of a look at one on the day `today`.

    One that still stands has a new day, and no word that it was found otherwise. Of
    one that changed or is gone the day of reading stays: what we say rests on that.
    Raises ValueError where the file has no such record.
    """
    if outcome == "stands":
        return removed(retyped(text, source_id, "read", str(today)), source_id, "found")
    return changed(text, source_id, {"found": {"now": outcome, "on": today}})


@dataclass
class Looks:
    """The outcomes of one sitting, over the files of the place at `root`."""

    root: Path
    today: date
    _before: list[tuple[str, str, str, str]] = field(default_factory=list)

    def record(self, file: str, source_id: str, outcome: Outcome) -> None:
        """Write one outcome. Raises ValueError or OSError, and then nothing changed."""
        was = self._read(file)
        then = with_outcome(was, source_id, outcome, self.today)
        self._write(file, then)
        self._before.append((source_id, file, was, then))

    def take_back(self) -> str:
        """Undo the last outcome of this sitting; gives the source's id.

        Raises ValueError where there is none, or somebody has changed the file since,
        and OSError where the disk refuses.
        """
        if not self._before:
            raise ValueError("there is nothing to take back")
        source_id, file, was, then = self._before[-1]
        if self._read(file) != then:
            raise ValueError(f"{file} has changed since: mend it by hand")
        self._write(file, was)
        self._before.pop()
        return source_id

    def _read(self, file: str) -> str:
        try:
            return at(self.root, file).read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            raise ValueError(f"{file} cannot be read: save it as UTF-8") from None

    def _write(self, file: str, text: str) -> None:
        project = project_of(self.root)
        name = at(self.root, file).relative_to(project).as_posix()
        with tempfile.TemporaryDirectory() as folder:
            ready = Path(folder) / "ready"
            ready.write_bytes(text.encode("utf-8"))
            prepare(project, {name: ready}, ())
        finish(project)
