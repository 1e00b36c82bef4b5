"""What a hand-out is made of, whatever it is to look like in the end."""

from dataclasses import dataclass
from typing import Literal

# How a block looks: words, a heading with words, a few words beside a name, a list of
# short things, something to ring, steps in order, the continuum as a scale, a question
# with its answer, what nobody has confirmed, what a reader fills in.
Look = Literal[
    "say",
    "fact",
    "glance",
    "names",
    "call",
    "steps",
    "scale",
    "ask",
    "open",
    "write",
    "table",
]


@dataclass(frozen=True)
class Call:
    """Someone to ring. Without a number, `name` says where to look."""

    name: str
    phone: str
    when: str
    hours: str = ""


@dataclass(frozen=True)
class Words:
    """A paragraph, and on whose word it stands."""

    text: str
    mark: str = ""  # where that is not a source that was read in full
    cites: tuple[int, ...] = ()  # numbers of the list of sources


@dataclass(frozen=True)
class Entry:
    """One of a list of things that have a name and perhaps words."""

    name: str
    text: tuple[Words, ...] = ()
    lines: int = 0  # to write on


@dataclass(frozen=True)
class Block:
    """A piece of a part. Which fields it has depends on its look."""

    look: Look
    head: str = ""
    text: tuple[Words, ...] = ()
    items: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    call: Call | None = None
    mark: str = ""  # of all its entries
    cites: tuple[int, ...] = ()
    pages: tuple[str, ...] = ()  # titles of pages that say more


@dataclass(frozen=True)
class Section:
    """A part of a hand-out, or a slide."""

    title: str
    blocks: tuple[Block, ...]
    minutes: int = 0
    notes: str = ""
    more: tuple[Block, ...] = ()  # of a slide that shows names alone: all of it


@dataclass(frozen=True)
class Lead:
    """Where a hand-out leads. Without an address of the site it only says so."""

    words: str  # the address as people type it, or why there is none
    url: str = ""
    code: str = ""  # the square code as SVG
    page: str = ""  # the title of the page


@dataclass(frozen=True)
class Sheet:
    """A whole hand-out, ready to be laid out."""

    id: str
    form: str
    sides: int
    title: str
    what: str
    takes: str
    sections: tuple[Section, ...]
    sources: tuple[str, ...]
    site: str
    partnership: str
    draft: str
    status: str
    day: str
    version: str
    lang: str
    lead: Lead
