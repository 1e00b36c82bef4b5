"""Whether a build would make again what is there: then it need not be made.

Files are compared by name, size and time of change, never read. What a build made is
looked at too, so a site that was tampered with or lost is made anew.
"""

import hashlib
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

# Everything that a build reads, from the project's folder. The code is the tool's own.
INPUT = ("data", "docs", "templates", "theme", "mkdocs.yml", "addresses.txt")
CODE = Path(__file__).parent.parent
KEPT = ".cache/site.json"


def is_current(root: Path, site: Path, day: str) -> bool:
    """Whether `site` is what a build of `root` on this day would make."""
    try:
        kept = json.loads((root / KEPT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(kept == _now(root, site, day))


def remember(root: Path, site: Path, day: str) -> None:
    """Keep in mind that `site` has just been made of `root`. Failing is no harm."""
    file = root / KEPT
    try:
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps(_now(root, site, day)), encoding="utf-8")
    except OSError:
        file.unlink(missing_ok=True)


def _now(root: Path, site: Path, day: str) -> dict[str, str]:
    """The state of what a build reads and of what it made, each as a short text."""
    code = [CODE / "macros", CODE / "publish", *CODE.glob("*.lock")]
    return {
        "day": day,
        "python": sys.version,
        "input": _digest([*(root / name for name in INPUT), *code]),
        "site": _digest([site]),
    }


def _digest(paths: list[Path]) -> str:
    found = hashlib.sha256()
    for path in paths:
        for line in sorted(_stamps(path)):
            found.update(line.encode("utf-8", "surrogateescape"))
    return found.hexdigest()


def _stamps(path: Path) -> Iterator[str]:
    """A line for each file at or below a path. Python's own caches are passed over."""
    if not path.is_dir():
        status = path.stat() if path.exists() else None
        yield f"{path}\0{status and (status.st_mtime_ns, status.st_size)}\n"
        return
    for entry in os.scandir(path):
        if entry.name == "__pycache__":
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _stamps(Path(entry.path))
        else:
            status = entry.stat(follow_symlinks=False)  # a link may lead nowhere
            yield f"{entry.path}\0{status.st_mtime_ns, status.st_size}\n"
