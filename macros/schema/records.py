"""What all records have in common, and what a page says of itself."""

from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from .fields import (
    AudienceIds,
    Day,
    Slug,
    SomeTexts,
    SourceIds,
    Standing,
    Text,
    Texts,
    one_or_many,
)

Parts = Annotated[
    tuple[Literal["navigation", "toc"], ...], BeforeValidator(one_or_many)
]


class Record(BaseModel):
    """What every record has. Unknown fields are refused, so typos are caught."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    named_by: ClassVar[str] = "{0.id}"

    id: Slug
    line: int  # where it is written; `load` fills this in, editors never do

    @property
    def anchor(self) -> str:
        """Its name on the page that shows it, which is a part of an address."""
        return self.named_by.format(self)


class Fact(Record):
    """A record that says something: on whose word, and how fully that was read."""

    standing: Standing
    sources: SourceIds
    evidence: Literal["stated", "partial"] = "stated"


class FrontMatter(BaseModel):
    """What a page says of itself, between the `---` lines that open it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Text
    description: Text
    for_: Annotated[AudienceIds, Field(alias="for")]
    reviewed: Day
    owner: Text | None = None  # when not the owner that data/site.yml names
    aliases: Texts = ()  # other names that people search for
    strip: Literal["short", "full"] = "short"  # full: every number, by urgency
    exit: Literal["yes", "no"] = "no"  # a way out, where a family may read
    hide: Parts = ()  # the theme leaves them out


class Label(Record):
    """A group that records are sorted into, such as an audience or a need."""

    name: Text
    summary: Text | None = None


class Synonym(Record):
    """Words that people use for the same thing when they search."""

    words: Annotated[Texts, Field(min_length=2)]


class Response(BaseModel):
    """What a step of the continuum asks of the practitioner."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    asks: SomeTexts
    standing: Standing
    sources: SourceIds
