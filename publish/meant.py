"""What a host is to say of each address of a built site, for a look at a live copy."""

import re
from pathlib import Path

from .headers import EMBEDS, headers_at, headers_of
from .hosting.pages import embed_tag, policy_tag
from .visitor import Answer

GO = "/go/"  # where short addresses stand
LEADS = re.compile(r'http-equiv="refresh" content="0; url=([^"]+)"')


class Meant:
    """What a host is to say of a built site: its headers, or a tag in each page."""

    def __init__(self, site: Path, folder: str) -> None:
        """`folder` is where on its host the site lives."""
        self._headers = headers_of(site, folder)
        self._tags = {EMBEDS: embed_tag().encode(), "": policy_tag(site).encode()}

    def headers(self, path: str) -> dict[str, str]:
        """The headers of one path, from the site's own root."""
        return headers_at(path, self._headers)

    def tag(self, path: str) -> bytes:
        """The policy that stands in a page where a host says no headers."""
        return next(t for folder, t in self._tags.items() if path.startswith(folder))

    def plain(self, body: bytes, path: str) -> bytes:
        """A page without that policy."""
        return body.replace(b"\n" + self.tag(path), b"")


def leads_on(answer: Answer, path: str) -> bool:
    """Whether a short address was answered by leading on, as most hosts can."""
    return path.startswith(GO) and answer.status == 301


def leads_to(answer: Answer, file: Path) -> bool:
    """Whether a short address leads to where its own page does."""
    found = LEADS.search(file.read_text(encoding="utf-8"))
    page = found[1].lstrip("./") if found else ""
    return bool(page) and answer.header("location").endswith(f"/{page}")
