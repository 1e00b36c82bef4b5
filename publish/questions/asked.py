"""The questions of a place: what waits for the partnership, and what to check again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from macros.facts.site_data import SiteData
from macros.library.gaps import SAYING
from macros.schema.fields import Standing
from macros.schema.kinds.contacts import Contact
from macros.schema.kinds.gaps import Gap
from macros.schema.kinds.sources import Source
from macros.schema.lasting import lapsed
from macros.schema.layers import LOCAL
from macros.schema.records import Fact, Record

from .reasons import (
    ABOUT,
    ANSWERS,
    CRITICAL,
    HEDGED,
    RESTS,
    RINGS,
    SHOWN_FIRST,
)
from .shown_on import Shown, shown_on

Sort = Literal["gap", "number", "words", "source"]
CRISIS = "crisis.cards"
STILL, FIRST = "is this still right?", "is this right for somebody in a crisis?"
INSTEAD = "what should stand here instead?"
URGENT = ("now", "worried")  # groups of contacts


@dataclass(frozen=True)
class Question:
    """One row to answer. `id` is the kind and the id of a record: gaps/panel-form."""

    id: str
    sort: Sort
    question: str
    matters: str
    where: tuple[tuple[str, str], ...]  # title and address of each page
    knows: str
    meanwhile: str
    looked: tuple[str, ...]
    critical: bool = False
    agree: bool = False  # whether a yes is an answer: it is right as it stands

    @property
    def kind(self) -> str:
        """The kind of the record."""
        return self.id.partition("/")[0]

    @property
    def record(self) -> str:
        """The id of the record."""
        return self.id.partition("/")[2]


def asked(root: Path, data: SiteData, today: date) -> list[Question]:
    """All that is to be asked, what is critical to safety first, sources last."""
    shown = shown_on(root, data)
    found = [*_facts(data, shown, today), *_sources(data, shown, today)]
    return sorted(found, key=lambda one: (one.sort == "source", not one.critical))


def saying(record: Record) -> str:
    """The field in which a record says what it says."""
    texts = (name for name in SAYING if isinstance(getattr(record, name, None), str))
    return next(texts, "")


def number_asked(contact: Contact) -> str:
    """What is asked of a contact: whether all that one rings or writes to is right."""
    ways = [way for way in (contact.phone, contact.email, contact.hours) if way]
    if not ways:
        return f"Which number or e-mail address reaches {contact.name}?"
    return f"Is this still right? {contact.name}: {', '.join(ways)}"


def _facts(data: SiteData, shown: Shown, today: date) -> Iterator[Question]:
    waiting = {(kind, fact.id) for kind, fact in data.to_confirm()}
    for kind, fact in data.facts():
        local = data.file_of(kind, fact.id).startswith(LOCAL)
        again = local and lapsed(fact, today)
        if isinstance(fact, Gap):
            if (kind, fact.id) in waiting:
                yield _gap(data, shown, fact)
        elif isinstance(fact, Contact) and local:
            held = fact.standing == Standing.CONFIRMED and not again
            if (kind, fact.id) in waiting or ((fact.phone or fact.email) and not held):
                yield _number(data, shown, fact)
        elif (kind, fact.id) in waiting or again:
            yield _words(data, shown, kind, fact)


def _gap(data: SiteData, shown: Shown, gap: Gap) -> Question:
    why, knows = ABOUT[gap.about]
    critical = gap.safety == "critical"
    return Question(
        f"gaps/{gap.id}",
        "gap",
        gap.question,
        f"{CRITICAL} {why}" if critical else why,
        _places(data, shown, "gaps", gap.id),
        knows,
        gap.sentence,
        _looked(data, gap.sources),
        critical,
    )


def _number(data: SiteData, shown: Shown, contact: Contact) -> Question:
    critical = contact.group in URGENT
    return Question(
        f"contacts/{contact.id}",
        "number",
        number_asked(contact),
        f"{CRITICAL} {RINGS}" if critical else RINGS,
        _places(data, shown, "contacts", contact.id),
        f"{contact.name}, or {ABOUT['services'][1]}",
        contact.note or contact.reason,
        _looked(data, contact.sources),
        critical,
        agree=bool(contact.phone or contact.email),
    )


def _words(data: SiteData, shown: Shown, kind: str, fact: Fact) -> Question:
    words = " ".join(str(getattr(fact, saying(fact), "")).split())
    names = (getattr(fact, field, "") for field in ("question", "name", "title"))
    name = next(filter(None, names), fact.id).rstrip("?.")
    crisis, known = kind == CRISIS, fact.standing == Standing.CONFIRMED
    said = STILL if known else FIRST if crisis else INSTEAD
    return Question(
        f"{kind}/{fact.id}",
        "words",
        f'"{name}": {said}',
        f"{CRITICAL} {SHOWN_FIRST}" if crisis else HEDGED,
        _places(data, shown, kind, fact.id),
        fact.confirmed.by if fact.confirmed else ABOUT["services"][1],
        words,
        _looked(data, fact.sources),
        crisis,
        agree=known or crisis,
    )


def _sources(data: SiteData, shown: Shown, today: date) -> Iterator[Question]:
    rests: dict[str, int] = {}
    for _, fact in data.facts():
        for source_id in fact.sources:
            rests[source_id] = rests.get(source_id, 0) + 1
    for source in data.of(Source).values():
        told = source.confirmed and not lapsed(source, today)
        ours = source.id.startswith(ANSWERS) or told
        if data.file_of("sources", source.id).startswith(LOCAL) and not ours:
            count = rests.get(source.id, 0)
            yield Question(
                f"sources/{source.id}",
                "source",
                f'Does this still stand: "{source.title}" ({source.dated})?',
                RESTS.format(count=count),
                _places(data, shown, "sources", source.id),
                source.publisher,
                f"Read on {source.read}: {source.how}",
                tuple(filter(None, [source.url])),
            )


def _places(
    data: SiteData, shown: Shown, kind: str, record_id: str
) -> tuple[tuple[str, str], ...]:
    base = (data.site.address or "").rstrip("/")
    places = shown.get((kind, record_id), [])
    return tuple(
        (data.pages[address.partition("#")[0]].meta.title, f"{base}{address}")
        for address in places
    )


def _looked(data: SiteData, sources: Sequence[str]) -> tuple[str, ...]:
    known = (data.of(Source)[source_id] for source_id in sources)
    own = data.site.partnership
    return tuple(
        source.title
        if source.publisher == own
        else f"{source.title} ({source.publisher})"
        for source in known
    )
