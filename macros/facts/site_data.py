"""Every file of data/ as one object, read once and checked against itself."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NoReturn, TypeVar, cast

import yaml

from ..problems import DataError, FollowsError, Problem, did_you_mean, nearest
from ..reading.files import kept, stamp
from ..reading.kind_files import load_kinds
from ..reading.load import Loaded, load_record
from ..reading.pages import PageSource, load_pages, page_paths
from ..reading.promises import FILE as PROMISES
from ..reading.promises import Promise, once_published, read_promises
from ..reading.rooms import at
from ..reading.tree import read_tree
from ..schema.all_kinds import files, files_of, name_of
from ..schema.fields import Standing
from ..schema.kinds.site import Site
from ..schema.layers import SITE_FILE
from ..schema.place import roles_of
from ..schema.records import Fact, Record
from .absent import MISSPELT, absent
from .former import left_places
from .placeholders import Given
from .references import Named
from .roles import Played
from .settled import settle

R = TypeVar("R", bound=Record)
NO_OTHER = "there is none, so take this call out"


@dataclass(frozen=True)
class SiteData:
    """All facts. Records of a kind are a dict by id, in the order written.

    While there are faults, it holds what could be read, and asking for the rest
    raises FollowsError: that fault is reported where it stands. `nodes` are where each
    value is written, by kind and id; those of site.yml as site, site.
    """

    settings: Site | None
    kinds: Mapping[str, Mapping[str, Record]]
    pages: Mapping[str, PageSource]  # by address, such as /panel/prepare/
    lines: Mapping[str, Mapping[str, int]]  # where each id is, faulty records as well
    files: Mapping[str, Mapping[str, str]]  # and in which file
    unsure: frozenset[str]  # kinds that may have ids which could not be read
    named: tuple[Named, ...] = ()  # every id by which one record names another
    promises: Mapping[str, Promise] = field(default_factory=dict)  # by address
    nodes: Mapping[str, Mapping[str, yaml.Node]] = field(default_factory=dict)
    given: Given = field(default_factory=Given)  # what texts may ask for
    played: Played = field(default_factory=Played)  # who plays each role

    @property
    def site(self) -> Site:
        """Whose site it is. Raises FollowsError while site.yml has faults."""
        if self.settings is None:
            raise FollowsError("site")
        return self.settings

    @cached_property
    def left(self) -> Mapping[str, list[Promise]]:
        """What has left each page, by the page's address, as `former` has it."""
        return left_places(self.promises)

    def same_facts(self, other: "SiteData") -> bool:
        """Whether macros give the same from both: only words of pages differ."""
        return (
            self.settings == other.settings
            and self.lines == other.lines
            and self.files == other.files
            and self.promises == other.promises
            and all(self.kinds[kind] is other.kinds[kind] for kind in self.kinds)
            and [(a, p.front) for a, p in self.pages.items()]
            == [(a, p.front) for a, p in other.pages.items()]
        )

    def of(self, model: type[R]) -> Mapping[str, R]:
        """All records of the kind that has this model, by id: `of(Term)`."""
        return cast(Mapping[str, R], self.kinds[name_of(model)])

    def whole(self, kind: str) -> bool:
        """Whether every record of a kind could be read."""
        return kind not in self.unsure and len(self.kinds[kind]) == len(
            self.lines[kind]
        )

    def all_read(self) -> bool:
        """Whether every record of every kind could be read."""
        return all(self.whole(kind) for kind in self.kinds)

    def get(self, model: type[R], name: str) -> R:
        """One record by id or role. Raises KeyError with words for whoever typed it."""
        kind, records = name_of(model), self.of(model)
        record_id = self.played.one(kind, name)
        if record_id in records:
            return records[record_id]
        if record_id in self.lines[kind] or kind in self.unsure:
            raise FollowsError(record_id)
        known = {*self.lines[kind], *roles_of(kind)}
        raise absent(kind, record_id, known, self.once(kind))

    def file_of(self, kind: str, record_id: str) -> str:
        """The file that holds a record; what no kind has stands in site.yml."""
        return self.files.get(kind, {}).get(record_id, SITE_FILE)

    def once(self, kind: str) -> Set[str]:
        """The ids of a kind that were published, those that are gone as well."""
        return once_published(self.promises).get(kind, set())

    def gone(self, address: str) -> Promise | None:
        """What was promised at an address, if that was a record which is not there."""
        promise = self.promises.get(address)
        if promise is None or promise.kind not in self.kinds:
            return None
        there = promise.record in self.lines[promise.kind]
        return None if there or promise.kind in self.unsure else promise

    def refuse(self, kind: str, wrong: str, word: str, known: set[str]) -> NoReturn:
        """Raise KeyError: no record of the kind has that `word`, only those `known`.

        Nothing is said while some record of the kind could not be read.
        """
        if not self.whole(kind):
            raise FollowsError(word)
        hint = did_you_mean(word, known, MISSPELT)
        if not nearest(word, known, MISSPELT):
            hint = f"{hint}, or take this call out" if known else NO_OTHER
        raise KeyError(f"'{word}' is not {wrong}: {hint}")

    def facts(self) -> list[tuple[str, Fact]]:
        """Every record that has a standing, with its kind."""
        return [
            (kind, record)
            for kind, records in self.kinds.items()
            for record in records.values()
            if isinstance(record, Fact)
        ]

    def to_confirm(self) -> list[tuple[str, Fact]]:
        """What the partnership must settle before launch."""
        return [(k, f) for k, f in self.facts() if f.standing == Standing.TO_CONFIRM]


def load_site(root: Path) -> SiteData:
    """All of data/ below `root`. Raises DataError with every problem in every file."""
    data, problems = read_site(root)
    if problems:
        raise DataError(problems)
    return data


def read_site(root: Path) -> tuple[SiteData, tuple[Problem, ...]]:
    """All of data/ below `root` as far as it can be read, and every problem in it.

    Cached by the files' size and time of change: some engines ask anew for each
    page, and a live preview must see an edit at once.
    """
    names = [file for kind in ("site", *files()) for file in files_of(kind)]
    names.append(PROMISES)
    names += [f"docs/{path}" for path in page_paths(root)]
    return _read_site(root, tuple(stamp(at(root, file)) for file in names))


@kept(2)
def _read_site(root: Path, stamps: object) -> tuple[SiteData, tuple[Problem, ...]]:
    problems: list[Problem] = []
    tree = read_tree(root, SITE_FILE, problems)
    site = load_record(SITE_FILE, tree, Site, problems) if tree else None
    if any(p.file == SITE_FILE for p in problems):
        site = None
    loaded: dict[str, Loaded] = {}
    for kind in files():
        loaded |= load_kinds(root, kind, problems)
    pages = load_pages(root, problems)
    promises = read_promises(root, problems)

    facts = settle(site, tree, loaded, pages, promises, problems)
    data = SiteData(
        facts.site,
        facts.kinds,
        facts.pages,
        {kind: part.lines for kind, part in loaded.items()},
        {kind: part.files for kind, part in loaded.items()},
        frozenset(kind for kind, part in loaded.items() if part.unsure),
        facts.named,
        promises,
        {kind: part.nodes for kind, part in loaded.items()}
        | ({"site": {"site": tree}} if tree else {}),
        facts.given,
        facts.played,
    )
    return data, tuple(sorted(set(problems)))
