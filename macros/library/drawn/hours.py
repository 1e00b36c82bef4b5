"""Who answers when: a day of 24 hours for each number."""

from dataclasses import dataclass

from ...schema.kinds.contacts import Contact
from ..page import Page
from .lines import lines_of

LETTERS = 27  # of a line of a name, beside its number


@dataclass(frozen=True)
class Day:
    """The day of a contact: spans in hours from midnight. None: not confirmed."""

    contact: Contact
    name: list[str]
    spans: list[tuple[float, float]]

    @property
    def says(self) -> str:
        """When it answers, in words."""
        return self.contact.hours or "hours not confirmed"


def hours(page: Page) -> dict[str, object] | None:
    """The day of each contact with a number, the most urgent first.

    Not of the emergency number: it is there at any hour, and no picture may make
    anyone wonder.
    """
    every = sorted(page.data.of(Contact).values(), key=lambda c: c.order)
    asked = [c for c in every if c.phone and c.id != page.site.emergency]
    days = [day_of(contact) for contact in asked]
    return {"days": days} if any(day.spans for day in days) else None


def day_of(contact: Contact) -> Day:
    """What is drawn of a contact."""
    spans = [tuple(map(hour_of, span.split("-"))) for span in contact.open]
    return Day(contact, lines_of(contact.name, LETTERS), [(s[0], s[1]) for s in spans])


def hour_of(time: str) -> float:
    """A time as hours from midnight: 09:30 is 9.5."""
    hour, minute = time.split(":")
    return int(hour) + int(minute) / 60
