"""The picture that stands beside a link to a page where it is shared."""

from pathlib import Path

from macros.facts.site_data import SiteData

from ..handouts.paper import Paper
from ..handouts.pictures import Picture, drawn

FOLDER = "cards"
KEPT = ".cache/cards"
WIDE, HIGH = 1200, 630
START = "start"  # what the card of the start page is called


def cards(root: Path, data: SiteData, paper: Paper, looks: str) -> dict[str, bytes]:
    """The card of each page by its path in the site; none without an address.

    Raises typst.TypstError where one cannot be laid out.
    """
    if not data.site.address:
        return {}
    pictures = {file_of(address): picture_of(data, address) for address in data.pages}
    return drawn(pictures, paper, looks, root / KEPT)


def write_cards(drawn_: dict[str, bytes], target: Path) -> None:
    """Write the cards below the site `target`."""
    for name, body in drawn_.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(body)


def file_of(address: str) -> str:
    """Where the card of a page is, from the root of the site."""
    return f"{FOLDER}/{address.strip('/').replace('/', '-') or START}.png"


def picture_of(data: SiteData, address: str) -> Picture:
    """What stands on the card of a page."""
    site, meta = data.site, data.pages[address].meta
    words = (meta.title, meta.description, site.name, site.draft or "")
    return Picture(*words, WIDE, HIGH)
