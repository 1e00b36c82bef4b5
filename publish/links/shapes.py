"""What other programs are told of each fact: the one place, and its JSON schemas.

A field may be added. One that is taken away, or means something else, breaks the
programs of others: then these stay, and new files with another `VERSION` stand beside.
"""

from collections.abc import Callable
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from macros.schema.kinds.contacts import Contact
from macros.schema.kinds.continuum import ContinuumStep
from macros.schema.kinds.panel import PanelFact
from macros.schema.kinds.terms import Term

VERSION: Literal["1"] = "1"


class Shape(BaseModel):
    """What all of them have in common: each field is said in full, and no other."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)


class SourceTold(Shape):
    """A document or page that a fact rests on."""

    publisher: str
    title: str
    url: str | None
    """Its address, if anybody has seen it there."""
    dated: str
    """Its own date, in its own words."""
    read: date
    """The day on which it was read."""


class Told(Shape):
    """What is told of every fact besides what it says."""

    id: str
    """A name that does not change."""
    standing: Literal["published", "confirmed", "site's own"]
    """On whose word it stands: a source that was read, the partnership, or this site,
    which suggests it."""
    evidence: Literal["stated", "partial"]
    """`partial`: only a part of the source was read, or somebody else's words on it."""
    confirmed: date | None
    """The day on which the partnership confirmed it, if it did."""
    sources: list[SourceTold]


class Caution(Told):
    """A warning that must stand wherever the facts are shown."""

    text: str


class ContactTold(Told):
    """Someone to ring or write to."""

    name: str
    reason: str
    who: str
    """Who may use it."""
    phone: str | None
    email: str | None
    url: str | None
    hours: str | None
    """Only where a source states them and none disagrees."""
    limit: str | None
    """What they cannot keep to themselves."""
    note: str | None


class StepTold(Told):
    """A step of the continuum, mildest first."""

    name: str
    summary: str
    characteristics: list[str]


class PanelTold(Told):
    """One fact about the panel."""

    part: str
    name: str
    text: str
    items: list[str]


class TermTold(Told):
    """A word and what it means."""

    name: str
    abbreviation: str | None
    also: list[str]
    """Other names, and ways in which people type it: not all are good ones to use."""
    meaning: str


class File(Shape):
    """What stands round the facts of a file."""

    schema_: str = Field(alias="$schema")
    """The name of the file's JSON schema, which stands beside it."""
    version: Literal["1"]
    """Within it nothing is taken away from the shape, and nothing changes meaning."""
    id: str
    name: str
    what: str
    site: str
    partnership: str
    """Whose area the local facts hold for."""
    nation: str
    draft: bool
    """true until the partnership has put the site out: its facts are not checked by the
    partnership then."""
    status: str
    licence: str | None
    """On what terms they may be used; null while that is not settled: ask first."""
    as_of: date
    """The newest day on which a page of the site was reviewed."""
    cautions: list[Caution]
    """What must be shown wherever these facts are."""


class ContactsFile(File):
    """Whom to ring."""

    facts: list[ContactTold]


class StepsFile(File):
    """The continuum."""

    facts: list[StepTold]


class PanelFile(File):
    """The panel. The list is empty where nothing is published of one."""

    facts: list[PanelTold]


class TermsFile(File):
    """The words."""

    facts: list[TermTold]


def fields_of(shape: type[Told]) -> Callable[[BaseModel], dict[str, Any]]:
    """What a shape takes over from a record as it is: what both have by one name."""
    names = shape.model_fields.keys() - Told.model_fields.keys()
    return lambda record: {name: getattr(record, name) for name in sorted(names)}


# The record of each kind, the shape of one fact, and of its file.
SHAPES: dict[str, tuple[type[Any], type[Told], type[File]]] = {
    "contacts": (Contact, ContactTold, ContactsFile),
    "continuum.steps": (ContinuumStep, StepTold, StepsFile),
    "panel": (PanelFact, PanelTold, PanelFile),
    "terms": (Term, TermTold, TermsFile),
}
