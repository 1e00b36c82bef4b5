"""Every file of data/ as one object, read once and checked against itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar, cast

import yaml

from . import models
from .fields import Standing
from .load import Loaded, child, line_of, load_record, load_records, read_tree
from .models import Site
from .pages import PageSource, address_of, load_pages, page_paths
from .problems import DataError, Problem, did_you_mean
from .records import Fact, Record, Synonym
from .references import unknown_ids

R = TypeVar("R", bound=Record)

# One kind of record to a file...
LISTS: dict[str, type[Record]] = {
    "sources": models.Source,
    "contacts": models.Contact,
    "terms": models.Term,
    "panel": models.PanelFact,
    "gaps": models.Gap,
    "resources": models.Resource,
    "words": models.Word,
    "figures": models.Figure,
    "questions": models.Question,
    "steps": models.Step,
    "synonyms": Synonym,
}
# ...but for the two that are made of parts.
SECTIONS: dict[str, dict[str, type[Record]]] = {
    "continuum": {"steps": models.ContinuumStep, "caveats": models.Caveat},
    "audit": {
        "points": models.Point,
        "themes": models.Theme,
        "actions": models.Action,
    },
}


@dataclass(frozen=True)
class SiteData:
    """All facts. Records of a kind are a dict by id, in the order written."""

    site: Site
    kinds: Mapping[str, Mapping[str, Record]]
    pages: Mapping[str, PageSource]  # by address, such as /panel/prepare/

    def of(self, kind: str, model: type[R]) -> Mapping[str, R]:
        """All records of a kind: `of("terms", Term)`; parts as `audit.themes`."""
        return cast(Mapping[str, R], self.kinds[kind])

    def get(self, kind: str, model: type[R], record_id: str) -> R:
        """One record. Raises KeyError with words for whoever typed the id."""
        records = self.of(kind, model)
        if record_id not in records:
            hint = did_you_mean(record_id, records)
            raise KeyError(f"'{record_id}' is not in {file_of(kind)}: {hint}")
        return records[record_id]

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
        waiting = Standing.TO_CONFIRM
        return [(kind, fact) for kind, fact in self.facts() if fact.standing == waiting]


def file_of(kind: str) -> str:
    """The file that holds a kind: `audit.themes` stand in `data/audit.yml`."""
    return f"data/{kind.partition('.')[0]}.yml"


def load_site(root: Path) -> SiteData:
    """All of data/ below `root`. Raises DataError with every problem in every file.

    Cached by the files' size and time of change: some engines ask anew for each
    page, and a live preview must see an edit at once.
    """
    files = [file_of(kind) for kind in ("site", *LISTS, *SECTIONS)]
    files += [f"docs/{path}" for path in page_paths(root)]
    return _load_site(root, tuple(stamp(root / file) for file in files))


def stamp(file: Path) -> tuple[str, int, int]:
    """What changes when the file does, without reading it."""
    if not file.exists():
        return (str(file), 0, 0)
    status = file.stat()
    return (str(file), status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=2)
def _load_site(root: Path, stamps: object) -> SiteData:
    problems: list[Problem] = []
    site, site_node = _load_settings(root, problems)
    loaded: dict[str, Loaded] = {}
    for kind, model in LISTS.items():
        tree = _tree(root, kind, problems)
        if tree:
            loaded[kind] = load_records(file_of(kind), tree, model, problems)
    for kind, parts in SECTIONS.items():
        tree = _tree(root, kind, problems)
        if tree:
            loaded |= _load_sections(kind, tree, parts, problems)
    pages = load_pages(root, problems)

    known = {kind: part.ids for kind, part in loaded.items()}
    known["pages"] = {address_of(path) for path in page_paths(root)}
    if site and site_node:
        known["audiences"] = {label.id for label in site.audiences}
        known["needs"] = {label.id for label in site.needs}
        problems += unknown_ids(file_of("site"), site, site_node, known)
    for part in loaded.values():
        for record_id, record in part.records.items():
            problems += unknown_ids(part.file, record, part.nodes[record_id], known)
    for page in pages.values():
        problems += unknown_ids(page.file, page.meta, page.node, known)
    if problems or not site:
        raise DataError(problems)
    return SiteData(site, {k: part.records for k, part in loaded.items()}, pages)


def _tree(root: Path, kind: str, problems: list[Problem]) -> yaml.Node | None:
    tree = read_tree(root, file_of(kind))
    if isinstance(tree, Problem):
        problems.append(tree)
        return None
    return tree


def _load_settings(
    root: Path, problems: list[Problem]
) -> tuple[Site | None, yaml.Node | None]:
    """data/site.yml: the one file that is a single record."""
    tree = _tree(root, "site", problems)
    if tree is None:
        return None, None
    return load_record(file_of("site"), tree, Site, problems), tree


def _load_sections(
    kind: str,
    tree: yaml.Node,
    parts: dict[str, type[Record]],
    problems: list[Problem],
) -> dict[str, Loaded]:
    """A file of parts, such as audit.yml: each part as a kind, `audit.themes`."""
    file = file_of(kind)
    if not isinstance(tree, yaml.MappingNode):
        message = "start with one of the parts: " + ", ".join(f"{p}:" for p in parts)
        problems.append(Problem(file, 1, message))
        return {}
    for key, _ in tree.value:
        if key.value not in parts:
            message = f"'{key.value}' is not a part: {did_you_mean(key.value, parts)}"
            problems.append(Problem(file, line_of(key), message))
    loaded = {}
    for part, model in parts.items():
        node = child(tree, part)
        if node is None:
            problems.append(Problem(file, 1, f"the part '{part}:' is missing"))
        else:
            loaded[f"{kind}.{part}"] = load_records(file, node, model, problems)
    return loaded
