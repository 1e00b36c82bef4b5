"""What search can find: every fact and heading at the place that shows it.

A fact gives the names and the one line; the built page says where it stands. What no
page shows is left out.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.facts.site_data import SiteData
from macros.schema.models import (
    Contact,
    ContinuumStep,
    PanelFact,
    Question,
    Resource,
    Step,
    Term,
    Word,
)

from .sections import Section, one_line


@dataclass(frozen=True)
class Entry:
    """One thing to find. `kind` ranks it; `body` is searched and not shown."""

    kind: str
    address: str
    anchor: str
    title: str
    line: str = ""  # shown below the title
    names: tuple[str, ...] = ()  # what else it is called: found, and never shown
    body: str = ""
    call: str = ""  # a number to ring


@dataclass(frozen=True)
class Told:
    """What a fact tells of itself: the words that its place on a page must hold."""

    title: str
    line: str = ""
    names: tuple[str, ...] = ()
    shown: str = ""  # what the page says instead of the title, if it differs
    call: str = ""


def entries_of(
    data: SiteData, sections: Mapping[str, Iterable[Section]]
) -> list[Entry]:
    """Everything that can be found on the pages, whose sections are by address."""
    every = [s for address in data.pages for s in sections.get(address, ())]
    facts = []
    taken = set()
    for kind, told in told_by(data):
        for section, says in places(every, told):
            taken.add(id(section))
            facts.append(fact(kind, section, says))
    headings = [s for s in every if s.level and id(s) not in taken]
    return [heading(section, data) for section in headings] + facts


def fact(kind: str, at: Section, says: Told) -> Entry:
    """A fact at its place as an entry."""
    title, line, names = says.title, says.line, says.names
    return Entry(kind, at.address, at.anchor, title, line, names, at.text, says.call)


def heading(at: Section, data: SiteData) -> Entry:
    """A heading as an entry; the first of a page stands for the page.

    A page is also found by each question that it is the first to answer.
    """
    if at.anchor:
        return Entry("heading", at.address, at.anchor, at.title, body=at.text)
    meta = data.pages[at.address].meta
    questions = data.of("questions", Question).values()
    asked = [q.question for q in questions if q.pages[:1] == (at.address,)]
    names = (meta.title, *meta.aliases, *asked)
    return Entry("page", at.address, "", at.title, meta.description, names, at.text)


def places(
    sections: Iterable[Section], told: Mapping[str, Told]
) -> Iterator[tuple[Section, Told]]:
    """Where each fact of one kind stands: on the page that shows most of the kind, or
    else on the first that shows it. A fact that no page shows is not given."""
    where: dict[str, list[Section]] = {}
    for section in sections:
        for record_id, says in told.items():
            if stands_at(section, record_id, says):
                where.setdefault(record_id, []).append(section)
    count = Counter(s.address for found in where.values() for s in found)
    for record_id, found in where.items():
        home = max(count, key=lambda address: count[address])
        best = next((s for s in found if s.address == home), found[0])
        yield best, told[record_id]


def stands_at(section: Section, record_id: str, says: Told) -> bool:
    """Whether a section is the place of a fact: by its id, or by its title alone."""
    words = says.shown or says.title
    if section.anchor == record_id:
        return words in section.text
    return not section.level and section.title == words


def told_by(data: SiteData) -> Iterator[tuple[str, dict[str, Told]]]:
    """Each kind of fact, with what its records tell of themselves, by id."""
    contacts = data.of("contacts", Contact).values()
    terms = data.of("terms", Term).values()
    words = data.of("words", Word).values()
    five = data.of("continuum.steps", ContinuumStep).values()
    panel = data.of("panel", PanelFact).values()
    questions = data.of("questions", Question).values()
    resources = data.of("resources", Resource).values()
    yield "contact", {r.id: of_contact(r) for r in contacts}
    yield "term", {r.id: of_term(r, words) for r in terms}
    yield "word", {r.id: of_word(r) for r in words}
    steps = data.of("steps", Step).values()
    yield "step", {r.id: Told(r.name) for r in steps}
    yield "step", {r.id: Told(r.name, r.summary, r.also) for r in five}
    yield "fact", {r.id: Told(r.name) for r in panel}
    yield "question", {r.id: of_question(r) for r in questions}
    yield "resource", {r.id: Told(r.name, r.publisher, r.also) for r in resources}


def of_contact(contact: Contact) -> Told:
    """A contact with its number, which is found however it is spaced."""
    phone = contact.phone or ""
    names = (*contact.also, phone.replace(" ", "")) if phone else contact.also
    return Told(contact.name, contact.reason, names, call=phone)


def of_term(term: Term, words: Iterable[Word]) -> Told:
    """A term, found by its short form and by the words that it replaces too."""
    called = {name.casefold() for name in (term.name, *term.also)}
    old = [
        avoid
        for word in words
        if called & {name.casefold() for name in word.prefer}
        for avoid in word.avoid
    ]
    names = [term.abbreviation or "", *term.also, *old]
    return Told(term.name, term.meaning, tuple(filter(None, names)))


def of_word(word: Word) -> Told:
    """Words to avoid lead to their row of the list, which says what to write."""
    avoid = ", ".join(word.avoid)
    return Told(", ".join(word.prefer), f"instead of: {avoid}", word.avoid, avoid)


def of_question(question: Question) -> Told:
    """A question with the sentence that answers it."""
    return Told(question.question, first_sentence(question.answer))


def first_sentence(text: str) -> str:
    """A text up to its first full stop; a short "No." takes the next one along."""
    match = re.match(r".{12,}?[.?!](?=\s|$)", text, re.DOTALL)
    return one_line(match.group() if match else text)
