"""The whole site, made in a process of its own behind what a preview shows."""

import multiprocessing
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from macros.checks.examination import Examined, examine
from macros.problems import DataError, Problem
from macros.reading.files import PASSING

from .build import make_site
from .mishaps import problems_of

FRESH = multiprocessing.get_context("spawn")
LOST = Problem(
    "mkdocs.yml",
    1,
    "the whole site could not be made: save a file again",
    code="engine",
)


class Behind:
    """A process that makes the whole site of `root` in `folder`.

    Raises OSError if the machine has no room for another process.
    """

    def __init__(self, root: Path, folder: Path) -> None:
        self.folder = folder
        self._ours, theirs = FRESH.Pipe()
        self._worker = FRESH.Process(target=_make_whole, args=(root, folder, theirs))
        try:
            self._worker.start()
        except OSError:
            self._ours.close()
            raise
        finally:
            theirs.close()

    @property
    def done(self) -> bool:
        """Whether there is a result. There is as well when the process has died."""
        return self._ours.poll()

    def wait(self) -> None:
        """Return when there is a result."""
        self._ours.poll(None)

    def result(self) -> Sequence[Problem]:
        """What is wrong with the site; nothing if it has been made."""
        try:
            problems: list[Problem] = self._ours.recv()
        except (EOFError, OSError):  # it was killed
            return [LOST]
        return problems

    def end(self) -> None:
        """Stop it, wherever it is."""
        self._worker.kill()
        self._worker.join()
        self._ours.close()


def checked(root: Path) -> Examined:
    """The facts and pages of `root`. Raises DataError with every fault.

    Nothing is said of what a program lays beside a file while it is open.
    """
    examined = examine(root)
    lasting = [p for p in examined.faults if not PASSING.fullmatch(Path(p.file).name)]
    if lasting:
        raise DataError(lasting)
    return examined


def _make_whole(root: Path, folder: Path, answer: Connection) -> None:
    try:
        make_site(root, checked(root), folder)
    except KeyboardInterrupt:
        return
    except Exception as error:
        answer.send(list(problems_of(root, error)))
    else:
        answer.send([])
