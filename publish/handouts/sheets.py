"""Pieces of handouts.yml as whole sheets: their parts, sources, day and lead."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import segno

from macros.facts.site_data import SiteData
from macros.library.handouts import PAGE
from macros.library.shown import shown
from macros.library.render import day
from macros.schema.kinds.gaps import Gap
from macros.schema.kinds.handouts import Part, Piece

from ..addresses import newest_release
from .blocks import Block, Entry, Lead, Section, Sheet
from .shown import MARKS, Teller

NO_ADDRESS = "site-address"  # the question that stands where there is no square code
UNRELEASED = "not yet released"


def sheets_of(root: Path, data: SiteData) -> list[Sheet]:
    """Every piece as a sheet, in order; none where no page offers them."""
    if PAGE not in data.pages:
        return []
    release = newest_release(root)
    version = f"version {release}" if release else UNRELEASED
    return [sheet_of(data, piece, version) for piece in data.of(Piece).values()]


def sheet_of(data: SiteData, piece: Piece, version: str) -> Sheet:
    """One piece, with all that stands on it."""
    teller = Teller(data)
    parts = (p for p in data.of(Part).values() if p.piece == piece.id)
    sections = tuple(
        Section(
            part.title,
            tuple(_blocks(data, part, teller)),
            part.minutes or 0,
            part.notes or "",
        )
        for part in parts
    )
    newest = max(page.meta.reviewed for page in data.pages.values())
    site = data.site
    return Sheet(
        id=piece.id,
        form=piece.form,
        sides=piece.sides,
        title=piece.name,
        what=piece.what,
        takes=piece.takes,
        sections=sections,
        sources=teller.sources,
        site=site.name,
        partnership=site.partnership,
        draft=site.draft or "",
        status=site.status,
        day=day(newest),
        version=version,
        lang=site.lang,
        lead=lead_of(data, piece),
    )


def _blocks(data: SiteData, part: Part, teller: Teller) -> Iterator[Block]:
    """The blocks of a part: our own words, what it shows, what is filled in."""
    if part.text:
        yield Block("say", text=(part.text,))
    if part.items:
        yield Block("names", entries=tuple(Entry(item) for item in part.items))
    found = [fact for name in part.show for fact in shown(data, name)]
    yield from teller.blocks(found, full=part.full == "yes")
    if part.write:
        yield Block("write", items=part.write)
    if part.table:
        yield Block("table", items=part.table)


def lead_of(data: SiteData, piece: Piece) -> Lead:
    """Where a piece leads: the first of its pages that this place has."""
    there = [page for page in piece.pages if not data.left_out(page)]
    page = there[0] if there else PAGE
    source = data.pages.get(page.partition("#")[0])
    title = source.meta.title if source else ""
    if not data.site.address:
        return Lead(data.get(Gap, NO_ADDRESS).sentence, page=title)
    url = data.site.address.rstrip("/") + page
    return Lead(url.partition("://")[2], url, code_of(url), title)


def code_of(url: str) -> str:
    """The square code of an address, as SVG."""
    out = BytesIO()
    segno.make(url, error="m", micro=False).save(
        out, kind="svg", border=4, xmldecl=False, svgns=True, nl=False
    )
    return out.getvalue().decode("utf-8")


__all__ = ["MARKS", "code_of", "lead_of", "sheet_of", "sheets_of"]
