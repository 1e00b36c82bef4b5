"""What search knows before it ranks: the crisis table, and what the site does not hold.

Both are facts that no page shows. They go with the first part of the index, since
nobody in a crisis waits for the second.
"""

from collections.abc import Iterable, Mapping

from macros.facts.site_data import SiteData
from macros.schema.fields import Standing
from macros.schema.kinds.contacts import Contact
from macros.schema.kinds.crisis import CrisisCard, CrisisWords
from macros.schema.kinds.not_here import NotHere

# What a card of each standing says of itself.
MARKS = {
    Standing.PUBLISHED: "",
    Standing.TO_CONFIRM: "These words are still to be confirmed.",
    Standing.OWN: "These words are our own.",
}


def crisis_table(data: SiteData) -> dict[str, object]:
    """The groups of words, and the cards in order with their rules."""
    words = data.of(CrisisWords).values()
    return {
        "words": [[w.id, list(w.words), list(w.exactly)] for w in words],
        "cards": [card_of(data, card) for card in data.of(CrisisCard).values()],
    }


def card_of(data: SiteData, card: CrisisCard) -> dict[str, object]:
    """One card as the box shows it."""
    return {
        "id": card.id,
        "title": card.title,
        "first": card.first,
        "calls": calls_of(data, card.contacts),
        "page": place_of(data, card.pages),
        "mark": MARKS[card.standing],
        "fits": list(card.fits),
    }


def not_here(data: SiteData) -> list[list[object]]:
    """Each thing that is not on the site: its name, what people type for it, where to
    go, whom to ring, and the nearest page."""
    return [
        [
            thing.name,
            list(thing.also),
            thing.says,
            calls_of(data, thing.contacts),
            place_of(data, thing.pages),
        ]
        for thing in data.of(NotHere).values()
    ]


def calls_of(data: SiteData, contacts: Iterable[str]) -> list[list[str]]:
    """The name of each contact, its number, and where it can be used without one."""
    found: Mapping[str, Contact] = data.of(Contact)
    every = [found[name] for name in contacts]
    return [[c.name, c.phone or "", c.url or "", c.reason] for c in every]


def place_of(data: SiteData, pages: Iterable[str]) -> list[str]:
    """The first of the pages: its address, its place and its title; or nothing."""
    for page in pages:
        address, _, anchor = page.partition("#")
        return [address, anchor, data.pages[address].meta.title]
    return []
