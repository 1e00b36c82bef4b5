"""Records as blocks: the words of each, and on whose word they stand."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from macros.facts.site_data import SiteData
from macros.schema.all_kinds import name_of as kind_of
from macros.schema.fields import Standing
from macros.schema.kinds.audit import Action, Point, Theme
from macros.schema.kinds.contacts import Contact
from macros.schema.kinds.continuum import Caveat, ContinuumStep
from macros.schema.kinds.gaps import Gap
from macros.schema.kinds.panel import PanelFact
from macros.schema.kinds.passages import Passage
from macros.schema.kinds.questions import Question, first_sentence
from macros.schema.kinds.sources import Source
from macros.schema.kinds.steps import Step
from macros.schema.kinds.terms import Term
from macros.schema.records import Fact

from .blocks import Block, Call, Entry

MARKS = {
    Standing.OWN: "our suggestion",
    Standing.TO_CONFIRM: "to be confirmed",
    Standing.PUBLISHED: "",
}
IN_PART = "read in part"


class Teller:
    """Makes blocks of records, and counts the sources that these rest on."""

    def __init__(self, data: SiteData) -> None:
        self._data = data
        self._cited: list[str] = []

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources cited so far, in the order of their numbers."""
        found = [self._data.get(Source, name) for name in self._cited]
        return tuple(f"{s.publisher}: {s.title} ({s.dated})" for s in found)

    def blocks(self, records: Sequence[Fact], *, full: bool) -> Iterator[Block]:
        """The blocks of records that are shown together."""
        for sort, group in groupby(records, type):
            together = list(group)
            if sort is ContinuumStep:
                yield self._scale(together, full=full)
            elif sort is Step and full:
                yield Block("steps", entries=tuple(map(self._entry, together)))
            elif full or sort in (Contact, Gap, Passage):
                yield from map(self._block, together)
            else:
                yield self._names(together)

    def _block(self, fact: Fact) -> Block:
        """One record in full."""
        match fact:
            case Contact():
                return Block("call", call=call_of(fact))
            case Gap():
                return Block(
                    "open", text=(fact.sentence,), mark=MARKS[Standing.TO_CONFIRM]
                )
            case Question():
                titles = (self._title(page) for page in fact.pages)
                return Block(
                    "ask",
                    head=fact.question,
                    text=(*_paragraphs(fact.answer), *self._additions(fact)),
                    mark=_mark(fact),
                    cites=self._cite(fact),
                    pages=tuple(filter(None, titles)),
                )
            case PanelFact(part="at a glance"):
                return Block(
                    "glance",
                    fact.name,
                    (fact.text,),
                    mark=_mark(fact),
                    cites=self._cite(fact),
                )
            case _:
                entry = self._entry(fact)
                items = getattr(fact, "items", ())
                return Block(
                    "fact",
                    entry.name,
                    entry.text,
                    items,
                    mark=entry.mark,
                    cites=entry.cites,
                )

    def _names(self, facts: Sequence[Fact]) -> Block:
        """Records by their names alone; a theme with what it asks first."""
        entries = []
        for fact in facts:
            text = (fact.asks[0],) if isinstance(fact, Theme) else ()
            entries.append(Entry(name_of(fact), text))
        themes = isinstance(facts[0], Theme)
        own = themes or all(fact.standing == Standing.OWN for fact in facts)
        cites = {number: None for fact in facts for number in self._cite(fact)}
        mark = MARKS[Standing.OWN] if own else ""
        return Block("names", entries=tuple(entries), mark=mark, cites=tuple(cites))

    def _scale(self, facts: Sequence[Fact], *, full: bool) -> Block:
        steps = [fact for fact in facts if isinstance(fact, ContinuumStep)]
        entries = (
            Entry(step.name, _paragraphs(step.summary) if full else ())
            for step in steps
        )
        return Block("scale", entries=tuple(entries), cites=self._cite(steps[0]))

    def _entry(self, fact: Fact) -> Entry:
        """A record by its name and its words, with what this place adds."""
        text = (*_words(fact), *self._additions(fact))
        return Entry(name_of(fact), text, _mark(fact), self._cite(fact))

    def _additions(self, fact: Fact) -> Iterator[str]:
        name = f"{kind_of(type(fact))}/{fact.id}"
        for passage in self._data.here.additions.get(name, ()):
            yield from _paragraphs(passage.text)

    def _cite(self, fact: Fact) -> tuple[int, ...]:
        """The numbers of the sources of a record; ours needs none."""
        if fact.standing != Standing.PUBLISHED:
            return ()
        for name in fact.sources:
            if name not in self._cited:
                self._cited.append(name)
        return tuple(self._cited.index(name) + 1 for name in fact.sources)

    def _title(self, address: str) -> str:
        """The title of a page that this place has, or nothing."""
        page = self._data.pages.get(address.partition("#")[0])
        return page.meta.title if page else ""


def call_of(contact: Contact) -> Call:
    """A contact as someone to ring."""
    when = contact.short or contact.reason
    return Call(contact.name, contact.phone or "", when, contact.hours or "")


def name_of(fact: Fact) -> str:
    """What a record is called, or its first sentence."""
    match fact:
        case Contact() | Step() | PanelFact() | Theme() | Point() | Term():
            return fact.name
        case ContinuumStep():
            return fact.name
        case Question():
            return first_sentence(fact.answer)
        case _:
            return ""


def _words(fact: Fact) -> tuple[str, ...]:
    """What a record says, by paragraphs."""
    match fact:
        case Term():
            return _paragraphs(fact.meaning)
        case Theme():
            return (
                *(f"Worked well: {text}" for text in _paragraphs(fact.worked_well)),
                *(f"To develop: {text}" for text in _paragraphs(fact.to_develop)),
            )
        case Step() | PanelFact() | Passage() | Action() | Point() | Caveat():
            return _paragraphs(fact.text)
        case _:
            raise TypeError(f"no words are known of {type(fact).__name__}")


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.splitlines() if part.strip())


def _mark(fact: Fact) -> str:
    partly = fact.standing == Standing.PUBLISHED and fact.evidence == "partial"
    return IN_PART if partly else MARKS[fact.standing]
