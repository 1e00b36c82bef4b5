"""The macro for what is published of the panel."""

from typing import get_args

from markupsafe import Markup

from ..schema.kinds.gaps import Gap
from ..schema.kinds.panel import PanelFact
from .page import Page
from .registry import block_macro

PARTS: tuple[str, ...] = get_args(PanelFact.model_fields["part"].annotation)
# Parts with a look of their own, and the parts whose question they share.
LOOKS = {"lead": "panel_lead", "at a glance": "panel_glance"}
ASKS = {"lead": "panel-purpose", "at a glance": "panel-cases"}
FIRST = "first step"
ROUTE = "panel-route"  # in the box, for as long as it is not answered


@block_macro
def panel(page: Page, part: str) -> Markup:
    """What is published of the panel, by part: `{{ panel("purpose") }}`.

    The parts are lead, at a glance, purpose, cases, first step, members and background.
    Where a place has published nothing of a part, its question is shown: below that of
    the first step stand the numbers to ring, which every place has.
    """
    if part not in PARTS:
        page.data.refuse("panel", "a part of panel.yml", part, set(PARTS))
    found = [fact for fact in page.data.of(PanelFact).values() if fact.part == part]
    if found:
        answered = ROUTE in page.data.here.answers
        asked = None if answered else page.data.of(Gap).get(ROUTE)
        look = LOOKS.get(part, "panel")
        return page.block(look, facts=found, part=part, route=asked)
    site = page.site
    ring = (site.emergency, site.front_door, site.police) if part == FIRST else ()
    return page.block("panel_unsaid", gap=page.get(Gap, question_of(part)), ring=ring)


def question_of(part: str) -> str:
    """The id of the question that a part of the panel page answers."""
    return ASKS.get(part, f"panel-{part.replace(' ', '-')}")
