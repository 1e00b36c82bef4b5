"""Whom the panel prioritises: each age, by each word of the continuum."""

import re

from ...schema.kinds.continuum import ContinuumStep
from ...schema.kinds.panel import PanelFact
from ..page import Page

CHILDHOOD = range(19)  # the ages that are drawn
AGES = re.compile(r"(\d{1,2})\s*(?:-|to)\s*(\d{1,2})")


def fit(page: Page) -> dict[str, object] | None:
    """The fact that gives ages and words, or nothing where none is published."""
    facts = page.data.of(PanelFact).values()
    for fact in facts:
        ages = ages_of(fact)
        if ages and fact.continuum:
            steps = page.data.of(ContinuumStep).values()
            return {"fact": fact, "ages": ages, "steps": steps, "all": CHILDHOOD}
    return None


def ages_of(fact: PanelFact) -> range | None:
    """The ages that a fact is about, the last one too; none if it gives none."""
    said = AGES.fullmatch(fact.ages or "")
    if said is None:
        return None
    first, last = int(said[1]), int(said[2])
    inside = first <= last and last in CHILDHOOD
    return range(first, last + 1) if inside else None
