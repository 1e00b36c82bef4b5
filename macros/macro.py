"""What makes a function a macro, and where each may stand in a page."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec

from markupsafe import Markup

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
