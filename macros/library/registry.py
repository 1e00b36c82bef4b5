"""What makes a function a macro, and where each may stand in a page."""

import re
from collections.abc import Callable
from typing import Concatenate, ParamSpec

from markupsafe import Markup

from ..problems import did_you_mean
from .page import Page

P = ParamSpec("P")
Macro = Callable[Concatenate[Page, P], Markup]

MACROS: dict[str, Callable[..., Markup]] = {}
INLINE: set[str] = set()


def block_macro(function: Macro[P]) -> Macro[P]:
    """A macro that gives whole blocks: its call stands alone on a line."""
    MACROS[function.__name__] = function
    return function


def inline_macro(function: Macro[P]) -> Macro[P]:
    """A macro that gives words: its call may stand in a sentence."""
    INLINE.add(function.__name__)
    return block_macro(function)


def known(value: str, choices: set[str], what: str) -> None:
    """Raise KeyError for a value that a macro does not know; none is fine."""
    if value and value not in choices:
        raise KeyError(
            f"'{value}' is not one of the {what}: {did_you_mean(value, choices)}"
        )


def example_of(name: str) -> str:
    """The call that the macro's own docstring shows."""
    found = re.search(r"`(\{\{.*?\}\})`", MACROS[name].__doc__ or "")
    return f"type it like {found.group(1)}" if found else "see EDITING.md"
