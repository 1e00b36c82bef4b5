"""Records as blocks: the words of each, and on whose word they stand."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from macros.facts.site_data import SiteData
from macros.schema.all_kinds import name_of as kind_of
from macros.schema.fields import Standing
from macros.schema.kind import first_sentence
from macros.schema.kinds.audit import Action, Point, Theme
from macros.schema.kinds.contacts import Contact
from macros.schema.kinds.continuum import Caveat, ContinuumStep
from macros.schema.kinds.gaps import Gap
from macros.schema.kinds.panel import PanelFact
from macros.schema.kinds.passages import Passage
from macros.schema.kinds.questions import Question
from macros.schema.kinds.sources import Source
from macros.schema.kinds.steps import Step
from macros.schema.kinds.terms import Term
from macros.schema.records import Fact

from .blocks import Block, Call, Entry, Words

MARKS = {
    Standing.OWN: "our suggestion",
    Standing.TO_CONFIRM: "to be confirmed",
    Standing.PUBLISHED: "",
    Standing.CONFIRMED: "confirmed by the partnership",
}
IN_PART, UNDATED = "read in part", "no date"
LEAD, GLANCE = "lead", "at a glance"


class Teller:
    """Makes blocks of records, and counts the sources that these rest on."""

    def __init__(self, data: SiteData) -> None:
        self._data = data
        self._cited: list[str] = []

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources cited so far, in the order of their numbers."""
        found = [self._data.get(Source, name) for name in self._cited]
        return tuple(_named(source) for source in found)

    def blocks(self, records: Sequence[Fact], *, full: bool) -> Iterator[Block]:
        """The blocks of records that are shown together."""
        for sort, group in groupby(records, type):
            together = list(group)
            if sort is ContinuumStep:
                yield self._scale(together, full=full)
            elif sort is Step and full:
                entries = (
                    Entry(name_of(step), self._said(step), step.lines)
                    for step in together
                    if isinstance(step, Step)
                )
                yield _hoisted(Block("steps", entries=tuple(entries)))
            elif full or sort in (Contact, Gap, Passage):
                yield from map(self._block, together)
            else:
                yield self._names(together)

    def _block(self, fact: Fact) -> Block:
        """One record in full."""
        if isinstance(fact, Contact):
            return Block("call", call=call_of(fact))
        said = self._said(fact)
        if isinstance(fact, Gap):
            return Block("open", text=said)
        if isinstance(fact, Question):
            titles = (self._title(page) for page in fact.pages)
            pages = tuple(filter(None, titles))
            return Block("ask", fact.question, said, pages=pages)
        if isinstance(fact, PanelFact) and fact.part == GLANCE:
            return Block("glance", fact.name, said)
        head = (
            "" if isinstance(fact, PanelFact) and fact.part == LEAD else name_of(fact)
        )
        return Block("fact", head, said, items=getattr(fact, "items", ()))

    def _names(self, facts: Sequence[Fact]) -> Block:
        """Records by their names alone; a theme with what it asks first."""
        entries = []
        for fact in facts:
            asks = (Words(fact.asks[0]),) if isinstance(fact, Theme) else ()
            entries.append(Entry(name_of(fact), asks))
        ours = all(f.standing == Standing.OWN or isinstance(f, Theme) for f in facts)
        cites = dict.fromkeys(number for fact in facts for number in self._cite(fact))
        mark = MARKS[Standing.OWN] if ours else ""
        return Block("names", entries=tuple(entries), mark=mark, cites=tuple(cites))

    def _scale(self, facts: Sequence[Fact], *, full: bool) -> Block:
        steps = [fact for fact in facts if isinstance(fact, ContinuumStep)]
        entries = [
            Entry(step.name, (Words(step.summary),) if full else ()) for step in steps
        ]
        return Block("scale", entries=tuple(entries), cites=self._cite(steps[0]))

    def _said(self, fact: Fact) -> tuple[Words, ...]:
        """What a record says, and what this place adds, each on its own word.

        What a place adds to a term is of sources, and not for a hand-out.
        """
        own = self._paragraphs(fact, *texts_of(fact))
        if isinstance(fact, Term):
            return own
        name = f"{kind_of(type(fact))}/{fact.id}"
        added = self._data.here.additions.get(name, ())
        return (*own, *(w for p in added for w in self._paragraphs(p, p.text)))

    def _paragraphs(self, fact: Fact, *texts: str) -> tuple[Words, ...]:
        """Paragraphs, of which the last says on whose word all of them stand."""
        parts = [part.strip() for text in texts for part in text.splitlines()]
        *first, last = filter(None, parts)
        end = Words(last, _mark(fact), self._cite(fact))
        return (*map(Words, first), end)

    def _cite(self, fact: Fact) -> tuple[int, ...]:
        """The numbers of the sources of a record; ours, and what is open, has none."""
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


def _named(source: Source) -> str:
    """A source in one line. That we saw no date is said where all are listed."""
    named = f"{source.publisher}: {source.title}"
    undated = (
        source.dated.casefold().startswith(UNDATED) or source.dated in source.title
    )
    return named if undated else f"{named} ({source.dated})"


def _hoisted(block: Block) -> Block:
    """A list that says once what would stand behind each of its entries.

    Only where that holds of every word of it: what is cited stands by itself.
    """
    words = [words for entry in block.entries for words in entry.text]
    marks = {(w.mark, w.cites) for w in words}
    if len(marks) != 1 or len(words) != len(block.entries):
        return block
    [(mark, cites)] = marks
    plain = (replace(e, text=(Words(e.text[0].text),)) for e in block.entries)
    return replace(block, entries=tuple(plain), mark=mark, cites=cites)


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


def texts_of(fact: Fact) -> tuple[str, ...]:
    """What a record says, by its texts. Raises TypeError for a kind that says none."""
    match fact:
        case Gap():
            return (fact.sentence,)
        case Question():
            return (fact.answer,)
        case Term():
            return (fact.meaning,)
        case Theme():
            return (
                f"Worked well: {fact.worked_well}",
                f"To develop: {fact.to_develop}",
            )
        case Step() | PanelFact() | Passage() | Action() | Point() | Caveat():
            return (fact.text,)
        case _:
            raise TypeError(f"no words are known of {type(fact).__name__}")


def _mark(fact: Fact) -> str:
    partly = fact.standing == Standing.PUBLISHED and fact.evidence == "partial"
    return IN_PART if partly else MARKS[fact.standing]
