"""A change to several files at once: tried on a copy first, then written."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from pathlib import Path

from macros.checks.examination import examine
from macros.problems import Problem
from macros.reading.rooms import project_of

ROOMS = ("data", "docs", "templates", "theme")
FILES = ("mkdocs.yml", "addresses.txt")


@dataclass
class Change:
    """What files of the project at `root` will hold; None for one that goes away."""

    root: Path
    texts: dict[str, str | None] = field(default_factory=dict)
    came: dict[str, str] = field(default_factory=dict)  # from which file one is made

    def text(self, file: str) -> str:
        """A file as it will be, its line ends as they are. Empty if it is not there.

        Raises ValueError with words where it cannot be read.
        """
        if file in self.texts:
            return self.texts[file] or ""
        try:
            return (self.root / file).read_bytes().decode("utf-8")
        except FileNotFoundError:
            return ""
        except (OSError, UnicodeDecodeError):
            raise ValueError(f"{file} cannot be read: save it as UTF-8") from None

    def set(self, file: str, text: str | None) -> None:
        """Have a file hold this text, if it does not yet; None to delete it."""
        if text is None or text != self.text(file):
            self.texts[file] = text

    def files(self, room: str, pattern: str) -> Iterator[str]:
        """The names of files below a folder, as they are before the change."""
        for path in sorted((self.root / room).rglob(pattern)):
            yield path.relative_to(self.root).as_posix()

    def write(self, root: Path | None = None) -> None:
        """Make the change, or make it in a copy of the project at `root`."""
        folder = root or self.root
        for file, text in self.texts.items():
            path = folder / file
            if text is None:
                path.unlink(missing_ok=True)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text.encode("utf-8"))
        for file in (file for file, text in self.texts.items() if text is None):
            empty = (folder / file).parent
            if not any(empty.iterdir()):
                empty.rmdir()

    def new_faults(self) -> list[Problem]:
        """What stops a build after the change, and did not before. Nothing changes.

        Each is said at the file and line of today, because it is mended there.
        """
        return self._new([self._today(p) for p in self.faults_then()])

    def faults_after(self) -> list[Problem]:
        """The same, each at the line that it has after the change."""
        return self._new(self.faults_then())

    def faults_then(self) -> list[Problem]:
        """All that stops a build after the change, which is tried on a copy."""
        project = project_of(self.root)
        with tempfile.TemporaryDirectory() as name:
            copy = Path(name).resolve()
            place = copy / self.root.relative_to(project)
            for folder, there in {project: copy, self.root: place}.items():
                there.mkdir(parents=True, exist_ok=True)
                for room in ROOMS:
                    if (folder / room).is_dir():
                        shutil.copytree(folder / room, there / room, symlinks=True)
                for file in FILES:
                    if (folder / file).is_file():
                        shutil.copy(folder / file, there)
            self.write(place)
            return examine(place).faults

    def _new(self, after: list[Problem]) -> list[Problem]:
        """Those of some problems that there are not yet."""
        before = Counter(replace(p, line=0) for p in examine(self.root).faults)
        new = []
        for problem in after:
            same = replace(problem, line=0)
            if before[same]:
                before[same] -= 1  # it was there before, perhaps at another line
            else:
                new.append(problem)
        return new

    def _today(self, problem: Problem) -> Problem:
        """A problem of the change, at the line that there is before the change."""
        file = self.came.get(problem.file, problem.file)
        text = self.texts.get(problem.file)
        if text is None:
            return problem
        was = Change(self.root).text(file).split("\n")
        line = line_before(was, text.split("\n"), problem.line)
        return replace(problem, file=file, line=line)


def line_before(was: list[str], now: list[str], line: int) -> int:
    """The number that a line had before other lines were changed, or the nearest."""
    same = SequenceMatcher(None, was, now, autojunk=False)
    for _, start, end, first, last in same.get_opcodes():
        if first < line <= last:
            return min(start + line - first, max(end, start + 1), len(was))
    return line
