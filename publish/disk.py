"""What a disk refuses, said to whoever can change it."""

import errno
import os
from pathlib import Path

from macros.problems import Problem

FULL = {errno.ENOSPC, errno.EDQUOT}
CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}
IN_USE = {errno.EBUSY, errno.EXDEV}
MOUNTED = (
    "this is a disk of its own (a mount, or a volume of a container) and cannot be "
    "replaced: mount the folder that it is in, or build elsewhere and copy the site"
)


def unfit(live: Path) -> str | None:
    """Why a folder cannot be replaced by a new one, if that can be seen at once."""
    if live.is_symlink():
        aim = os.readlink(live)
        return (
            f"this is a link to '{aim}', and a build would replace the link alone: "
            f"delete the link, and let what serves '{aim}' serve this folder"
        )
    if live.exists() and not live.is_dir():
        return "this is a file, and the site is a folder: move the file away"
    return MOUNTED if os.path.ismount(live) else None


def trouble(live: Path, error: OSError) -> Problem:
    """What the system would not do while `live` was being made or replaced."""
    file, said = _named(live, error), error.strerror or str(error)
    if error.errno in FULL:
        file = f"{live.name}/"  # what is named may be what was being copied
        message = "the disk is full: make room on it, then build again"
    elif error.errno in CLOSED:
        message = (
            f"this cannot be read or changed ({said}): give yourself the right to, "
            "for the folder that it is in as well, then build again"
        )
    elif error.errno in IN_USE:
        message = f"this is in use ({said}). Perhaps {MOUNTED}"
    else:
        message = f"the site could not be made ({said})"
    return Problem(file, 1, message)


def _named(live: Path, error: OSError) -> str:
    """The file of an error from the project's folder; any part of a site is site/."""
    site = f"{live.name}/"
    if not isinstance(error.filename, str | bytes):
        return site
    path = Path(os.fsdecode(error.filename))
    if not path.is_relative_to(live.parent):
        return path.as_posix() if path.is_absolute() else site
    inside = path.relative_to(live.parent).as_posix()
    ours = inside == "." or inside.startswith((live.name, f".{live.name}-"))
    return site if ours else inside
