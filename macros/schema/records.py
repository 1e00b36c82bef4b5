"""What all records have in common, and what a page says of itself."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator

from .fields import (
    AudienceIds,
    Day,
    GapIds,
    Slug,
    SourceIds,
    Standing,
    Stands,
    Text,
    Texts,
    one_or_many,
)

Parts = Annotated[
    tuple[Literal["navigation", "toc"], ...], BeforeValidator(one_or_many)
]


class Record(BaseModel):
    """What every record has. Unknown fields are refused, so typos are caught."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, use_attribute_docstrings=True
    )

    named_by: ClassVar[str] = "{0.id}"

    id: Slug
    """A short permanent name: small letters, digits and hyphens. Never change it: other
    files and links point to it."""
    replaces: Text | None = None
    """Only in data/local/, where the record stands for the one of the same id in
    data/national/: why it does."""
    stands: Stands | None = None
    """Only in data/local/: beside which record of data/national/ it is shown, and what
    follows it in its file with it. Without it, all of data/national/ comes first.
    Example: below example-record"""
    line: int  # where it is written; `load` fills this in, editors never do

    @property
    def anchor(self) -> str:
        """Its name on the page that shows it, which is a part of an address."""
        return self.named_by.format(self)


BETWEEN = ("replaces", "stands")  # what a local record says of national ones
# and what else only a local record may say
ONLY_HERE = (*BETWEEN, "answers", "confirmed")


def without_between(schema: dict[str, Any]) -> None:
    """Leave these fields out of the schema of what only one layer has."""
    for name in BETWEEN:
        schema["properties"].pop(name, None)


def refuse_between(said: object) -> object:
    """Refuse a value of these fields. Raises ValueError."""
    raise ValueError("is only for a record of a list in data/local/: delete it")


IN_ONE_LAYER = ConfigDict(json_schema_extra=without_between)


class Confirmed(BaseModel):
    """Who in the partnership said that something is so, and when."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, use_attribute_docstrings=True
    )

    by: Text
    """The role of who said so, not a name. Example: the coordinator of the panel"""
    on: Day
    """The day on which it was said, written year-month-day."""


class Fact(Record):
    """A record that says something: on whose word, and how fully that was read."""

    standing: Standing
    """On whose word it stands. `published`: we read it in a source. `to be confirmed`:
    only the partnership can say. `site's own`: our own suggestion, and shown as one.
    `confirmed`: the partnership told us, as `confirmed` says."""
    sources: SourceIds
    """The ids of the records in sources.yml that it rests on. Example:
    [example-guide]"""
    evidence: Literal["stated", "partial"] = "stated"
    """How fully we read it. Leave it out when the source says it outright. `partial`:
    we read only a part of the source, or read it second-hand."""
    answers: GapIds = ()
    """Only in data/local/: the ids of the questions in gaps.yml that this answers. They
    are not listed as open, and where a page asks one of them, this is shown."""
    confirmed: Confirmed | None = None
    """Only in data/local/, where `standing` is confirmed: `by` whom, as a role and not
    a name, and `on` which day, each on a line below it, further in. After a while it is
    shown as something to check: macros/schema/lasting.py says when."""


class FrontMatter(BaseModel):
    """What a page says of itself, between the `---` lines that open it."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, use_attribute_docstrings=True
    )

    title: Text
    """The name of the page in the menu and in search results."""
    description: Text
    """What the page is about, in a sentence for search results."""
    for_: Annotated[AudienceIds, Field(alias="for")]
    """The ids of the audiences that it is for, from site.yml."""
    reviewed: Day
    """The day of the last review, written year-month-day."""
    review_after: Literal["three months", "six months", "a year"] = "six months"
    """How long after its review a person reads the page again."""
    owner: Text | None = None
    """Who answers for the page, when not the owner of the site: a role, not a name."""
    aliases: Texts = ()
    """Other names that people search for."""
    exit: Literal["yes", "no"] = "no"
    """yes to show a way to leave the page quickly, where a family may read."""
    how_we_read: Literal["yes", "no"] = "no"
    """yes on a page about how this site is made: it may say how a source was read. On
    all others a sentence says what to do."""
    needs: Texts = ()
    """The kinds of record that it rests on, such as audit or audit.themes. Without any
    record of one of these the page is not made, and no menu or list has it."""
    paper: Literal[
        "whole", "two columns", "one side", "one side, small", "wall card"
    ] = "whole"
    """How it prints. `two columns`: all of it, for long lists. `one side` of A4 leaves
    out sources and reasons; `one side, small` holds a quarter more; a `wall card` has
    large numbers."""
    hide: Parts = ()
    """What the theme leaves out of this page."""


class Label(Record):
    """A group that records are sorted into, such as an audience or a need."""

    model_config = IN_ONE_LAYER
    refuse_between = field_validator(*BETWEEN)(refuse_between)

    name: Text
    """What people see."""
    summary: Text | None = None
    """One or two sentences in plain English."""
