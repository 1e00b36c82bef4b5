"""What search knows before it ranks: the crisis table, and what the site does not hold.

Both are facts that no page shows. They go with the first part of the index, since
nobody in a crisis waits for the second.
"""

from collections.abc import Iterable, Sequence

from macros.facts.site_data import SiteData
from macros.schema.fields import Standing
from macros.schema.kinds.contacts import Contact
from macros.schema.kinds.crisis import CrisisCard, CrisisWords
from macros.schema.kinds.not_here import NotHere

from . import learned
from .search_rows import FIELD, ROW
from .search_rows import NAME as NAMES

# What a card of each standing says of itself.
MARKS = {
    Standing.PUBLISHED: "",
    Standing.CONFIRMED: "",
    Standing.TO_CONFIRM: "These words are still to be confirmed.",
    Standing.OWN: "These words are our own.",
}


def crisis_table(data: SiteData, callable_: Sequence[str]) -> dict[str, object]:
    """The groups of words, the cards in order, and what was learned. A card says whom
    to ring by their place among `callable_`."""
    groups = data.of(CrisisWords)
    table = learned.read(learned.TABLE.read_text(encoding="utf-8"))
    cards = list(data.of(CrisisCard).items())
    return {
        "words": words_of(groups.values()),
        "least": table.least,
        "rows": learned.rows_of(table.weights, list(groups)),
        "cards": [
            [
                *card_of(data, card, callable_, last=(name, card) == cards[-1]),
                *told_of(table.cards.get(name), list(groups)),
            ]
            for name, card in cards
        ],
    }


def words_of(groups: Iterable[CrisisWords]) -> str:
    """The words of each group that are known with their endings, and as they stand."""
    return ROW.join(
        FIELD.join([NAMES.join(group.words), NAMES.join(group.exactly)])
        for group in groups
    )


def told_of(card: learned.Card | None, groups: Sequence[str]) -> list[object]:
    """What was learned of a card: where it starts, and its rows."""
    return [card.start, learned.rows_of(card.weights, groups)] if card else [0, []]


def card_of(
    data: SiteData, card: CrisisCard, callable_: Sequence[str], *, last: bool
) -> list[object]:
    """One card as the box shows it: its line, what to do first, whom to ring, the page,
    its mark; and the phrases that always bring it up, or by themselves. Whoever types
    the emergency number is shown the `last`."""
    calls = [callable_.index(name) for name in card.contacts]
    place = place_of(data, card.pages)
    ring = data.get(Contact, data.site.emergency).phone or ""
    alone = NAMES.join([*card.alone, *[ring] * last])
    always = NAMES.join(card.always)
    return [card.title, card.first, calls, place, MARKS[card.standing], always, alone]


def not_here(data: SiteData, callable_: Sequence[str]) -> list[list[object]]:
    """Each thing that is not on the site: its name, what people type for it, where to
    go, whom to ring, and the nearest page."""
    return [
        [
            thing.name,
            NAMES.join(thing.also),
            thing.says,
            [callable_.index(name) for name in thing.contacts],
            place_of(data, thing.pages),
        ]
        for thing in data.of(NotHere).values()
    ]


def to_call(data: SiteData) -> list[str]:
    """The ids of all whom a card or an empty search may send somebody to."""
    site = data.site
    named = [site.emergency, site.front_door]
    for card in data.of(CrisisCard).values():
        named += card.contacts
    for thing in data.of(NotHere).values():
        named += thing.contacts
    return list(dict.fromkeys(named))


def calls_of(data: SiteData, contacts: Iterable[str]) -> list[list[str]]:
    """The name of each contact, its number, or where it can be used without one."""
    found = [data.get(Contact, name) for name in contacts]
    return [[c.name, c.phone] if c.phone else [c.name, "", c.url or ""] for c in found]


def place_of(data: SiteData, pages: Iterable[str]) -> list[object]:
    """The first of the pages that this place has: its number and where on it; or
    nothing."""
    addresses = list(data.pages)
    for page in pages:
        address, _, anchor = page.partition("#")
        if address in addresses:
            number = addresses.index(address)
            return [number, anchor] if anchor else [number]
    return []
