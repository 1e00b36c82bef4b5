"""One build at a time: who comes second waits for the first."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.problems import DataError, Problem

WAITS = "Another build is at work here: waiting until it is done."
# What a disk answers that knows no locks, such as some network drives.
NO_LOCKS = {
    errno.EBADF,
    errno.EINVAL,
    errno.ENOLCK,
    errno.ENOSYS,
    errno.ENOTSUP,
    errno.EOPNOTSUPP,
}


@contextmanager
def turn(live: Path) -> Iterator[bool]:
    """Wait until no other build works beside `live`, and keep others waiting.

    Gives whether that is sure: a few disks have no locks, and there nobody waits. The
    lock is the system's, so it goes with a process that is killed. Raises OSError, and
    on Windows, where a wait has an end, DataError.
    """
    handle = _opened(live)
    try:
        yield _locked(handle, live)
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _opened(live: Path) -> int:
        file = live.with_name(f".{live.name}-lock")  # a folder cannot be locked there
        return os.open(file, os.O_RDWR | os.O_CREAT)

    def _locked(handle: int, live: Path) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_LOCK, 1)  # waits ten seconds
        except OSError:
            message = "another build is at work here: wait for it, then build again"
            raise DataError([Problem(f"{live.name}/", 1, message)]) from None
        return True

else:
    import fcntl

    def _opened(live: Path) -> int:
        return os.open(live.parent, os.O_RDONLY)

    def _locked(handle: int, live: Path) -> bool:
        try:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                print(WAITS, file=sys.stderr, flush=True)
                fcntl.flock(handle, fcntl.LOCK_EX)
        except OSError as error:
            if error.errno not in NO_LOCKS:
                raise
            return False
        return True
