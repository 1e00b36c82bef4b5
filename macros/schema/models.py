"""The shape of each kind of record in data/. No files, no HTML, no clock here."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from .fields import (
    Address,
    AudienceIds,
    ContactId,
    ContactIds,
    Day,
    Email,
    MaybeContactId,
    NeedId,
    NeedIds,
    Pages,
    Phone,
    ResourceKind,
    Slug,
    SomeTexts,
    Standing,
    Text,
    Texts,
)
from .records import Fact, Label, Record, Response


class Site(Fact):
    """Whose site this is. One record; everything else about a place hangs on it."""

    name: Text
    strapline: Text
    partnership: Text
    short_name: Text
    area: Text
    website: Address
    hub: Address | None = None
    address: Address | None = None  # of this site; unknown until it is hosted
    forge: Address | None = None  # where the pages are edited
    forge_files: Address | None = None  # how it shows a file, if not at /blob/HEAD/
    exit: Address  # where "Leave this page quickly" leads: harmless to be seen on
    owner: Text
    status: Text
    emergency: ContactId
    front_door: ContactId
    police: ContactId
    audiences: tuple[Label, ...]
    needs: tuple[Label, ...]


class Source(Record):
    """A document or page that facts rest on, and how far we read it."""

    publisher: Text
    title: Text
    url: Address | None = None
    dated: Text  # its own date, in its own words
    read: Day
    how: Text
    licence: Text
    use: Literal["quote", "link only"]
    note: Text | None = None


class Contact(Fact):
    """Someone to ring or write to. Hours only where no source disputes them."""

    name: Text
    order: int
    group: Literal["now", "worried", "advice", "children", "online", "support"]
    reason: Text
    short: Text | None = None  # the reason in few words, for the strip
    who: Text
    phone: Phone | None = None
    email: Email | None = None
    url: Address | None = None
    link_text: Text | None = None
    hours: Text | None = None
    note: Text | None = None
    also: Texts = ()  # what else people call it: only searched for


class Term(Fact):
    """A word or abbreviation of the trade, in plain English."""

    name: Text
    abbreviation: Text | None = None
    also: Texts = ()  # every other name, old ones too: they are searched for
    meaning: Text  # one or two sentences; shown beside the word on any page
    more: Text | None = None  # only on the glossary page
    pages: Pages = ()


class ContinuumStep(Fact):
    """One of Hackett's five steps, described at guidance level."""

    name: Text
    also: Texts = ()
    summary: Text
    characteristics: SomeTexts
    response: Response


class Caveat(Fact):
    """A warning that must stand beside the continuum wherever it is shown."""

    text: Text


class PanelFact(Fact):
    """One thing that a source says of the panel."""

    part: Literal["purpose", "cases", "first step", "members", "background"]
    name: Text
    text: Text
    items: Texts = ()  # a list below the text
    quote: Text | None = None


class Gap(Fact):
    """What no source says: asked of the partnership, never guessed."""

    about: Literal["panel", "front door", "audit", "training", "services", "site"]
    question: Text
    sentence: Text  # what a page says instead of the fact
    ask: ContactId


class Point(Fact):
    """One of the briefing's seven points."""

    named_by: ClassVar[str] = "point-{0.number}"  # as people speak of it
    number: int
    name: Text
    text: Text


class Theme(Fact):
    """One of the audit's six themes."""

    name: Text
    worked_well: Text
    to_develop: Text
    asks: SomeTexts  # of the reader: always the site's own
    pages: Pages = ()


class Action(Fact):
    """What the partnership said that it would consider or do."""

    part: Literal["action", "next step"]
    text: Text


class Resource(Fact):
    """A document, tool, course or service that we send people to."""

    name: Text
    publisher: Text
    url: Address | None = None
    summary: Text
    when: Text
    for_: Annotated[AudienceIds, Field(alias="for")]
    needs: NeedIds
    kind: ResourceKind
    cost: Literal["free", "paid", "not stated"]
    nation: Text
    dated: Text | None = None
    contact: MaybeContactId = None
    also: Texts = ()


class Word(Fact):
    """A word to avoid, what to say instead, and why."""

    avoid: SomeTexts
    prefer: SomeTexts
    why: Text
    note: Text | None = None
    prefer_standing: Standing | None = None  # when the replacement is our own
    find: Texts = ()  # what `words` looks for, when not what is to be avoided
    unless: Texts = ()
    check: Literal["stop", "advise", "no"] = "advise"


class Figure(Fact):
    """A statistic. Never shown without place, year and what was counted."""

    figure: Text
    place: Text
    year: Text
    counted: Text
    caveat: Text


class Question(Fact):
    """A question that practitioners ask, and its answer."""

    question: Text
    answer: Text
    topic: NeedId
    contacts: ContactIds = ()
    pages: Pages = ()


class Step(Fact):
    """One thing to do. Steps of one group are shown in the order written."""

    group: Slug
    name: Text
    text: Text
    contacts: ContactIds = ()
    pages: Pages = ()
