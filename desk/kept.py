"""A file of the desk's own, written so that it is whole at any moment."""

import base64
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

Content = str | bytes  # of a file: its text, or a picture
Contents = Mapping[str, Content | None]  # of files; None where there is none
BYTES = "base64"
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
        json.dump(held, open_file, ensure_ascii=False, indent=1, default=_as_text)
        open_file.flush()
        os.fsync(open_file.fileno())
    os.replace(draft, file)


def read_all(folder: Path) -> Iterator[tuple[str, Any]]:
    """What each file holds, by its name, in order; one that is no JSON is passed by."""
    for file in sorted(folder.glob("[!.]*.json")):
        try:
            text = file.read_text(encoding="utf-8")
            yield file.stem, json.loads(text, object_hook=_from_text)
        except (OSError, ValueError):
            continue


def as_bytes(content: Content) -> bytes:
    """What a file holds on the disk."""
    return content if isinstance(content, bytes) else content.encode("utf-8")


def _as_text(held: object) -> dict[str, str]:
    """Bytes in JSON."""
    if not isinstance(held, bytes):
        raise TypeError(f"{type(held)} cannot be kept")
    return {BYTES: base64.b64encode(held).decode("ascii")}


def _from_text(held: dict[str, Any]) -> Any:
    """Bytes out of JSON again; anything else as it is."""
    return base64.b64decode(held[BYTES]) if held.keys() == {BYTES} else held
