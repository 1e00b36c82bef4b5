"""A file of the desk's own, written so that it is whole at any moment."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = ".desk"  # beside what is edited, and never published: see .gitignore


def room(root: Path, name: str) -> Path:
    """A folder of the desk's own below `root`, for the person who runs it alone."""
    folder = root / FOLDER / name
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def write(file: Path, held: Any) -> None:
    """Write a file whole, and have it on the disk before anything else is done."""
    draft = file.with_name(f".{file.name}")
    with draft.open("w", encoding="utf-8", newline="\n") as open_file:
        json.dump(held, open_file, ensure_ascii=False, indent=1)
        open_file.flush()
        os.fsync(open_file.fileno())
    os.replace(draft, file)


def read_all(folder: Path) -> Iterator[tuple[str, Any]]:
    """What each file holds, by its name, in order; one that is no JSON is passed by."""
    for file in sorted(folder.glob("[!.]*.json")):
        try:
            yield file.stem, json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
