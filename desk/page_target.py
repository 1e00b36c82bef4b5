"""The words of a page and what it says of itself, as something that a form edits."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import yaml

from macros.reading.pages import FENCE, address_of
from macros.schema.records import FrontMatter
from publish.questions.splices import line_end, with_fields

from . import reach
from .fields import Field, changes, fields_of, names_in, typed_in
from .targets import Form, Target, field_lines, understood, values
from .three_ways import both

WORDS = "words"  # the box of the page's text
SPLIT = re.compile(
    rf"(\ufeff?{FENCE}[ \t]*\r?\n)(.*?\n)({FENCE}[ \t]*(?:\r?\n|\Z)(?:\r?\n)*)", re.S
)
NO_HEAD = "{file} has to start with '---', its title and so on, then '---'"


@dataclass(frozen=True)
class PageTarget(Target):
    """A page that there is."""

    path: str

    @property
    def name(self) -> str:  # type: ignore[override]
        """It, in an address."""
        return f"page/{self.path}"

    @property
    def file(self) -> str:  # type: ignore[override]
        """Its file."""
        return f"docs/{self.path}"

    @property
    def words(self) -> str:
        """It, for a person."""
        return f"the page {address_of(self.path)}"

    @property
    def address(self) -> str:
        """Where the desk shows it."""
        return f"/pages/{self.path}/"

    @property
    def fields(self) -> list[Field]:
        """What it says of itself."""
        return fields_of(FrontMatter)

    def held(self, root: Path) -> str:
        """The whole file."""
        return reach.text_of(root, reach.file_of_page(root, self.path))

    def applied(self, text: str, was: str, form: Form) -> str:
        """The file with the fields that differ, and its words if they do.

        Words that changed in the file meanwhile stay as well, where both can.
        """
        now, then = parted(text, self.file), parted(was, self.file)
        fields = self.fields
        new = changes(fields, typed_in(fields, form), values(then.front))
        front = with_fields(now.front, self.node, new, names_in(fields))
        words = now.words
        typed = as_typed(form[WORDS][0] if WORDS in form else then.words)
        before, there = as_typed(then.words), as_typed(words)
        if typed != before:
            # Where both changed the same lines, the person was shown both, and chose.
            whole = both(f"{before}\n", f"{typed}\n", f"{there}\n") or f"{typed}\n"
            words = whole.replace("\n", line_end(text))
        return f"{now.head}{front}{now.between}{words}"

    def lines_of(self, text: str, form: Form) -> dict[str, tuple[int, int]]:
        """The lines of each field, and of the words."""
        try:
            page = parted(text, self.file)
            found = field_lines(self.node(page.front))
        except ValueError:
            return {}
        above = page.head.count("\n")
        lines = {name: (a + above, b + above) for name, (a, b) in found.items()}
        start = (page.head + page.front + page.between).count("\n") + 1
        return {**lines, WORDS: (start, start + page.words.count("\n"))}

    def node(self, front: str) -> yaml.MappingNode:
        """What it says of itself, as fields with their lines. Raises ValueError."""
        node = understood(self.file, lambda: yaml.compose(front, yaml.CBaseLoader))
        if not isinstance(node, yaml.MappingNode):
            raise ValueError(NO_HEAD.format(file=self.file))
        return node


class Parts(NamedTuple):
    """A page: the first fence, what it says of itself, what is between, its words."""

    head: str
    front: str
    between: str
    words: str


def parted(text: str, file: str) -> Parts:
    """The parts of a page, which make it again. Raises ValueError."""
    found = SPLIT.match(text)
    if not found:
        raise ValueError(NO_HEAD.format(file=file))
    return Parts(found[1], found[2], found[3], text[found.end() :])


def as_typed(text: str) -> str:
    """Words with the line ends of a text box, and none at their end."""
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
