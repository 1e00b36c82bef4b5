"""Whether a build would make again what is there: then it need not be made.

Files are compared by name, size and time of change, never read. What a build made is
looked at too, so a site that was tampered with or lost is made anew, and so is one
beside which a build was killed: the next one clears up.
"""

import hashlib
import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from macros.reading.rooms import at

from .engines import DEFAULT
from .leftovers import leftovers

# Everything that a build reads, from a place's folder. The code is the tool's own.
INPUT = (
    *("data", "data/national", "docs", "templates", "theme"),
    *("examples", "mkdocs.yml", "addresses.txt"),
)
CODE = Path(__file__).parent.parent
KEPT = ".cache/site.json"
PASSED_OVER = {"__pycache__", ".cache"}  # written by what is run here, and not read


def read_now(root: Path, day: str, engine: str = DEFAULT) -> dict[str, str]:
    """The state of what a build of `root` on this day reads, as short texts."""
    code = [CODE / "macros", CODE / "publish", *CODE.glob("*.lock")]
    return {
        "day": day,
        "engine": engine,
        "python": sys.version,
        "input": _digest([*(at(root, name) for name in INPUT), *code]),
    }


def is_current(root: Path, site: Path, read: Mapping[str, str]) -> bool:
    """Whether `site` is what a build that reads `read` would make."""
    try:
        kept = json.loads((root / KEPT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(kept == _with_site(site, read)) and not leftovers(site)


def remember(root: Path, site: Path, read: Mapping[str, str]) -> None:
    """Keep in mind that `site` has just been made of what was `read`.

    That is the state before the build: what is saved meanwhile is not in the site.
    Failing is no harm.
    """
    file = root / KEPT
    try:
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps(_with_site(site, read)), encoding="utf-8")
    except OSError:
        with suppress(OSError):
            file.unlink(missing_ok=True)


def _with_site(site: Path, read: Mapping[str, str]) -> dict[str, str]:
    """The state of what a build reads, and of what it made."""
    return {**read, "site": _digest([site])}


def _digest(paths: list[Path]) -> str:
    found = hashlib.sha256()
    for path in paths:
        try:
            lines = sorted(_stamps(path))
        except OSError as error:  # closed, or gone meanwhile: the build will say so
            lines = [f"{path}\0{error}\n"]
        for line in lines:
            found.update(line.encode("utf-8", "surrogateescape"))
    return found.hexdigest()


def _stamps(path: Path) -> Iterator[str]:
    """A line for each file at or below a path, caches passed over."""
    if not path.is_dir():
        status = path.stat() if path.exists() else None
        yield f"{path}\0{status and (status.st_mtime_ns, status.st_size)}\n"
        return
    for entry in os.scandir(path):
        if entry.name in PASSED_OVER:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _stamps(Path(entry.path))
        else:
            status = entry.stat(follow_symlinks=False)  # a link may lead nowhere
            yield f"{entry.path}\0{status.st_mtime_ns, status.st_size}\n"
