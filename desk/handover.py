"""What was saved since it was last handed over: a commit, or a zip with its words."""

import io
import os
import subprocess
import zipfile
from dataclasses import dataclass
from pathlib import Path

from macros.reading.rooms import at, project_of

from . import kept, reach
from .journal import all_differing
from .kept import Content, as_bytes
from .saving import Saver

LAST = "handed.json"
PATIENCE = 60  # seconds for git
STAMP = (2026, 1, 1, 0, 0, 0)  # of every file in a zip: the same change, the same zip
NO_WORDS = "say in a sentence what changed, for whoever looks at it"
LETTER = "what-changed.txt"


@dataclass(frozen=True)
class Bundle:
    """All that waits: the entries' words, and each file as it was and is."""

    words: list[str]
    before: dict[str, Content | None]
    after: dict[str, Content | None]
    last: int

    @property
    def lines(self) -> list[tuple[str, str]]:
        """What went and what came."""
        return all_differing(self.before, self.after)


def waiting(saver: Saver) -> Bundle:
    """What was saved since the last time, as the files are now."""
    last = _last(saver.root)
    entries = [entry for entry in saver.journal.all() if entry.number > last]
    before: dict[str, Content | None] = {}
    for entry in entries:
        for file, text in entry.before.items():
            before.setdefault(file, text)
    now = {file: reach.content_of(saver.root, file) for file in before}
    differ = [file for file in before if now[file] != before[file]]
    return Bundle(
        list(dict.fromkeys(entry.words for entry in entries)),
        {file: before[file] for file in differ},
        {file: now[file] for file in differ},
        max((entry.number for entry in entries), default=last),
    )


def handed(saver: Saver, bundle: Bundle) -> None:
    """Remember that a bundle was handed over."""
    kept.write(kept.room(saver.root, "") / LAST, {"last": bundle.last})


def as_zip(saver: Saver, bundle: Bundle, words: str) -> bytes:
    """The changed files under their own names, and a letter of what changed."""
    held = io.BytesIO()
    letter = [words, ""]
    signs = {"-": "before: ", "+": "now:    "}
    for sign, line in bundle.lines:
        letter += ["", f"{line}:"] if sign == "file" else [f"  {signs[sign]}{line}"]
    gone = [file for file, text in bundle.after.items() if text is None]
    letter += ["", *(f"{file} is deleted." for file in gone)]
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, LETTER, "\n".join(letter).rstrip() + "\n")
        for file, text in sorted(bundle.after.items()):
            if text is not None:
                _put(archive, name_in_project(saver.root, file), text)
    return held.getvalue()


def has_git(root: Path) -> bool:
    """Whether the project is kept in git, and git is here."""
    project = project_of(root)
    try:
        return (project / ".git").exists() and bool(_git(project, "rev-parse", "HEAD"))
    except ValueError:
        return False


def commit(saver: Saver, bundle: Bundle, words: str) -> str:
    """Commit the files of a bundle and no other. Gives its short name.

    Raises ValueError with what git says where it refuses.
    """
    project = project_of(saver.root)
    names = [name_in_project(saver.root, file) for file in bundle.after]
    _git(project, "add", "--all", "--", *names)
    _git(project, "commit", "--quiet", "--message", words, "--only", "--", *names)
    return _git(project, "rev-parse", "--short", "HEAD")


def name_in_project(root: Path, file: str) -> str:
    """A file of a place, as seen from the project."""
    return at(root, file).relative_to(project_of(root)).as_posix()


def _git(project: Path, *words: str) -> str:
    # It asks nothing, and opens no editor: nobody sits at this terminal.
    quiet = {"GIT_TERMINAL_PROMPT": "0", "GIT_EDITOR": "true", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            ["git", "--literal-pathspecs", *words],
            cwd=project,
            env={**os.environ, **quiet},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ValueError(f"git does not answer: {error}") from None
    if done.returncode:
        said = (done.stderr or done.stdout).strip()
        raise ValueError(f"git refuses it: {said}")
    return done.stdout.strip()


def _put(archive: zipfile.ZipFile, name: str, held: Content) -> None:
    archive.writestr(zipfile.ZipInfo(name, STAMP), as_bytes(held))


def _last(root: Path) -> int:
    found = (held for name, held in kept.read_all(kept.room(root, "")))
    return next((int(held["last"]) for held in found if "last" in held), 0)
