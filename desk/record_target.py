"""A record of a data file, as something that a form edits."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from macros.reading.rooms import at
from macros.reading.tree import last_line
from macros.schema.all_kinds import ALL, files_of
from macros.schema.kind import Kind
from macros.schema.layers import LOCAL
from publish.questions.splices import record_in, with_fields

from . import reach
from .fields import Field, changes, fields_of, names_in, typed_in
from .targets import Form, Target, field_lines, understood, values

GONE = "{words} is not there any more"


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

    def lines_of(self, text: str, form: Form) -> dict[str, tuple[int, int]]:
        """The lines of each field."""
        try:
            return field_lines(self._node(text))
        except ValueError:
            return {}

    def _node(self, text: str) -> yaml.MappingNode:
        return understood(self.file, lambda: record_in(text, self.id, self.kind.part))


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
