"""What a site says, kept in one file: records and pages as typed, sentences as read.

`released.json.gz` of a place is what was last put out. It needs no git and no old
copy of the site, and the same site gives the same bytes.
"""

import gzip
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path

from macros.facts.site_data import SiteData
from macros.reading.rooms import at
from macros.reading.tree import last_line

from ..built import BuiltPage
from .said import Said, said_on

FILE = "released.json.gz"
FORM = 1  # of the file; another one is not read


@dataclass(frozen=True)
class Kept:
    """A record or a page as it was typed: its lines, in which file, from which line."""

    file: str
    line: int
    text: str
    title: str = ""


@dataclass
class Snapshot:
    """What a site says. Records by kind/id, pages and sentences by address."""

    day: date
    records: Mapping[str, Kept] = field(default_factory=dict)
    pages: Mapping[str, Kept] = field(default_factory=dict)
    spoken: Mapping[str, list[Said]] = field(default_factory=dict)


def snapshot(
    root: Path, data: SiteData, built: Iterable[BuiltPage], day: date
) -> Snapshot:
    """What the built site of `root` says. Raises OSError if a file cannot be read."""
    texts: dict[str, list[str]] = {}

    def lines(file: str) -> list[str]:
        if file not in texts:
            read = at(root, file).read_bytes().decode("utf-8").replace("\r\n", "\n")
            texts[file] = read.splitlines(keepends=True)
        return texts[file]

    records = {}
    for kind, nodes in data.nodes.items():
        for record_id, node in nodes.items():
            if not node.value:
                continue
            file = data.file_of(kind, record_id)
            start = node.start_mark.line
            held = lines(file)[start : last_line(*node.value[-1])]
            records[f"{kind}/{record_id}"] = Kept(file, start + 1, "".join(held))
    pages = {
        address: Kept(page.file, 1, "".join(lines(page.file)), page.meta.title)
        for address, page in data.pages.items()
    }
    said = {page.address: said_on(page) for page in built if page.address in pages}
    return Snapshot(day, records, pages, said)


def write_snapshot(kept: Snapshot, file: Path) -> None:
    """Write it whole or not at all. Raises OSError."""
    held = {
        "form": FORM,
        "day": str(kept.day),
        "records": {key: asdict(record) for key, record in kept.records.items()},
        "pages": {key: asdict(page) for key, page in kept.pages.items()},
        "said": {key: [asdict(s) for s in said] for key, said in kept.spoken.items()},
    }
    text = json.dumps(held, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    draft = file.with_name(f".{file.name}")
    draft.write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))
    draft.replace(file)


def read_snapshot(file: Path) -> Snapshot:
    """What was kept. Raises ValueError with words where it cannot be read."""
    try:
        held = json.loads(gzip.decompress(file.read_bytes()).decode("utf-8"))
        if held["form"] != FORM:
            raise ValueError
        return Snapshot(
            date.fromisoformat(held["day"]),
            {key: Kept(**record) for key, record in held["records"].items()},
            {key: Kept(**page) for key, page in held["pages"].items()},
            {key: [_said(s) for s in said] for key, said in held["said"].items()},
        )
    except FileNotFoundError:
        raise ValueError(f"{file.name} is not there: type make released") from None
    except (OSError, EOFError, ValueError, KeyError, TypeError):
        wrong = f"{file.name} cannot be read: put its last version back, or delete it"
        raise ValueError(wrong) from None


def _said(held: dict[str, object]) -> Said:
    sources = held.pop("sources")
    assert isinstance(sources, list)
    return Said(**held, sources=tuple(map(str, sources)))  # type: ignore[arg-type]
