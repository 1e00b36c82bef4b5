"""What was typed and not saved yet: kept on the disk, one file for each open form."""

import re
import secrets
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path

from . import kept

NAME = re.compile(r"[0-9a-f]{12}")


def new_id() -> str:
    """A name for the draft of a form that is opened now; each tab has its own."""
    return secrets.token_hex(6)


@dataclass
class Draft:
    """A form as it was left. `was` are the lines that it was filled in from."""

    id: str
    target: str
    was: str
    form: dict[str, list[str]] = field(default_factory=dict)
    when: str = ""


class Drafts:
    """The drafts of a project."""

    def __init__(self, root: Path) -> None:
        self._folder = kept.room(root, "drafts")

    def keep(self, draft: Draft) -> None:
        """Write a draft to the disk. Raises OSError where that cannot be done."""
        draft.when = f"{datetime.now():%Y-%m-%d %H:%M:%S}"
        kept.write(self._file(draft.id), asdict(draft))

    def get(self, draft_id: str) -> Draft | None:
        """A draft by its name, if there is one."""
        return next((d for d in self.all() if d.id == draft_id), None)

    def of(self, target: str) -> list[Draft]:
        """The drafts of one thing, the newest first."""
        found = (draft for draft in self.all() if draft.target == target)
        return sorted(found, key=lambda draft: draft.when, reverse=True)

    def all(self) -> Iterator[Draft]:
        """Every draft that can be read."""
        for _, held in kept.read_all(self._folder):
            try:
                yield Draft(**held)
            except TypeError:
                continue

    def drop(self, draft_id: str) -> None:
        """Delete a draft: it was saved, or is not wanted."""
        self._file(draft_id).unlink(missing_ok=True)

    def _file(self, draft_id: str) -> Path:
        if not NAME.fullmatch(draft_id):
            raise ValueError("that is not the name of a draft")
        return self._folder / f"{draft_id}.json"
