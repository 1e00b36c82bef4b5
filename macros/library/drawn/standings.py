"""On whose word facts stand: how each is counted, and the counts as a bar."""

from collections import Counter
from collections.abc import Iterable

from ...schema.fields import Standing
from ...schema.records import Fact

# In this order, from the surest to what nobody has said yet.
WORDS = {
    "told": "confirmed",
    "published": "published",
    "partial": "read in part",
    "own": "our suggestion",
    "confirm": "to be confirmed",
}
STANDS = {
    Standing.PUBLISHED: "published",
    Standing.OWN: "own",
    Standing.CONFIRMED: "told",
    Standing.TO_CONFIRM: "confirm",
}
WIDTH = 320  # of a whole bar, in its own units


def standing_of(fact: Fact) -> str:
    """How a fact is counted: by its standing, and whether it was read in part."""
    found = STANDS[fact.standing]
    partly = found == "published" and fact.evidence == "partial"
    return "partial" if partly else found


def parts_of(looks: Iterable[str]) -> list[tuple[str, int, str, int, int]]:
    """A bar in parts: look, how many, their word, where it starts and how wide."""
    counts = Counter(looks)
    total, before, parts = sum(counts.values()), 0, []
    for look, word in WORDS.items():
        if counts[look]:
            start, end = (WIDTH * n // total for n in (before, before + counts[look]))
            parts.append((look, counts[look], word, start, end - start))
            before += counts[look]
    return parts
