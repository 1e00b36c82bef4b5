"""From what was typed to the files: tried, held against what changed meanwhile, saved.

Nothing is written but by `Saver.save` and `Saver.write`, and each leaves an entry that
can be undone.
"""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock

from macros.problems import Problem
from macros.reading.rooms import at, project_of
from publish.places.landing import finish, prepare

from . import reach
from .drafts import Draft, Drafts
from .journal import Entry, Journal, differing
from .kept import Contents, as_bytes
from .shadow import Shadow
from .targets import Target

WHOLE = "whole"  # instead of a field: what is wrong with all of a record
LATER = "{file} changed in this moment: look at it and save again"


@dataclass
class Checked:
    """What a draft would do: the new text, what changes, and what is wrong with it."""

    lines: list[tuple[str, str]] = field(default_factory=list)
    beside: dict[str, list[str]] = field(default_factory=dict)  # by field
    elsewhere: list[str] = field(default_factory=list)
    refused: str = ""  # why it cannot be tried at all

    @property
    def sound(self) -> bool:
        """Whether it can be saved."""
        return not (self.refused or self.beside or self.elsewhere)


@dataclass(frozen=True)
class Clash:
    """What was changed by somebody else since a form was opened: as it was, and is."""

    was: str
    now: str

    @property
    def lines(self) -> list[tuple[str, str]]:
        """What went and what came."""
        return differing(self.was, self.now)


class Saver:
    """Tries drafts on a copy of the project at `root`, and saves them to it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.lock = RLock()
        self.drafts = Drafts(root)
        self.journal = Journal(root)
        finish(project_of(root))  # what a desk that was killed had begun to write
        self.shadow = Shadow(root)

    def text(self, target: Target, draft: Draft) -> str:
        """The file with a draft in it. Raises ValueError."""
        now = reach.text_of(self.root, target.file)
        return target.applied(now, draft.was, draft.form)

    def clash(self, target: Target, draft: Draft) -> Clash | None:
        """What changed since the form was opened, if anything did."""
        try:
            now = target.held(self.root)
        except ValueError:
            now = ""
        return Clash(draft.was, now) if now != draft.was else None

    def check(self, target: Target, draft: Draft) -> Checked:
        """What a draft would change, and all that is wrong with it."""
        try:
            text = self.text(target, draft)
            was = reach.text_of(self.root, target.file)
        except ValueError as error:
            return Checked(refused=str(error))
        found = Checked(differing(was, text))
        lines = target.lines_of(text, draft.form)
        for problem in self.shadow.faults({target.file: text}):
            name = beside(problem, target, lines)
            name = WHOLE if name == "id" and not target.new else name
            if name:
                found.beside.setdefault(name, []).append(problem.said)
            else:
                found.elsewhere.append(str(problem))
        return found

    def save(self, target: Target, draft: Draft, words: str) -> Entry | None:
        """Save a sound draft; None where it changes nothing. Raises ValueError."""
        with self.lock:
            was = reach.text_of(self.root, target.file)
            text = self.text(target, draft)
            entry = None
            if text != was:
                entry = self.write(
                    words, {target.file: was or None}, {target.file: text}
                )
            self.drafts.drop(draft.id)
            return entry

    def write(
        self,
        words: str,
        before: Contents,
        after: Contents,
    ) -> Entry:
        """Write files whole or not at all, if they still hold what is said.

        Raises ValueError where one changed meanwhile, OSError where the disk refuses.
        """
        with self.lock:
            for file, text in before.items():
                if reach.content_of(self.root, file) != (text or None):
                    raise ValueError(LATER.format(file=file))
            entry = self.journal.add(words, before, after)
            try:
                self._land(after)
            except OSError:
                self.journal.drop(entry)
                raise
            return entry

    def undo(self, entry: Entry) -> Entry:
        """Take a saved change back, as a change of its own. Raises ValueError."""
        with self.lock:
            now = {f: reach.content_of(self.root, f) for f in entry.after}
            texts = entry.undone(now)
            problems = self.shadow.faults(texts)
            if problems:
                said = "; ".join(str(problem) for problem in problems[:3])
                raise ValueError(f"without it the site could not be built: {said}")
            return self.write(f"Undone: {entry.words}", now, texts)

    def _land(self, texts: Contents) -> None:
        project = project_of(self.root)
        names = {
            file: at(self.root, file).relative_to(project).as_posix() for file in texts
        }
        with tempfile.TemporaryDirectory() as folder:
            made = {}
            for number, (file, text) in enumerate(texts.items()):
                if text is not None:
                    ready = Path(folder) / str(number)
                    ready.write_bytes(as_bytes(text))
                    made[names[file]] = ready
            gone = [names[file] for file, text in texts.items() if text is None]
            prepare(project, made, gone)
        finish(project)


def beside(problem: Problem, target: Target, lines: Mapping[str, Sequence[int]]) -> str:
    """The field that a problem is about, or nothing if it is not of this form."""
    if problem.file != target.file:
        return ""
    if problem.field:
        return problem.field
    return next((name for name, (a, b) in lines.items() if a <= problem.line <= b), "")
