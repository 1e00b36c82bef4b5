"""The macro for what is published of the panel."""

from markupsafe import Markup

from ..schema.kinds.panel import PanelFact
from .page import Page
from .registry import block_macro


@block_macro
def panel(page: Page, part: str) -> Markup:
    """What is published of the panel, by part: `{{ panel("purpose") }}`.

    The parts are purpose, cases, first step, members and background.
    """
    everything = page.data.of(PanelFact).values()
    found = [fact for fact in everything if fact.part == part]
    if not found:
        parts = {fact.part for fact in everything}
        page.data.refuse("panel", "a part of data/panel.yml", part, set(parts))
    return page.block("panel", facts=found, part=part)
