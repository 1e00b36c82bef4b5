"""What a host is asked for: where the site lives, and which addresses have moved."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from ..headers import differing, headers_of

Moved = tuple[str, str]  # an old path and the new one, from the site's own root


@dataclass(frozen=True)
class Plan:
    """One built site for any host.

    `folder` is `/`, or the folder of the host it lives in.
    """

    site: Path
    folder: str = "/"
    moved: tuple[Moved, ...] = ()
    origin: str = ""  # such as https://hsb.example.org, if it is known

    def __post_init__(self) -> None:
        """Raise ValueError for a pair that could not be written on every host."""
        for pair in self.moved:
            for path in pair:
                if not is_plain(path):
                    raise ValueError(f"'{path}' is not a plain path of this site")
            if pair[0] == pair[1]:
                raise ValueError(f"'{pair[0]}' cannot lead to itself")

    @property
    def headers(self) -> dict[str, str]:
        """What the host must say with every answer."""
        return headers_of(self.site, self.folder)

    @property
    def differing(self) -> dict[str, dict[str, str]]:
        """Folders as the host knows them, and what it must say otherwise of each."""
        return {self.at(folder): said for folder, said in differing().items()}

    def at(self, path: str) -> str:
        """A path of the site as the host knows it: `/panel/` may be `/hsb/panel/`."""
        return self.folder + path.removeprefix("/")

    def leads(self) -> Iterable[Moved]:
        """Old and new as the host knows them; with and without a slash at the end."""
        for old, new in self.moved:
            page = new.partition("#")[0]
            forms = {old, old.rstrip("/")} if old.endswith("/") else {old}
            for form in sorted(forms - {page, page.rstrip("/"), ""}):
                yield self.at(form), self.at(new)


def is_plain(path: str) -> bool:
    """Whether a path needs no escaping in any host's file: `/a-b/c.pdf`, `/a/#b`."""
    before, _, name = path.partition("#")
    marks = set("-_./")
    return (
        path.startswith("/")
        and "//" not in path
        and all(c.isascii() and (c.isalnum() or c in marks) for c in before + name)
    )


def plan_of(site: Path, address: str | None, moved: Iterable[Moved] = ()) -> Plan:
    """The plan for a built site that lives at `address`.

    Without an address it is at the root of a host unknown.
    """
    parts = urlsplit(address or "")
    folder = f"/{parts.path.strip('/')}/".replace("//", "/")
    origin = f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
    return Plan(site, folder, tuple(moved), origin)


def as_json(value: object) -> str:
    """A file of JSON."""
    return json.dumps(value, indent=2) + "\n"
