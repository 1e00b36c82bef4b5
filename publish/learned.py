"""What search learned of cries for help, as the index takes it: `cries.txt`.

benchmarks/cries.py makes that table from the lists of tests/search/; nothing is learned
where somebody types.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

TABLE = Path(__file__).parent / "cries.txt"
LINE = re.compile(
    r"^(?:least (?P<least>-?\d+)|card (?P<card>\w+) (?P<start>-?\d+)|"
    r"(?P<weight>[+-]\d+) (?P<trait>.+))$"
)
PIECE = "~"


@dataclass
class Card:
    """What speaks for one card among all: where it starts, and what each trait adds."""

    start: int = 0
    weights: dict[str, int] = field(default_factory=dict)


@dataclass
class Learned:
    """What a text has to weigh at least, what each trait weighs, and the cards."""

    least: int = 0
    weights: dict[str, int] = field(default_factory=dict)
    cards: dict[str, Card] = field(default_factory=dict)


def read(text: str) -> Learned:
    """A table as benchmarks/cries.py writes it. Raises ValueError when it is none."""
    table = Learned()
    weights = table.weights
    found = False
    for line in text.splitlines():
        said = LINE.match(line)
        if not said:
            continue
        if said["least"]:
            table.least, found = int(said["least"]), True
        elif said["card"]:
            card = table.cards[said["card"]] = Card(int(said["start"]))
            weights = card.weights
        else:
            weights[said["trait"]] = int(said["weight"])
    if not found:
        raise ValueError(f"{TABLE.name} has no line `least`: run benchmarks/cries.py")
    return table


def letter(number: int) -> str:
    """The letter of a group by its number, as theme/assets/search-crisis.js has it."""
    return chr(number + (65 if number < 26 else 166))


def lettered(trait: str, groups: Sequence[str]) -> str:
    """A trait with letters for its groups, or nothing when a group is gone."""
    if trait.startswith(PIECE):
        return trait
    known = {name.upper(): letter(number) for number, name in enumerate(groups)}
    parts = []
    for part in trait.split(" "):
        names = part.split(">") if part.isupper() and part.isascii() else []
        if any(name not in known for name in names):
            return ""
        parts.append("".join(known[name] for name in names) or part)
    return " ".join(parts)


def named(trait: str, groups: Sequence[str]) -> str:
    """A trait with the names of its groups for their letters."""
    if trait.startswith(PIECE):
        return trait
    known = {letter(number): name.upper() for number, name in enumerate(groups)}
    parts = trait.split(" ")
    names = [
        ">".join(known[sign] for sign in part) if set(part) <= known.keys() else part
        for part in parts
    ]
    return " ".join(names)


def rows_of(weights: Mapping[str, int], groups: Sequence[str]) -> list[list[object]]:
    """Each weight, heaviest first, with the traits that have it, and the pieces."""
    ranked = sorted(weights.items(), key=lambda one: (-one[1], one[0]))
    rows: list[list[object]] = []
    for weight, ones in groupby(ranked, key=lambda one: one[1]):
        traits = [found for name, _ in ones if (found := lettered(name, groups))]
        rows.append([weight, *parted(traits)])
    return rows


def parted(traits: Iterable[str]) -> list[str]:
    """Words, pairs and groups as one text, and pieces without their sign as another."""
    every = list(traits)
    whole = "|".join(t for t in every if not t.startswith(PIECE))
    pieces = "|".join(t[1:] for t in every if t.startswith(PIECE))
    return [whole, pieces] if pieces else [whole]
