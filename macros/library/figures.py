"""Macros for statistics."""

from markupsafe import Markup

from ..schema.kinds.figures import Figure
from .page import Page
from .registry import block_macro


@block_macro
def figure(page: Page, id: str) -> Markup:
    """One statistic with its basis: `{{ figure("five-cases") }}`."""
    return page.block("figures", figures=[page.get(Figure, id)])


@block_macro
def figures(page: Page) -> Markup:
    """Every statistic, each with its basis: `{{ figures() }}`."""
    return page.block("figures", figures=page.data.of(Figure).values())
