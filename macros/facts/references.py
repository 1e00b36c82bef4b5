"""Ids that name other records: each must exist."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from ..problems import Problem
from ..reading.load import Loaded
from ..reading.pages import PageSource
from ..reading.tree import child, line_of
from ..schema.all_kinds import KINDS
from ..schema.fields import Ref
from ..schema.kinds.continuum import Response
from .absent import absent, unlisted


@dataclass(frozen=True)
class Named:
    """An id as one record names another: what kind it is, and where it is typed."""

    kind: str
    id: str
    file: str
    line: int
    role: str = ""  # the words that are typed in its place, if they are a role's


def named_in(file: str, record: Any, node: yaml.Node) -> Iterator[Named]:
    """Every id in a record that names a record of some kind."""
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        if isinstance(value, Response):
            yield from named_in(file, value, child(node, name) or node)
        refs = [m for m in info.metadata if isinstance(m, Ref)]
        if not refs or not value:
            continue
        field = info.alias or name
        for index, item in enumerate(value if isinstance(value, tuple) else [value]):
            line = line_of(node, field, index) if isinstance(value, tuple) else 0
            yield Named(refs[0].kind, item, file, line or line_of(node, field))


def named_by(kinds: Iterable[Loaded], pages: Iterable[PageSource]) -> Iterator[Named]:
    """Every id by which a record of some kind, or a page, names another."""
    for part in kinds:
        for record_id, record in part.records.items():
            yield from named_in(part.files[record_id], record, part.nodes[record_id])
    for page in pages:
        if page.front and page.node:
            yield from named_in(page.file, page.front, page.node)


def unknown_ids(
    named: list[Named],
    known: Mapping[str, set[str]],
    once: Mapping[str, set[str]],
    mends: Mapping[str, str],
) -> list[Problem]:
    """A problem for each id that no record of its kind has.

    A kind that is not in `known` could not be read whole, so nothing is said of it.
    `once` are the ids that were published, and `mends` says what to type for a page
    that moved or was withdrawn.
    """
    problems = []
    for use in named:
        wanted = use.id.partition("#")[0] if use.kind == "pages" else use.id
        if use.kind in known and wanted not in known[use.kind]:
            ids = known[use.kind]
            if use.kind in KINDS:
                error = absent(use.kind, use.id, ids, once.get(use.kind, set()))
            else:
                published = once.get(use.kind, set())
                mend = mends.get(wanted, "put its file back, or name another")
                error = unlisted(use.kind, wanted, ids, published, mend)
            problems.append(error.at(use.file, use.line))
    return problems
