"""What grows old: whose it is to look again, by which day, and what came of a look."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..facts.site_data import SiteData
from ..problems import Problem
from ..reading.tree import line_of
from ..schema.all_kinds import name_of
from ..schema.kinds.safety import Safety
from ..schema.kinds.site import Site
from ..schema.kinds.sources import Source
from ..schema.lasting import LASTS, REVIEWS, due_by, lapsed, sort_of
from ..schema.records import Fact

PAGES = "pages"


@dataclass(frozen=True)
class Due:
    """One thing to look at again: by which `day`, and by whom.

    `kind` and `record` are what it is: a page by its address, a source, or a fact that
    somebody confirmed. `last` is the day on which that was done, or was looked at.
    """

    day: date
    owner: str
    kind: str
    record: str
    name: str
    last: date
    file: str
    line: int
    opens: str = ""  # the address of a source

    @property
    def act(self) -> str:
        """What is to be done, in a few words."""
        if self.kind == PAGES:
            return f"review '{self.name}' (last reviewed {self.last})"
        if self.kind == name_of(Source):
            return f"read '{self.name}' again (last read {self.last})"
        return f"ask whether '{self.name}' still holds (confirmed {self.last})"


def due_of(data: SiteData) -> list[Due]:
    """All that somebody is to look at again, the first first.

    Raises FollowsError while site.yml has faults.
    """
    found = [*_pages(data), *_sources(data), *_confirmed(data)]
    return sorted(found, key=lambda due: (due.day, due.owner, due.file, due.line))


def _pages(data: SiteData) -> Iterator[Due]:
    for page in data.pages.values():
        front = page.front
        if front and page.node:
            days = REVIEWS[front.review_after]
            day = due_by(page.address, front.reviewed, days)
            owner, line = front.owner or data.site.owner, line_of(page.node, "reviewed")
            what = (PAGES, page.address, front.title, front.reviewed)
            yield Due(day, owner, *what, page.file, line)


def _sources(data: SiteData) -> Iterator[Due]:
    kind, sorts = name_of(Source), sorts_of_sources(data)
    for source in data.of(Source).values():
        told = source.confirmed.on if source.confirmed else source.read
        last, sort = max(source.read, told), sorts.get(source.id, "other")
        day = due_by(f"{kind}/{source.id}", last, LASTS[sort])
        what = (kind, source.id, source.title, last)
        file = data.file_of(kind, source.id)
        at = (file, source.line, source.url or "")
        yield Due(day, owner_of(data.site, sort), *what, *at)


def _confirmed(data: SiteData) -> Iterator[Due]:
    for kind, fact in data.facts():
        if fact.confirmed:
            sort, last = sort_of(fact), fact.confirmed.on
            day = due_by(f"{kind}/{fact.id}", last, LASTS[sort])
            what = (kind, fact.id, said_of(fact), last)
            file = data.file_of(kind, fact.id)
            yield Due(day, owner_of(data.site, sort), *what, file, fact.line)


def owner_of(site: Site, sort: str) -> str:
    """Who looks again at what is a number, law or other."""
    named = {"number": site.owner_of_numbers, "law": site.owner_of_law}
    return named.get(sort) or site.owner


def sorts_of_sources(data: SiteData) -> dict[str, str]:
    """What each source is, by what rests on it: that which is to be read soonest."""
    found: dict[str, str] = {}
    resting = [(sort_of(fact), fact.sources) for _, fact in data.facts()]
    resting += [(s.sort, s.sources) for s in data.of(Safety).values() if s.sort]
    for sort, names in resting:
        for name in names:
            found[name] = min(sort, found.get(name, sort), key=lambda s: LASTS[s])
    return found


def grown_old(data: SiteData, today: date) -> Iterator[Problem]:
    """What was confirmed so long ago that pages ask their readers to check it."""
    for kind, fact in data.facts():
        if fact.confirmed and lapsed(fact, today):
            by, on = fact.confirmed.by, fact.confirmed.on
            said = f"'{said_of(fact)}' was confirmed by {by} on {on}: ask them again"
            file = data.file_of(kind, fact.id)
            yield Problem(file, fact.line, said, "advice", "lapsed", kind, fact.id)


def found_otherwise(data: SiteData) -> Iterator[Problem]:
    """Sources that a person found changed or gone, until that is dealt with."""
    kind = name_of(Source)
    for source in (s for s in data.of(Source).values() if s.found):
        assert source.found
        said = (
            f"'{source.title}' was found {source.found.now} on {source.found.on}: put "
            "right what rests on it, then type 'make recheck'"
        )
        line = line_of(data.nodes[kind][source.id], "found")
        file = data.file_of(kind, source.id)
        yield Problem(file, line, said, "advice", "found", kind, source.id)


def to_confirm(data: SiteData) -> Iterator[Problem]:
    """What only the partnership can say, in the words of the question."""
    for kind, fact in data.to_confirm():
        file, said = data.file_of(kind, fact.id), said_of(fact)
        yield Problem(file, fact.line, said, "advice", "to-confirm", kind, fact.id)


def said_of(fact: Fact) -> str:
    """What a record is called, or asks, or says."""
    words = (getattr(fact, name, "") for name in ("question", "name", "text"))
    return next((text for text in words if text), fact.id)
