"""What can be edited, as a form sees it; and the lines of a record, understood.

Each target says which file it is in, what it holds now, and what the file will hold
with what was typed. Only the lines of what changed are written.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import yaml

from macros.reading.tree import last_line, plain

T = TypeVar("T")
Form = Mapping[str, Sequence[str]]
FAULTY = "{file} has a fault that must be mended in it first: {said}"


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
    def lines_of(self, text: str, form: Form) -> dict[str, tuple[int, int]]:
        """The first and last line of each field in the text of its file."""


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
