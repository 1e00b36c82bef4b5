"""Two folders change places in one step, where the system can do that."""

import errno
import os
import sys
from pathlib import Path

HERE = -100  # AT_FDCWD: paths are meant as they are written
BOTH_WAYS = 2  # RENAME_EXCHANGE
# What a kernel or a disk answers that cannot do it, or has nothing to change with.
UNABLE = {
    errno.EINVAL,
    errno.ENOENT,
    errno.ENOSYS,
    errno.ENOTSUP,
    errno.EOPNOTSUPP,
    errno.EPERM,
}


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places at once: nobody sees a moment with neither.

    Gives False where that cannot be done (then nothing has changed): only Linux has it,
    and not on every disk. Raises OSError if it could be done and was refused.
    """
    if sys.platform != "linux":
        return False
    import ctypes  # takes its time, and only a build needs it

    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    if not rename(HERE, os.fsencode(one), HERE, os.fsencode(other), BOTH_WAYS):
        return True
    wrong = ctypes.get_errno()
    if wrong in UNABLE:
        return False
    raise OSError(wrong, os.strerror(wrong), str(other))
