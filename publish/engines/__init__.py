"""Which engine makes pages of Markdown: one of three, behind one small interface.

An engine is a module here, imported when it is asked for, and only it knows the package
that it is named after. It gets a `Manuscript`: words with a mark for each macro call.
What visitors get of them is made after the engine, the same for all.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:  # who only asks for the names loads nothing
    from pathlib import Path

    from macros.checks.examination import Examined

DEFAULT = "mkdocs"
ENGINES: Mapping[str, str] = {
    "mkdocs": "MkDocs",
    "properdocs": "ProperDocs, which carries MkDocs 1 on",
    "zensical": "Zensical, by the makers of Material",
}
MISSING = "{} is not installed here: type '{}'"


class Workshop(Protocol):
    """Makes single pages of checked facts, for a preview."""

    def make(self, address: str) -> bool:
        """Make the page of that address below the target, if there is one."""


class Engine(Protocol):
    """What the module of an engine has."""

    def make_pages(self, root: Path, examined: Examined, target: Path) -> None:
        """Every page as HTML below `target`. Raises DataError with what went wrong."""

    def workshop(self, root: Path, examined: Examined, target: Path) -> Workshop:
        """What makes single pages below `target`. Raises DataError as well."""


def engine_of(name: str = DEFAULT) -> Engine:
    """The engine of that name. Raises DataError if its package is not installed."""
    if find_spec(name) is None:
        from macros.problems import DataError, Problem

        how = "make site" if name == DEFAULT else f"make site ENGINE={name}"
        raise DataError([Problem("pyproject.toml", 1, MISSING.format(name, how))])
    return cast(Engine, import_module(f".{name}", __name__))
