"""Macros for what to do, in order."""

from markupsafe import Markup

from ..problems import did_you_mean
from ..schema.kinds.steps import Step
from .page import Page
from .registry import block_macro


@block_macro
def steps(page: Page, group: str) -> Markup:
    """What to do, numbered in order: `{{ steps("respond") }}`."""
    everything = page.data.of(Step).values()
    found = [s for s in everything if s.group == group]
    if not found:
        hint = did_you_mean(group, {s.group for s in everything})
        page.data.refuse("steps", f"'{group}' is not a group of steps: {hint}")
    return page.block("steps", steps=found)
