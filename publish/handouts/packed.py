"""All that is handed out as one zip, with a list of what is in it."""

import zipfile
from datetime import date
from pathlib import Path

from macros.facts.site_data import SiteData
from macros.library.campaign import FILES as TEXTS
from macros.library.campaign import ends_of as message_ends
from macros.library.handouts import FILES, ends_of
from macros.schema.kinds.campaign import Message
from macros.schema.kinds.handouts import Piece

from ..offline import add

FOLDER = "hsb-kit"
LIST = "READ-ME-FIRST.txt"
WORDS = "words-to-send"


def write_kit(site: Path, data: SiteData, file: Path) -> int:
    """Write the zip of a built site's hand-outs. Gives how many pieces it has.

    The same site gives the same bytes. Raises OSError.
    """
    pieces = list(data.of(Piece).values())
    day = max(page.meta.reviewed for page in data.pages.values())
    file.parent.mkdir(parents=True, exist_ok=True)
    made = file.with_name(f".{file.name}")
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        words = list_of(data, day).encode("utf-8")
        add(packed, f"{FOLDER}/{LIST}", words, day)
        for piece in pieces:
            for end in ends_of(piece):
                name = f"{piece.id}{end}"
                body = (site / FILES.strip("/") / name).read_bytes()
                add(packed, f"{FOLDER}/{name}", body, day)
        for message in data.of(Message).values():
            for end in message_ends(message):
                name = f"{message.id}{end}"
                body = (site / TEXTS.strip("/") / name).read_bytes()
                add(packed, f"{FOLDER}/{WORDS}/{name}", body, day)
    made.replace(file)
    return len(pieces)


def list_of(data: SiteData, day: date) -> str:
    """What is in the zip, and of which day it is."""
    site = data.site
    lines = [site.name, f"Hand-outs and slides as of {day.isoformat()}.", site.status]
    lines += ["A number may have changed since: take a new copy now and then.", ""]
    for piece in data.of(Piece).values():
        files = ", ".join(f"{piece.id}{end}" for end in ends_of(piece))
        lines += [f"{piece.name} ({piece.takes})", piece.what, files, ""]
    for message in data.of(Message).values():
        files = ", ".join(f"{message.id}{end}" for end in message_ends(message))
        lines += [message.name, f"{WORDS}/: {files}", ""]
    return "\n".join(lines)
