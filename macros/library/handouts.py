"""The macro for what there is to hand out, and the names of its files."""

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..schema.kinds.handouts import Piece
from .page import Page
from .registry import block_macro

FILES = "/kit/files/"  # below which they stand
# What each form comes as besides plain text and a picture: the end of its name.
ENDS: dict[str, tuple[str, ...]] = {
    "poster": (".pdf", "-a3.pdf"),
    "slides": (".pptx", ".pdf"),
    "slip": (".pdf", ".xlsx"),
}
SAID = {
    ".pdf": "PDF, A4",
    "-a3.pdf": "PDF, A3",
    ".pptx": "PowerPoint, to change",
    ".xlsx": "Spreadsheet",
    ".txt": "Plain text",
}
SLIDES_SAID = {**SAID, ".pdf": "PDF, with notes"}
WIDE = (320, 180)  # how large a picture of a slide is shown, in dots
TALL = (226, 320)


@dataclass(frozen=True)
class Offered:
    """A piece as a page offers it: its files, each with what it is."""

    piece: Piece
    files: Sequence[tuple[str, str]]  # where each leads from the page, and what it is
    picture: str
    size: tuple[int, int]
    readers: Sequence[str]


def ends_of(piece: Piece) -> tuple[str, ...]:
    """The ends of the names of a piece's files, the picture left out."""
    return (*ENDS.get(piece.form, (".pdf",)), ".txt")


def offered(page: Page, piece: Piece) -> Offered:
    """What a page says of a piece."""
    below = posixpath.relpath(FILES, page.source.address)
    said = SLIDES_SAID if piece.form == "slides" else SAID
    names = {label.id: label.name for label in page.site.audiences}
    return Offered(
        piece,
        [(f"{below}/{piece.id}{end}", said[end]) for end in ends_of(piece)],
        f"{below}/{piece.id}.png",
        WIDE if piece.form == "slides" else TALL,
        [names[reader] for reader in piece.audiences],
    )


@block_macro
def handouts(page: Page) -> Markup:
    """All there is to hand out, with pictures and files: `{{ handouts() }}`."""
    pieces = list(page.data.of(Piece).values())
    offers = [offered(page, piece) for piece in pieces]
    return page.block("handouts", pieces=pieces, offers=offers)  # a promise notes them
