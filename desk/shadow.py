"""A copy of the project on which drafts are tried: the real files wait for Save."""

import shutil
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from threading import RLock

from macros.checks.examination import examine
from macros.problems import Problem
from macros.reading.files import files_below, stamp
from macros.reading.rooms import at, project_of
from publish.changes import FILES, ROOMS

from .kept import Contents, as_bytes


class Shadow:
    """A copy of the place at `root` and of its project, kept in step with them.

    Only one draft is on it at a time: a fault in another one is not this one's.
    `lock` is held by whoever looks at the copy as it is.
    """

    def __init__(self, root: Path) -> None:
        self.lock = RLock()
        self._root = root
        self._real = project_of(root)
        self._temporary = tempfile.TemporaryDirectory(prefix="desk-")
        self._copy = Path(self._temporary.name).resolve()
        self.root = self._copy / root.relative_to(self._real)
        self._seen: dict[str, object] = {}  # of each real file, its stamp
        self._laid: set[str] = set()  # files that hold a draft now
        self._sound: tuple[object, list[Problem]] | None = None
        (self._copy / "macros").mkdir()  # which mkdocs.yml names
        with self.lock:
            self._follow()

    def faults(self, texts: Contents) -> list[Problem]:
        """What stops a build with these texts, and did not before.

        The copy is left with them on it, for a preview of them.
        """
        with self.lock:
            self._follow()
            before = Counter(replace(p, line=0) for p in self._before())
            self._lay(texts)
            new = []
            for problem in examine(self.root).faults:
                same = replace(problem, line=0)
                if before[same]:
                    before[same] -= 1
                else:
                    new.append(problem)
            return new

    def all_faults(self) -> list[Problem]:
        """All that stops a build of the real files."""
        with self.lock:
            self._follow()
            return list(self._before())

    def show(self, texts: Contents) -> None:
        """Have these texts on the copy, unexamined."""
        with self.lock:
            self._follow()
            self._lay(texts)

    def close(self) -> None:
        """Delete the copy."""
        self._temporary.cleanup()

    def _before(self) -> list[Problem]:
        """What stops a build without a draft, known until a real file changes."""
        now = tuple(sorted(self._seen.items()))
        if self._sound is None or self._sound[0] != now:
            self._lay({})
            self._sound = (now, examine(self.root).faults)
        return self._sound[1]

    def _follow(self) -> None:
        """Copy what has changed since the last look, and delete what has gone."""
        found: dict[str, object] = {}
        for folder in {self._real, self._root}:
            for room in ROOMS:
                for file in files_below(folder / room):
                    found[file.relative_to(self._real).as_posix()] = stamp(file)
            for name in FILES:
                if (folder / name).is_file():
                    name = (folder / name).relative_to(self._real).as_posix()
                    found[name] = stamp(self._real / name)
        for name in {*found, *self._seen}:
            if found.get(name) != self._seen.get(name):
                self._copy_file(name)
        self._seen = found

    def _copy_file(self, name: str) -> None:
        there, here = self._copy / name, self._real / name
        there.parent.mkdir(parents=True, exist_ok=True)
        if here.is_file():
            shutil.copyfile(here, there)
        else:
            there.unlink(missing_ok=True)

    def _lay(self, texts: Contents) -> None:
        """Have the copy hold these texts, and else what the real files hold."""
        wanted = {self._name(file): text for file, text in texts.items()}
        for name in self._laid - wanted.keys():
            self._copy_file(name)
        for name, text in wanted.items():
            path = self._copy / name
            if text is None:
                path.unlink(missing_ok=True)
                continue
            content = as_bytes(text)
            if not path.is_file() or path.read_bytes() != content:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        self._laid = set(wanted)

    def _name(self, file: str) -> str:
        """A file of the place, as seen from the project."""
        return at(self._root, file).relative_to(self._real).as_posix()
