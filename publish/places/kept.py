"""What a project remembers of its origin: `shared.json`, written by new and update.

It holds a mark of each file that came from there, which shows what was changed here
since, and one of each national record, which shows what was changed there.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from macros.schema.layers import NATIONAL

from .shared import GIVEN, mark_of, shared_files

FILE = "shared.json"


@dataclass(frozen=True)
class Kept:
    """Marks of shared files by name, and of national records by kind and id."""

    files: Mapping[str, str] = field(default_factory=dict)
    records: Mapping[str, str] = field(default_factory=dict)

    def text(self) -> str:
        """The same as a file: a mark in each line, so that changes can be read."""
        both = {"files": self.files, "records": self.records}
        return json.dumps(both, indent=1, sort_keys=True) + "\n"


def kept_of(origin: Path) -> Kept:
    """What a project that is like `origin` has to remember."""
    files = (name for name in shared_files(origin) if name not in GIVEN)
    marks = {name: mark_of(name, (origin / name).read_bytes()) for name in files}
    return Kept(marks, dict(records_of(origin)))


def records_of(project: Path) -> Iterator[tuple[str, str]]:
    """Each national record as `terms/abusive`, with the mark of what it says."""
    for file in sorted((project / NATIONAL).glob("*.yml")):
        read = yaml.load(file.read_text(encoding="utf-8"), yaml.CBaseLoader)
        parts = read if isinstance(read, dict) else {"": read or []}
        for part, records in parts.items():
            kind = f"{file.stem}.{part}" if part else file.stem
            for record in records:
                said = json.dumps(record, sort_keys=True)
                mark = hashlib.sha256(said.encode()).hexdigest()
                yield f"{kind}/{record['id']}", mark


def read_kept(project: Path) -> Kept:
    """What a project remembers. Raises ValueError if it has no such file."""
    try:
        read = json.loads((project / FILE).read_text(encoding="utf-8"))
        return Kept(read["files"], read["records"])
    except FileNotFoundError:
        wrong = f"{FILE} is not here, so this project was not begun by `make new`"
    except (ValueError, KeyError, TypeError):
        wrong = f"{FILE} cannot be read: take it back out of your history"
    raise ValueError(wrong)
