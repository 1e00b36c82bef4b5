"""The macros for what others can take: links, embeds, facts, and a test of it all."""

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..schema.kinds.handouts import Piece
from ..schema.kinds.links import FACTS, Embed, Link, LinkWords, Opened
from .handouts import FILES as HANDOUTS
from .handouts import ends_of
from .page import Page
from .registry import block_macro

CODES = "/schools/link-kit/codes/"  # below which the square codes stand
PLACES = {
    "newsletter": "For a newsletter",
    "policy": "For a policy",
    "parents": "For a page for parents",
    "staff": "For a page for staff",
}
WAYS = {"link": "A plain link", "card": "A card", "button": "A button with its words"}
# How a button and a card look, wherever they are put: these words are all they need.
# White on this green, and this line on white, are contrasts that axe measures.
BUTTON = (
    "display:inline-block;padding:12px 20px;border-radius:6px;background:#0b4f4a;"
    "color:#fff;font-weight:bold;text-decoration:none"
)
CARD = (
    "max-width:34em;padding:12px 20px;border:2px solid #0b4f4a;border-radius:6px;"
    "background:#fff;color:#1b1f23"
)
INSIDE = "display:inline-block;padding:12px 0;color:#0b4f4a;font-weight:bold"


@dataclass(frozen=True)
class Offer:
    """A page that others link to, with all that they can copy."""

    link: Link
    url: str  # whole, or from the root of a site that has no address yet
    short: str
    snippets: Sequence[tuple[str, str]]  # what each is called, and its HTML
    words: Sequence[tuple[str, str]]
    readers: Sequence[str]
    code: str  # where its square code stands as seen from the page, without its end


def base_of(page: Page) -> str:
    """The address of the site, or nothing while it has none."""
    return (page.site.address or "").rstrip("/")


def here(page: Page) -> Sequence[Link]:
    """The links whose page this place has."""
    links = page.data.of(Link).values()
    return [link for link in links if not page.data.left_out(link.page)]


def snippets_of(page: Page, link: Link) -> Sequence[tuple[str, str]]:
    """The HTML of a link in each way, as another site takes it."""
    url = base_of(page) + link.page
    made = ((f"link_as_{way}", said) for way, said in WAYS.items())
    looks = {"button": BUTTON, "card": CARD, "inside": INSIDE}
    return [
        (said, str(page.block(name, link=link, url=url, looks=looks)))
        for name, said in made
    ]


def embed_html(page: Page, embed: Embed) -> str:
    """The HTML with which another site shows an embed, and a link beside it."""
    base = base_of(page)
    at = {"src": base + embed.address, "url": base + embed.page}
    return str(page.block("link_as_frame", embed=embed, **at))


@block_macro
def link_kit(page: Page) -> Markup:
    """The pages that others link to, with what to copy: `{{ link_kit() }}`."""
    below = posixpath.relpath(CODES, page.source.address)
    names = {label.id: label.name for label in page.site.audiences}
    texts = page.data.of(LinkWords).values()
    offers = [
        Offer(
            link,
            base_of(page) + link.page,
            base_of(page) + link.short,
            snippets_of(page, link),
            [(PLACES[w.place], w.text) for w in texts if w.link == link.id],
            [names[reader] for reader in link.audiences],
            f"{below}/{link.id}",
        )
        for link in here(page)
    ]
    return page.block("link_kit", links=here(page), offers=offers)


@block_macro
def embeds(page: Page) -> Markup:
    """The embeds, with the HTML that shows each: `{{ embeds() }}`."""
    found = list(page.data.of(Embed).values())
    offers = [
        (embed, page.link(embed.address), embed_html(page, embed)) for embed in found
    ]
    return page.block("embeds", embeds=found, offers=offers)


@block_macro
def open_facts(page: Page) -> Markup:
    """The files of facts for other programs: `{{ open_facts() }}`."""
    below = posixpath.relpath(FACTS, page.source.address)
    found = list(page.data.of(Opened).values())
    return page.block("open_facts", files=found, below=below)


@block_macro
def opens_here(page: Page) -> Markup:
    """A test of what a network lets through: `{{ opens_here() }}`."""
    below = posixpath.relpath(HANDOUTS, page.source.address)
    pieces = list(page.data.of(Piece).values())
    files = [
        (f"{below}/{piece.id}{end}", piece.name, end)
        for end in (".pdf", ".txt", ".pptx")
        for piece in [next((p for p in pieces if end in ends_of(p)), None)]
        if piece
    ]
    picture = next((f"{below}/{piece.id}.png" for piece in pieces), "")
    facts = [
        f"{posixpath.relpath(FACTS, page.source.address)}/{opened.id}.json"
        for opened in list(page.data.of(Opened).values())[:1]
    ]
    embed = next(iter(page.data.of(Embed).values()), None)
    framed = page.link(embed.address) if embed else ""
    return page.block(
        "opens_here", files=files, picture=picture, facts=facts, framed=framed
    )
