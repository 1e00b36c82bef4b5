"""A list of steps as a way to walk, each a link to the step in full."""

from ...schema.kinds.steps import Step
from ..page import Page
from .lines import lines_of

LETTERS = 40  # of a line beside its number


def first_hour(page: Page) -> dict[str, object] | None:
    """The first hour of a safeguarding lead, in order. No source gives minutes."""
    steps = [s for s in page.data.of(Step).values() if s.group == "dsl-first-hour"]
    return {"steps": [(s, lines_of(s.name, LETTERS)) for s in steps]} if steps else None
