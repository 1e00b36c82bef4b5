"""Put a finished folder where another one is, so that a visitor sees either.

Wherever a build is killed, a whole site is live, or lies in the working folder as `old`
(see leftovers.py) and goes back to its place at the next start.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from macros.problems import DataError, Problem

from .disk import trouble, unfit
from .exchange import exchange
from .leftovers import GONE, NEW, OLD, leftovers
from .turn import turn


@contextmanager
def beside(live: Path) -> Iterator[Path]:
    """An empty folder beside `live`, which takes its place if all goes well.

    Waits for another build to end, and clears up after one that was killed. On any
    exception the new folder goes away and `live` stays as it was. Raises DataError if
    `live` cannot be replaced, or the disk will not have it.
    """
    try:
        with turn(live) as alone:
            if reason := unfit(live):
                raise DataError([Problem(f"{live.name}/", 1, reason)])
            recover(live, clear=alone)
            work = Path(tempfile.mkdtemp(prefix=f".{live.name}-", dir=live.parent))
            try:
                (work / NEW).mkdir()
                yield work / NEW
                _move_in(work, live)
            finally:
                _settle(work, live)
    except OSError as error:
        raise DataError([trouble(live, error)]) from error


def recover(live: Path, *, clear: bool = True) -> None:
    """Put the last site back if none is live, and clear up what is left.

    Only who is alone may `clear`: another build may be at work in what looks left.
    Raises OSError if there is a site that cannot be put back.
    """
    for work in leftovers(live):
        if clear:
            _settle(work, live)
        else:
            _put_back(work, live)


def _move_in(work: Path, live: Path) -> None:
    """Put the new site into its place, at once where the system can."""
    if exchange(work / NEW, live):
        return
    if live.exists():
        live.rename(work / OLD)
    (work / NEW).rename(live)


def _put_back(work: Path, live: Path) -> None:
    if (work / OLD).exists() and not os.path.lexists(live):
        (work / OLD).rename(live)


def _settle(work: Path, live: Path) -> None:
    """See to it that a site is live, if there was one, and clear up.

    A site that cannot be put back stays where it is. What cannot be cleared away is no
    harm: the next build tries again.
    """
    _put_back(work, live)
    with suppress(OSError):
        if (work / OLD).exists():  # from here on it may be incomplete
            (work / OLD).rename(work / GONE)
        shutil.rmtree(work, ignore_errors=True)
