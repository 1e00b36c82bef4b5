"""What search can find: every fact and heading at the place that shows it.

A fact gives the names and the one line; the built page says where it stands. What no
page shows is left out.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from macros.facts.site_data import SiteData
from macros.schema.all_kinds import KINDS
from macros.schema.kind import Found, Told
from macros.schema.kinds.terms import Term
from macros.schema.kinds.words import Word

from .sections import Section


@dataclass(frozen=True)
class Entry:
    """One thing to find. `kind` ranks it; `body` is what its place on the page says."""

    kind: str
    address: str
    anchor: str
    title: str
    line: str = ""  # shown below the title
    names: tuple[str, ...] = ()  # what else it is called: found, and never shown
    body: str = ""
    call: str = ""  # a number to ring
    more: str = ""  # the page that says more


# What is no record: a whole page, and a part of one. Its rank, and the word shown.
PLACES = {"page": (1.0, "Page"), "heading": (0.93, "Part of a page")}


def ranks() -> dict[str, tuple[float, str]]:
    """The rank and the shown word of everything that can be found, by its search name.

    Raises ValueError when two kinds give one name another rank or word.
    """
    told = dict(PLACES)
    for kind in KINDS.values():
        for found in kind.search:
            rank = (found.rank, found.shown)
            if told.setdefault(found.name, rank) != rank:
                raise ValueError(
                    f"the kind '{kind.name}' gives '{found.name}' another rank or word "
                    f"in search than {told[found.name]}: make them the same"
                )
    return told


def entries_of(
    data: SiteData, sections: Mapping[str, Iterable[Section]]
) -> list[Entry]:
    """Everything that can be found on the pages, whose sections are by address."""
    every = [s for address in data.pages for s in sections.get(address, ())]
    facts = []
    taken = set()
    for found, told in told_by(data):
        for section, says in places(every, told):
            taken.add(id(section))
            facts.append(fact(found.name, section, says))
    headings = [s for s in every if s.level and id(s) not in taken]
    return [heading(section, data) for section in headings] + facts


def fact(kind: str, at: Section, says: Told) -> Entry:
    """A fact at its place as an entry."""
    title, line, names = says.title, says.line, says.names
    place = (kind, at.address, at.anchor)
    return Entry(*place, title, line, names, at.text, says.call, says.page)


def heading(at: Section, data: SiteData) -> Entry:
    """A heading as an entry; the first of a page stands for the page."""
    if at.anchor:
        return Entry("heading", at.address, at.anchor, at.title, body=at.text)
    meta = data.pages[at.address].meta
    names = (meta.title, *meta.aliases)
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


def told_by(data: SiteData) -> Iterator[tuple[Found, dict[str, Told]]]:
    """Each kind of fact that search finds, with what its records tell, by id."""
    old = replaced(data)
    for kind in KINDS.values():
        for found in kind.search:
            told = {
                record_id: found.told(record)
                for record_id, record in data.kinds[kind.name].items()
            }
            if kind.model is Term:
                told = {i: with_names(says, old) for i, says in told.items()}
            yield found, told


def replaced(data: SiteData) -> dict[str, tuple[str, ...]]:
    """The words to avoid, by what to say instead: they lead to the right term."""
    found: dict[str, tuple[str, ...]] = {}
    for word in data.of(Word).values():
        for name in word.prefer:
            key = name.casefold()
            found[key] = (*found.get(key, ()), *word.avoid)
    return found


def with_names(says: Told, old: Mapping[str, tuple[str, ...]]) -> Told:
    """A term that is found by the words which it replaces, too."""
    called = {name.casefold() for name in (says.title, *says.names)}
    more = [word for name in sorted(called) for word in old.get(name, ())]
    return replace(says, names=(*says.names, *dict.fromkeys(more)))
