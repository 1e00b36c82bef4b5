"""Macros for what only the partnership can say."""

from typing import get_args

from markupsafe import Markup

from ..problems import did_you_mean
from ..schema.kinds.gaps import Gap
from .page import Page
from .registry import block_macro


@block_macro
def gap(page: Page, id: str) -> Markup:
    """The sentence where a fact is not confirmed: `{{ gap("panel-form") }}`."""
    return page.block("gap", gap=page.get(Gap, id))


@block_macro
def gaps(page: Page, about: str = "") -> Markup:
    """All that is still to be confirmed, or one part: `{{ gaps("panel") }}`."""
    choices = set(get_args(Gap.model_fields["about"].annotation))
    if about and about not in choices:
        hint = did_you_mean(about, choices)
        raise KeyError(f"'{about}' is not a part of data/gaps.yml: {hint}")
    everything = page.data.of(Gap).values()
    found = [gap for gap in everything if about in ("", gap.about)]
    return page.block("gaps", gaps=found)
