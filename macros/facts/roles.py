"""Roles in words, such as `front door`, made the ids of the place that is built.

Pages and records of every place say `front door`; its site.yml says which contact that
is. From here on everything sees ids.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from pydantic import BaseModel

from ..problems import FollowsError, Problem
from ..reading.load import Loaded
from ..reading.tree import child, line_of
from ..schema.all_kinds import file_of
from ..schema.fields import Ref
from ..schema.kinds.site import Site
from ..schema.layers import SITE_FILE
from ..schema.place import ROLES
from .references import Named

LACKING = "this place has no '{word}'"
ADD = f"add '{{field}}' to {SITE_FILE}"
OR_PASSAGE = (
    f"{ADD}, or put this where it goes away without it: in a part that 'needs' it, or "
    "in a passage"
)
SEVERAL = "cite it, or name one of them"
TAKEN = "the id '{word}' is the word of a role, which is another record's here"


@dataclass(frozen=True)
class Played:
    """Who plays each role, by its word: none where the place lacks it.

    `known` unless site.yml could not be read: then nothing can be said of any.
    """

    ids: tuple[tuple[str, tuple[str, ...]], ...] = ()
    known: bool = False

    def of(self, kind: str, name: str) -> tuple[str, ...] | None:
        """The ids for a role of that kind, or None where `name` is no such role."""
        role = ROLES.get(name)
        if role is None or role.kind != kind:
            return None
        return dict(self.ids).get(name, ())

    def named(self, kind: str, names: Iterable[str]) -> tuple[str, ...]:
        """Ids and roles as ids alone, each once, in order."""
        found: dict[str, None] = {}
        for name in names:
            ids = self.of(kind, name)
            found.update(dict.fromkeys((name,) if ids is None else ids))
        return tuple(found)

    def asked(self, kind: str, *names: str) -> tuple[str, ...]:
        """Ids and roles as ids, as a call names them. Raises KeyError if it has none.

        A role that nobody plays is left out where something else is named.
        """
        if not self.known and any(self.of(kind, name) == () for name in names):
            raise FollowsError(names[0])
        found = self.named(kind, names)
        if not found:
            raise KeyError(": ".join(lacking(names[0])))
        return found

    def one(self, kind: str, name: str) -> str:
        """The one id for an id or a role. Raises KeyError where there is another."""
        ids = self.asked(kind, name)
        if len(ids) > 1:
            raise KeyError(f"'{name}' is several records here: {SEVERAL}")
        return ids[0]


def played_in(site: Site | None) -> Played:
    """Who plays each role in the place of that site.yml, if it could be read."""
    if site is None:
        return Played()
    ids = []
    for word, role in ROLES.items():
        held = getattr(site, role.field) or ()
        ids.append((word, (held,) if isinstance(held, str) else tuple(held)))
    return Played(tuple(ids), known=True)


def lacking(word: str) -> tuple[str, str]:
    """What to say where a role is asked for that nobody plays, and what to type."""
    role = ROLES[word]
    return LACKING.format(word=word), OR_PASSAGE.format(field=role.field)


def with_ids(
    record: BaseModel, node: yaml.Node, file: str, played: Played, out: list[Problem]
) -> dict[str, Any]:
    """The fields of a record in which a role stood, with ids in its place.

    A role that nobody plays is left out of a list, and a fault, added to `out`, where
    nothing else is named and the field cannot do without.
    """
    changed: dict[str, Any] = {}
    for name, info in type(record).model_fields.items():
        held = getattr(record, name)
        if isinstance(held, BaseModel):
            below = with_ids(held, child(node, name) or node, file, played, out)
            if below:
                changed[name] = held.model_copy(update=below)
        marks = [mark for mark in info.metadata if isinstance(mark, Ref)]
        if not marks or not held or not played.known:
            continue
        kind, many = marks[0].kind, isinstance(held, tuple)
        names = held if many else (held,)
        ids = played.named(kind, names)
        if not ids and not marks[0].spare:
            said, mend = lacking(names[0])
            line = line_of(node, info.alias or name)
            out.append(Problem(file, line, said, code="role-lacking", mend=mend))
        elif ids != names:
            changed[name] = ids if many else ids[0]
    return changed


def with_roles(named: Iterable[Named], played: Played) -> Iterator[Named]:
    """Every id by which a record names another, roles as the ids they stand for."""
    for use in named:
        ids = played.of(use.kind, use.id)
        if ids is None:
            yield use
        for record_id in ids or ():
            yield Named(use.kind, record_id, use.file, use.line, role=use.id)


def taken(played: Played, kinds: Mapping[str, Loaded]) -> Iterator[Problem]:
    """Ids of records that are the word of a role which another record plays."""
    for word, ids in played.ids:
        part = kinds.get(ROLES[word].kind)
        if part and word in part.lines and ids != (word,):
            message = TAKEN.format(word=word)
            mend = f"choose another id, or write '{word}' as '{ROLES[word].field}' in "
            place = part.files.get(word, file_of(ROLES[word].kind))
            yield Problem(
                place,
                part.lines[word],
                message,
                code="role-taken",
                mend=mend + SITE_FILE,
            )
