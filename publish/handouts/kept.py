"""Pieces that were made before, each kept by all that it was made of."""

import hashlib
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from .blocks import Sheet
from .paper import Paper

MAKERS = ("typst", "python-pptx", "segno", "pillow")


@dataclass(frozen=True)
class Made:
    """The files of a piece by the ends of their names, and how many sides it has."""

    files: Mapping[str, bytes]
    sides: int


def looks_of(paper: Paper) -> str:
    """All that every piece is made with, as one short text."""
    found = hashlib.sha256(json.dumps([paper.colours, paper.day]).encode())
    for file in sorted(paper.looks.iterdir()):
        found.update(file.name.encode() + file.read_bytes())
    for file in sorted(Path(__file__).parent.glob("*.py")):
        found.update(file.read_bytes())
    for name in MAKERS:
        found.update(version(name).encode())
    return found.hexdigest()


def key_of(sheet: Sheet, looks: str) -> str:
    """What a piece is kept by."""
    said = json.dumps(asdict(sheet), sort_keys=True) + looks
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def kept_or(folder: Path, key: str, make_it: Callable[[], Made]) -> Made:
    """A piece as it was kept, or made now. What cannot be kept is no harm."""
    file = folder / f"{key}.json"
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads(file.read_text(encoding="utf-8"))
        files = {end: bytes.fromhex(body) for end, body in kept["files"].items()}
        return Made(files, int(kept["sides"]))
    made = make_it()
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        packed = {end: body.hex() for end, body in made.files.items()}
        text = json.dumps({"sides": made.sides, "files": packed})
        part = file.with_suffix(".part")
        part.write_text(text, encoding="utf-8")
        part.replace(file)
    return made


def forget(folder: Path, keys: set[str]) -> None:
    """Drop what no piece was made of this time."""
    with suppress(OSError):
        for file in folder.iterdir():
            if file.stem not in keys:
                file.unlink()
