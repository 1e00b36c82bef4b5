"""How sure we are of all facts of the site."""

from ..page import Page
from .standings import parts_of, standing_of


def sure(page: Page) -> dict[str, object] | None:
    """All facts of the site, but for questions that are answered."""
    waiting = {fact.id for _, fact in page.data.to_confirm()}
    looks = [
        look
        for _, fact in page.data.facts()
        if (look := standing_of(fact)) != "confirm" or fact.id in waiting
    ]
    return {"parts": parts_of(looks)} if looks else None
