"""A record that is not there yet, as something that a form makes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from macros.facts.site_data import read_site
from macros.reading.tree import last_line, text_of
from macros.schema.all_kinds import files, files_of
from macros.schema.kind import Kind
from macros.schema.layers import LOCAL
from publish.data_heads import head_of
from publish.questions.splices import appended, as_lines, put_before, taken

from .fields import Field, fields_of, typed_in, written
from .record_target import RecordTarget
from .targets import Form, Target, understood

NO_ID = "give the record an id first: small letters, digits and hyphens"
TAKEN = "there is a record '{id}' already: choose another id"


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

    def lines_of(self, text: str, form: Form) -> dict[str, tuple[int, int]]:
        """The lines of each field, where the file has the record now."""
        return self.as_saved(form).lines_of(text, form)

    def as_saved(self, form: Form) -> RecordTarget:
        """The record that it becomes."""
        return RecordTarget(self.kind, (form.get("id") or [""])[0].strip(), self.file)


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
