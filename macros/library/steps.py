"""Macros for what to do, in order."""

from markupsafe import Markup

from ..schema.kinds.steps import Step
from .page import Page
from .registry import block_macro


@block_macro
def steps(page: Page, group: str) -> Markup:
    """What to do, numbered in order: `{{ steps("respond") }}`."""
    return page.block("steps", steps=_of_group(page, group))


@block_macro
def sheet(page: Page, group: str) -> Markup:
    """What to write by hand, with ruled lines on paper: `{{ sheet("record") }}`."""
    return page.block("sheet", steps=_of_group(page, group))


def _of_group(page: Page, group: str) -> list[Step]:
    everything = page.data.of(Step).values()
    found = [s for s in everything if s.group == group]
    if not found:
        groups = {s.group for s in everything}
        page.data.refuse("steps", "a group of steps", group, groups)
    return found
