"""The macros for words to send and post, and what each becomes when it is copied."""

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..facts.site_data import SiteData
from ..problems import FollowsError
from ..schema.kinds.campaign import Message, Moment
from ..schema.kinds.contacts import Contact
from .page import Page
from .registry import block_macro

FILES = "/kit/campaign/files/"  # below which they stand
# The sizes of a picture: the end of the name of its file, and what it is.
SIZES = {
    "-1200x630.png": (1200, 630, "Wide picture, 1200 by 630"),
    "-1080x1080.png": (1080, 1080, "Square picture, 1080 by 1080"),
}


@dataclass(frozen=True)
class Copied:
    """A text as a page offers it: its lines, and where its files are from there."""

    message: Message
    paragraphs: Sequence[str]
    ends: Sequence[str]  # numbers, where it leads, and that it is a draft
    count: int
    text: str
    pictures: Sequence[tuple[str, str]]
    instead: str
    readers: Sequence[str]


def ends_of(message: Message) -> tuple[str, ...]:
    """The ends of the names of a text's files."""
    return (".txt", *(SIZES if message.picture else ()))


def paragraphs_of(message: Message) -> list[str]:
    """What a text says above its list."""
    paragraphs = (" ".join(p.split()) for p in message.text.split("\n"))
    return list(filter(None, paragraphs))


def words_in(message: Message) -> int:
    """How many words a text has, without its title, its numbers and its address."""
    words = " ".join([*paragraphs_of(message), *message.items]).split()
    return sum(any(map(str.isalnum, word)) for word in words)


def plain(data: SiteData, message: Message) -> str:
    """A whole text in plain words, as it is sent."""
    parts = [message.title or "", *paragraphs_of(message)]
    parts.append("\n".join(f"- {item}" for item in message.items))
    parts.append("\n".join(ends_said(data, message)))
    return "\n\n".join(filter(None, parts)) + "\n"


def ends_said(data: SiteData, message: Message) -> list[str]:
    """The last lines of a text: who to ring, where it leads, and that it is a draft."""
    calls = (data.get(Contact, name) for name in message.contacts)
    said = [f"{c.phone}: {c.short or c.reason}. {c.name}" for c in calls if c.phone]
    said.append(leads_to(data, message))
    return [*said, f"[{data.site.draft}]"] if data.site.draft else said


def leads_to(data: SiteData, message: Message) -> str:
    """Where a text leads: a page by its title, and its address where there is one."""
    there = [page for page in message.pages if not data.left_out(page)]
    page = there[0] if there else "/"
    source = data.pages.get(page.partition("#")[0])
    title = source.meta.title if source and page != "/" else ""
    named = f"{title}, on {data.site.name}" if title else data.site.name
    if not data.site.address:
        return f"Read more: {named}"
    return f"Read more: {named}, {data.site.address.rstrip('/')}{page}"


def instead_of(data: SiteData, message: Message) -> str:
    """What is said instead of a picture: all the words that are drawn on it."""
    draft = f"Draft. {data.site.draft}" if data.site.draft else ""
    parts = filter(None, (message.picture, draft, data.site.name))
    return " ".join(part if part[-1] in ".?!" else f"{part}." for part in parts)


@block_macro
def campaign(page: Page, use: str) -> Markup:
    """Texts to copy of one use: `{{ campaign("bulletin") }}`."""
    messages = [m for m in page.data.of(Message).values() if m.use == use]
    if not messages:
        uses = {message.use for message in page.data.of(Message).values()}
        page.data.refuse("campaign.texts", "a use of the texts", use, set(uses))
    below = posixpath.relpath(FILES, page.source.address)
    names = {label.id: label.name for label in page.site.audiences}
    offers = [
        Copied(
            message,
            paragraphs_of(message),
            ends_said(page.data, message),
            words_in(message),
            f"{below}/{message.id}.txt",
            [
                (f"{below}/{message.id}{end}", SIZES[end][2])
                for end in ends_of(message)[1:]
            ],
            instead_of(page.data, message) if message.picture else "",
            [names[reader] for reader in message.audiences],
        )
        for message in messages
    ]
    return page.block("campaign", offers=offers)


@block_macro
def campaign_moments(page: Page) -> Markup:
    """When to use which of the texts: `{{ campaign_moments() }}`."""
    moments = [
        (moment, [_named(page, name) for name in moment.messages])
        for moment in page.data.of(Moment).values()
    ]
    return page.block("campaign_moments", moments=moments)


def _named(page: Page, name: str) -> Message:
    """A text by its id, which was looked up where the moment names it."""
    found = page.data.of(Message).get(name)
    if found is None:
        raise FollowsError(name)
    return found
