"""Pieces of handouts.yml as whole sheets: their parts, sources, day and lead."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import segno

from macros.facts.site_data import SiteData
from macros.library.render import day
from macros.library.shown import shown
from macros.schema.kinds.contacts import Contact
from macros.schema.kinds.gaps import Gap
from macros.schema.kinds.handouts import Part, Piece
from macros.schema.kinds.questions import Question
from macros.schema.records import Fact

from ..addresses import newest_release
from .blocks import Block, Entry, Lead, Section, Sheet, Words
from .shown import Teller

ASKS = "{{ handouts("  # on the page that offers them, wherever it stands
START = "/"  # where a piece leads when this place has none of its pages
NO_ADDRESS = "site-address"  # the question that stands where there is no square code
UNRELEASED = "not yet released"


def sheets_of(root: Path, data: SiteData) -> list[Sheet]:
    """Every piece as a sheet, in order; none where no page offers them."""
    if not any(ASKS in page.body for page in data.pages.values()):
        return []
    release = newest_release(root)
    version = f"version {release}" if release else UNRELEASED
    return [sheet_of(data, piece, version) for piece in data.of(Piece).values()]


def sheet_of(data: SiteData, piece: Piece, version: str) -> Sheet:
    """One piece, with all that stands on it."""
    teller = Teller(data)
    parts = (p for p in data.of(Part).values() if p.piece == piece.id)
    sections = tuple(_section(data, piece, part, teller) for part in parts)
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


def _section(data: SiteData, piece: Piece, part: Part, teller: Teller) -> Section:
    """A part with its blocks. A question of a quiz is the heading of its own answer."""
    facts = [fact for name in part.show for fact in shown(data, name)]
    found = list({(type(fact), fact.id): fact for fact in facts}.values())
    full = part.full == "yes"
    blocks = (*_own(part), *teller.blocks(found, full=full), *_to_fill(part))
    title = part.title
    if piece.form == "quiz" and len(blocks) == 1 and blocks[0].head:
        title = blocks[0].head
        blocks = (replace(blocks[0], head="", items=tuple(_numbers(data, found))),)
    slide = piece.form == "slides" and not full
    more = tuple(teller.blocks(found, full=True)) if slide else ()
    return Section(title, blocks, part.minutes or 0, part.notes or "", more)


def _numbers(data: SiteData, found: Iterable[Fact]) -> Iterator[str]:
    """The numbers that an answer names, each in one line."""
    for fact in found:
        for name in fact.contacts if isinstance(fact, Question) else ():
            contact = data.get(Contact, name)
            if contact.phone:
                yield f"{contact.name}: {contact.phone}"


def _own(part: Part) -> Iterator[Block]:
    """Our own words."""
    if part.text:
        yield Block("say", text=(Words(part.text),))
    if part.items:
        yield Block("names", entries=tuple(Entry(item) for item in part.items))


def _to_fill(part: Part) -> Iterator[Block]:
    """What a reader fills in."""
    if part.write:
        yield Block("write", items=part.write)
    if part.table:
        yield Block("table", items=part.table)


def lead_of(data: SiteData, piece: Piece) -> Lead:
    """Where a piece leads: the first of its pages that this place has."""
    there = [page for page in piece.pages if not data.left_out(page)]
    page = there[0] if there else START
    source = data.pages.get(page.partition("#")[0])
    title = source.meta.title if source else data.site.name
    if not data.site.address:
        words = data.get(Gap, NO_ADDRESS).sentence
        return Lead(f"{words} The page is called: {title}.", page=title)
    url = data.site.address.rstrip("/") + page
    return Lead(url.partition("://")[2], url, code_of(url), title)


def code_of(url: str) -> str:
    """The square code of an address, as SVG."""
    out = BytesIO()
    segno.make(url, error="m", micro=False).save(
        out, kind="svg", border=4, xmldecl=False, svgns=True, nl=False
    )
    return out.getvalue().decode("utf-8")
