"""The front door and the panel, side by side."""

from ...schema.kinds.gaps import Gap
from ...schema.kinds.panel import PanelFact
from ..page import Page
from ..panel import LOOKS, ROUTE
from .lines import lines_of

LETTERS = 19  # of a line in a door
LINE, AIR = 17, 9  # how tall a line is, and what stands below each thing that is said
Said = tuple[list[str], list[str]]  # what is asked and what is said, in lines


def doors(page: Page) -> dict[str, object] | None:
    """What is said of each door, or nothing where the panel has no few words."""
    part = next(name for name, look in LOOKS.items() if look == "panel_glance")
    facts = [f for f in page.data.of(PanelFact).values() if f.part == part]
    first = [fact for fact in facts if fact.contacts]
    panel = [said(fact.name, fact.text) for fact in facts if not fact.contacts]
    if not panel:
        return None
    way = page.data.of(Gap).get(ROUTE)
    if way and way.id in page.data.here.answers:
        way = None
    if way:
        panel.append(said("How a case gets there", "To be confirmed"))
    door = page.contact(page.site.front_door)
    front = [said(fact.name, fact.text) for fact in first]
    front.append(said("To ring", door.phone or "See contacts"))
    names = [
        lines_of(name, LETTERS - 1)
        for name in (page.site.front_door_name, page.site.panel_short)
    ]
    return {
        "front": front,
        "panel": panel,
        "names": names,
        "head": 38 + 18 * max(map(len, names)),
        "down": LINE,
        "air": AIR,
        "tall": max(tall(front), tall(panel)),
        "open": way is not None,
    }


def said(asked: str, text: str) -> Said:
    """One thing that is said of a door, in lines."""
    return lines_of(asked, LETTERS + 3), lines_of(text, LETTERS)


def tall(facts: list[Said]) -> int:
    """How tall what is said of a door is, with a little air below each thing."""
    return sum(LINE * (len(asked) + len(text)) + AIR for asked, text in facts)
