"""The types of field that records are made of, and what each one refuses."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema


class Standing(StrEnum):
    """On whose word a record stands. It decides how the record is shown."""

    PUBLISHED = "published"  # we read it in a source
    TO_CONFIRM = "to be confirmed"  # only the partnership can say
    OWN = "site's own"  # our suggestion, and shown as one
    CONFIRMED = "confirmed"  # a role of the partnership said so, on a day


ANY = "any"  # where an id is named with its kind before it: terms/example-plan


@dataclass(frozen=True)
class Ref:
    """Marks a field that names records of another kind, so ids can be checked.

    A `spare` one may name a role that nobody plays here, and is empty then.
    """

    kind: str
    spare: bool = False

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """The field's schema, marked too: `publish.schemas` offers the ids."""
        return {**handler(core), "ids": self.kind}


@dataclass(frozen=True)
class Spoken:
    """Marks a field of site.yml whose words may stand in any sentence."""


def one_or_many(value: object) -> object:
    """Let an editor type one value where a list is meant."""
    return [value] if isinstance(value, str) else value


def web_address(value: str) -> str:
    """A full address of the web, as typed. Raises ValueError.

    Where it leads is a matter of `checks/web_addresses`, which says it by its rule.
    """
    if not re.fullmatch(r"https?://[^\s/.]+\.\S+", value):
        raise ValueError("must be a full web address, starting https://")
    if re.search(r"[\"<>\\^`{|}]", value):
        raise ValueError("holds a sign that no address has: copy it from the browser")
    return value


# Numbers that start otherwise: emergencies, services, relay, text messages.
SHORT = r"999|101|105|111|119|116\d{3}|1800[0-2]|[678]\d{4,5}"


# How long numbers are: eleven digits, but for ten in some places and behind some 0800.
WHOLE = r"0[1-9]\d{9}|01\d{8}|0800\d{6}|08001111"


def uk_number(value: str) -> str:
    """A short code, or a whole UK number: a digit too few leads to nobody.

    Childline's 0800 1111 is the shortest of those. Raises ValueError.
    """
    digits = value.replace(" ", "")
    if re.fullmatch(rf"{SHORT}|{WHOLE}", digits):
        return value
    if re.fullmatch(r"0\d{5,}", digits):
        count = len(digits)
        raise ValueError(
            f"has {count} digits, and a UK number that starts {digits[:2]} has another "
            "length, mostly 11: count them at the source"
        )
    raise ValueError("must be a UK number in digits, such as 01632 960 503")


def email_address(value: str) -> str:
    """One e-mail address. Raises ValueError."""
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", value):
        raise ValueError("must be an e-mail address, such as name@example.org.uk")
    return value


def typed_date(value: object) -> object:
    """Only the one form: Pydantic alone would also take seconds since 1970."""
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise ValueError("must be written year-month-day, such as 2026-01-31")
    return value


def unfiltered(value: str) -> str:
    """An id becomes part of an address, and addresses must pass school filters."""
    if FILTERED in value:
        raise ValueError(f"cannot hold '{FILTERED}': school web filters refuse it")
    return value


def plain_words(value: str) -> str:
    """Words without HTML or braces, which would not show as typed, or would act."""
    if re.search(r"<[a-zA-Z/!?]", value):
        raise ValueError("holds HTML: write plain words, without '<'")
    if re.search(r"\{[{%#]|[}%#]\}", value):
        raise ValueError("holds braces that start a macro: write plain words")
    return value


FILTERED = "sex"
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
NAMED = r"^[a-z0-9]+([- ][a-z0-9]+)*$"  # an id, or a role in words: front door
PAGE = r"^/([a-z0-9-]+/)*(#[a-z0-9-]+)?$"

Slug = Annotated[str, StringConstraints(pattern=SLUG), AfterValidator(unfiltered)]
Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    AfterValidator(plain_words),
]
Stands = Annotated[str, StringConstraints(pattern=rf"^(below|above) {SLUG[1:]}")]
Addition = Annotated[str, StringConstraints(pattern=rf"^[a-z.]+/{SLUG[1:]}")]
PagePath = Annotated[str, StringConstraints(pattern=PAGE)]
Address = Annotated[Text, AfterValidator(web_address)]
Phone = Annotated[Text, AfterValidator(uk_number)]
Email = Annotated[Text, AfterValidator(email_address)]
Day = Annotated[date, BeforeValidator(typed_date)]

Texts = Annotated[tuple[Text, ...], BeforeValidator(one_or_many)]
SomeTexts = Annotated[Texts, Field(min_length=1)]
Slugs = Annotated[tuple[Slug, ...], BeforeValidator(one_or_many)]
SomeSlugs = Annotated[Slugs, Field(min_length=1)]
Named = Annotated[str, StringConstraints(pattern=NAMED), AfterValidator(unfiltered)]
SomeNamed = Annotated[
    tuple[Named, ...], BeforeValidator(one_or_many), Field(min_length=1)
]
Word = Annotated[Text, Spoken()]
PagePaths = Annotated[tuple[PagePath, ...], BeforeValidator(one_or_many)]

# Fields that name other records, by id or by role. `references` looks each one up.
SourceIds = Annotated[SomeNamed, Ref("sources")]
ContactId = Annotated[Named, Ref("contacts")]
MaybeContactId = Annotated[Named | None, Ref("contacts")]
ContactIds = Annotated[tuple[Named, ...], BeforeValidator(one_or_many), Ref("contacts")]
# Fields of site.yml that say who plays a role: by id alone.
ContactRole = Annotated[Slug, Ref("contacts")]
MaybeContactRole = Annotated[Slug | None, Ref("contacts")]
SourcesRole = Annotated[SomeSlugs, Ref("sources")]
MaybeSourcesRole = Annotated[Slugs, Ref("sources")]
AudienceIds = Annotated[SomeSlugs, Ref("audiences")]
NeedId = Annotated[Slug, Ref("needs")]
NeedIds = Annotated[SomeSlugs, Ref("needs")]
Pages = Annotated[PagePaths, Ref("pages")]
GapIds = Annotated[Slugs, Ref("gaps")]
StepIds = Annotated[Slugs, Ref("continuum.steps")]
# Hours of a day that a contact answers: from and to, the night before midnight and
# after it as two.
TIME = r"(?:[01]\d|2[0-3]):[0-5]\d"
Span = Annotated[str, StringConstraints(pattern=rf"^{TIME}-(?:{TIME}|24:00)$")]
Spans = Annotated[tuple[Span, ...], BeforeValidator(one_or_many)]

ResourceKind = Literal[
    "law",
    "statutory guidance",
    "guidance",
    "local guide",
    "procedures",
    "tool",
    "training",
    "research",
    "service",
    "helpline",
    "report form",
]
