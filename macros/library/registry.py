"""What makes a function a macro, and where each may stand in a page."""

import re
from collections.abc import Callable
from typing import Concatenate, ParamSpec

from markupsafe import Markup

from ..facts.absent import unlisted
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


def known(value: str, choices: set[str], kind: str) -> None:
    """Raise UnknownIdError for a label that data/site.yml has not; none is fine."""
    if value and value not in choices:
        raise unlisted(kind, value, choices)


def example_of(name: str) -> str:
    """The call that the macro's own docstring shows."""
    found = re.search(r"`(\{\{.*?\}\})`", MACROS[name].__doc__ or "")
    return f"type it like {found.group(1)}" if found else "see EDITING.md"
