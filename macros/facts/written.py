"""Every value of every record with the place where it is written, for rules to read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, get_args

import yaml
from pydantic import AfterValidator, BaseModel
from pydantic.fields import FieldInfo

from ..problems import Grade, Problem
from ..reading.tree import child, last_line, line_of
from ..schema.fields import (
    email_address,
    plain_words,
    uk_number,
    web_address,
)
from ..schema.layers import SITE_FILE
from .site_data import SiteData

# What a value is, by the rule that its type has; the first that fits.
SORTS: dict[Callable[..., object], str] = {
    web_address: "address",
    email_address: "email",
    uk_number: "number",
    plain_words: "text",
}


@dataclass(frozen=True)
class Written:
    """One value of a record, at its place in a list.

    `field` is as the `file` has it.
    `sort` is text, address, email, number, date or other.
    """

    kind: str
    record: BaseModel
    field: str
    index: int
    sort: str
    typed: Any
    node: yaml.Node | None
    file: str

    @property
    def line(self) -> int:
        """The line of the field."""
        if self.node is None:
            return getattr(self.record, "line", 1)
        return line_of(self.node, self.field, self.index) or 1

    @property
    def raw(self) -> str:
        """A text as its file has it, before what it asks for was put in."""
        below = child(self.node, self.field)
        if isinstance(below, yaml.SequenceNode) and self.index < len(below.value):
            below = below.value[self.index]
        return below.value if isinstance(below, yaml.ScalarNode) else ""

    def problem(
        self, code: str, message: str, mend: str = "", grade: Grade = "fault"
    ) -> Problem:
        """What is wrong with this value, at its line."""
        record_id = getattr(self.record, "id", "")
        return Problem(
            self.file, self.line, message, grade, code, self.kind, record_id, mend
        )


def written_in(data: SiteData) -> Iterator[Written]:
    """Every value of every record that could be read, in the order of the files."""
    if data.settings:
        node = data.nodes.get("site", {}).get("site")
        yield from _of("site", data.settings, node, SITE_FILE)
    for kind, records in data.kinds.items():
        nodes = data.nodes.get(kind, {})
        for record in records.values():
            file = data.file_of(kind, record.id)
            yield from _of(kind, record, nodes.get(record.id), file)


def _of(
    kind: str, record: BaseModel, node: yaml.Node | None, file: str
) -> Iterator[Written]:
    for name, field, sort in sorts_of(type(record)):
        held = getattr(record, name)
        for index, value in enumerate(held if isinstance(held, tuple) else (held,)):
            if isinstance(value, BaseModel):
                below = child(node, field) if node else None
                if isinstance(below, yaml.SequenceNode):
                    below = below.value[index]
                yield from _of(kind, value, below, file)
            elif value is not None:
                yield Written(kind, record, field, index, sort, value, node, file)


@cache
def sorts_of(model: type[BaseModel]) -> tuple[tuple[str, str, str], ...]:
    """The fields of a model: the name in code, that in the file, and what it holds."""
    return tuple(
        (name, info.alias or name, sort_of(info))
        for name, info in model.model_fields.items()
        if name != "line"
    )


def sort_of(info: FieldInfo) -> str:
    """What the values of a field are, by the rules of its type."""
    rules = set(_rules(info.annotation)) | set(_functions(info.metadata))
    for rule, sort in SORTS.items():
        if rule in rules:
            return sort
    return "date" if info.annotation is date else "other"


def _rules(annotation: Any) -> Iterator[Callable[..., object]]:
    """The checking functions of a type, at any depth."""
    yield from _functions(getattr(annotation, "__metadata__", ()))
    for part in get_args(annotation):
        yield from _rules(part)


def _functions(metadata: Any) -> Iterator[Callable[..., object]]:
    for rule in metadata:
        if isinstance(rule, AfterValidator):
            yield rule.func


def line_with(text: str, value: Written, words: str) -> int:
    """The line of a file's `text` on which a part of a folded value stands."""
    if value.node is None:
        return value.line
    end = value.line
    for key, below in getattr(value.node, "value", ()):
        if key.value == value.field:
            end = last_line(key, below)
    first = words.split()[0] if words.split() else ""
    lines = text.splitlines()[value.line - 1 : end]
    return next((value.line + n for n, t in enumerate(lines) if first in t), value.line)
