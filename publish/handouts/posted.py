"""The files of the campaign: each text as plain words, each post with its pictures."""

import re
from collections.abc import Iterator
from pathlib import Path

from macros.facts.site_data import SiteData
from macros.library.campaign import FILES, SIZES, instead_of, plain
from macros.schema.kinds.campaign import Message

from .paper import Paper
from .pictures import Picture, drawn

KEPT = ".cache/posts"
ASKS = re.compile(
    r"\{\{\s*campaign\("
)  # on the page that offers them, wherever it stands


def posted(root: Path, data: SiteData, paper: Paper, looks: str) -> dict[str, bytes]:
    """Every file by its name; none where no page offers them.

    Raises typst.TypstError where a picture cannot be laid out.
    """
    if not any(ASKS.search(page.body) for page in data.pages.values()):
        return {}
    messages = list(data.of(Message).values())
    texts = {f"{message.id}.txt": _sent(data, message) for message in messages}
    pictures = dict(_pictures(data, messages))
    return {
        **{name: text.encode("utf-8") for name, text in texts.items()},
        **drawn(pictures, paper, looks, root / KEPT),
    }


def _sent(data: SiteData, message: Message) -> str:
    """A text in plain words, and below a post what is said instead of its picture."""
    text = plain(data, message)
    if message.picture:
        text += f"\nInstead of the picture:\n{instead_of(data, message)}\n"
    return text


def _pictures(data: SiteData, messages: list[Message]) -> Iterator[tuple[str, Picture]]:
    site = data.site
    for message in messages:
        for end, (width, height, _) in SIZES.items() if message.picture else ():
            large = message.picture or ""
            picture = Picture(large, "", site.name, site.draft or "", width, height)
            yield f"{message.id}{end}", picture


def write_posted(files: dict[str, bytes], target: Path) -> None:
    """Write the files below the site `target`."""
    folder = target / FILES.strip("/")
    for name, body in files.items():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(body)
