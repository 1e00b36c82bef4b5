"""What can be edited: a record, the words of a page, one of either that is new.

Each says which file it is in, what it holds now, and what the file will hold with what
was typed. Only the lines of what changed are written.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from macros.facts.site_data import read_site
from macros.reading.rooms import at
from macros.reading.tree import last_line, plain, text_of
from macros.schema.all_kinds import ALL, files, files_of
from macros.schema.kind import Kind
from macros.schema.layers import LOCAL
from publish.data_heads import head_of
from publish.questions.splices import (
    appended,
    as_lines,
    put_before,
    record_in,
    taken,
    with_fields,
)

from . import reach
from .fields import Field, changes, fields_of, names_in, typed_in, written

T = TypeVar("T")
Form = Mapping[str, Sequence[str]]
GONE = "{words} is not there any more"
FAULTY = "{file} has a fault that must be mended in it first: {said}"
NO_ID = "give the record an id first: small letters, digits and hyphens"
TAKEN = "there is a record '{id}' already: choose another id"


class Target(ABC):
    """Something that a form edits. `name` says it in an address and in a draft."""

    name: str
    file: str
    new = False

    @property
    @abstractmethod
    def words(self) -> str:
        """What it is, for a person."""

    @property
    @abstractmethod
    def address(self) -> str:
        """Where the desk shows it."""

    @abstractmethod
    def held(self, root: Path) -> str:
        """Its lines as they are now. Raises ValueError where it is not there."""

    @abstractmethod
    def applied(self, text: str, was: str, form: Form) -> str:
        """The file's text with what the form says, which was made of the lines `was`.

        Raises ValueError with words where that cannot be done.
        """

    @abstractmethod
    def lines_of(self, text: str) -> dict[str, tuple[int, int]]:
        """The first and last line of each field in the text of its file."""


@dataclass(frozen=True)
class RecordTarget(Target):
    """A record of a data file; of site.yml the one that it is."""

    kind: Kind
    id: str
    file: str

    @property
    def name(self) -> str:  # type: ignore[override]
        """It, in an address."""
        return f"record/{self.kind.name}/{self.id}"

    @property
    def words(self) -> str:
        """It, for a person."""
        return f"{self.id} in {self.file}"

    @property
    def address(self) -> str:
        """Where the desk shows it."""
        return f"/facts/{self.kind.name}/{self.id}/"

    @property
    def fields(self) -> list[Field]:
        """Its fields, but for its id, which never changes."""
        here = self.file.startswith(LOCAL)
        return [f for f in fields_of(self.kind.model, here=here) if f.name != "id"]

    def held(self, root: Path) -> str:
        """Its lines as they are now."""
        text = reach.text_of(root, self.file)
        node = self._node(text)
        first = int(node.start_mark.line)
        return "".join(text.splitlines(True)[first : last_line(*node.value[-1])])

    def applied(self, text: str, was: str, form: Form) -> str:
        """The file with the lines of the fields that differ written anew."""
        fields = self.fields
        typed = typed_in(fields, form)
        new = changes(fields, typed, values(was))
        order = ["id", *names_in(fields)]
        return with_fields(text, self._node, new, order)

    def lines_of(self, text: str) -> dict[str, tuple[int, int]]:
        """The lines of each field."""
        try:
            return field_lines(self._node(text))
        except ValueError:
            return {}

    def _node(self, text: str) -> yaml.MappingNode:
        return understood(self.file, lambda: record_in(text, self.id, self.kind.part))


@dataclass(frozen=True)
class NewRecord(Target):
    """A record that is not there yet, for the local file of its kind."""

    kind: Kind
    root: Path
    new = True

    @property
    def name(self) -> str:  # type: ignore[override]
        """It, in an address."""
        return f"new-record/{self.kind.name}"

    @property
    def file(self) -> str:  # type: ignore[override]
        """The local file of its kind."""
        return next(f for f in files_of(self.kind.name) if f.startswith(LOCAL))

    @property
    def words(self) -> str:
        """It, for a person."""
        return f"a new record for {self.file}"

    @property
    def address(self) -> str:
        """Where the desk shows it."""
        return f"/facts/{self.kind.name}/new/"

    @property
    def fields(self) -> list[Field]:
        """All its fields."""
        return fields_of(self.kind.model)

    def held(self, root: Path) -> str:
        """Nothing yet."""
        return ""

    def applied(self, text: str, was: str, form: Form) -> str:
        """The file with one more record, in its order where the kind has one."""
        typed = typed_in(self.fields, form)
        if not typed.get("id"):
            raise ValueError(NO_ID)
        new = {
            f.name: written(f, typed[f.name]) for f in self.fields if f.name in typed
        }
        if not text:
            text = head_of(files()[self.kind.file], LOCAL)
        known = read_site(self.root)[0].lines.get(self.kind.name, {})
        if typed["id"] in known:
            raise ValueError(TAKEN.format(id=typed["id"]))
        return understood(self.file, lambda: self._put(text, as_lines(new), typed))

    def _put(self, text: str, lines: str, typed: Mapping[str, Any]) -> str:
        below = self._next(typed)
        if below:
            return put_before(text, lines, below)
        if self.kind.part:
            return in_part(text, lines, self.kind.part)
        return appended(text, lines)

    def _next(self, typed: Mapping[str, Any]) -> str:
        """The id of the first local record that comes after it, or nothing."""
        order, data = self.kind.order, read_site(self.root)[0]
        if order is None or self.kind.part:
            return ""
        try:
            mine = order(self.kind.model.model_validate({**typed, "line": 1}))
        except ValidationError:
            return ""
        records = data.kinds[self.kind.name]
        return next(
            (
                other
                for other, record in records.items()
                if data.file_of(self.kind.name, other) == self.file
                and order(record) > mine
            ),
            "",
        )

    def lines_of(self, text: str) -> dict[str, tuple[int, int]]:
        """Nothing: which record it became is not known by a name that was saved."""
        return {}

    def as_saved(self, form: Form) -> RecordTarget:
        """The record that it becomes."""
        return RecordTarget(self.kind, (form.get("id") or [""])[0].strip(), self.file)


def record_target(root: Path, kind_name: str, record_id: str) -> RecordTarget:
    """A record by its kind and id, faulty ones as well. Raises ValueError."""
    kind = ALL[reach.kind_named(kind_name)]
    for file in reversed(files_of(kind.name)):  # what is here stands before
        if not at(root, file).is_file():
            continue
        found = RecordTarget(kind, record_id, file)
        try:
            found.held(root)
        except ValueError:
            continue
        return found
    raise ValueError(GONE.format(words=f"{record_id} in {kind.file}.yml"))


def values(lines: str) -> dict[str, Any]:
    """The values of a record's lines, all as they were typed."""
    tree = yaml.compose(lines, yaml.CBaseLoader)
    if isinstance(tree, yaml.SequenceNode):
        tree = tree.value[0]
    if not isinstance(tree, yaml.MappingNode):
        return {}
    return {name: held for name, held in plain(tree).items() if name != "line"}


def field_lines(node: yaml.MappingNode) -> dict[str, tuple[int, int]]:
    """The first and last line of each field, from 1."""
    return {
        key.value: (int(key.start_mark.line) + 1, last_line(key, value))
        for key, value in node.value
    }


def understood(file: str, find: Callable[[], T]) -> T:
    """What `find` gives. Raises ValueError where the file is no YAML."""
    try:
        return find()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = f"line {mark.line + 1}" if mark else str(error)
        raise ValueError(FAULTY.format(file=file, said=said)) from None
    except yaml.YAMLError as error:
        raise ValueError(FAULTY.format(file=file, said=error)) from None


def in_part(text: str, record: str, part: str) -> str:
    """A file with one more record at the end of one of its parts."""
    tree = yaml.compose(text, yaml.CBaseLoader)
    pairs = tree.value if isinstance(tree, yaml.MappingNode) else []
    held = next((v for k, v in pairs if k.value == part), None)
    if not isinstance(held, yaml.SequenceNode) or not held.value:
        raise ValueError(f"write the first record of {part} into the file by hand")
    ids = [text_of(node, "id") for node in held.value]
    last = taken(text, ids[-1], part)
    indent = " " * int(held.value[-1].start_mark.column - 2)
    lines = re.sub(r"^(?=.)", indent, record, flags=re.M)
    end = last_line(*held.value[-1].value[-1])
    whole = text.splitlines(keepends=True)
    gap = "" if last.endswith("\n") else "\n"
    return "".join([*whole[:end], f"{gap}\n{lines}", *whole[end:]])
