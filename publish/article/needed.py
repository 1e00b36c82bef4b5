"""Which signs a pattern cannot do without, so that most texts need not be searched.

Found out from the pattern itself: a list kept by hand would one day leave a pattern
unasked, and nobody would notice.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Signs = frozenset[str]
FEW = 60  # more than these, and nearly every text has one of them


@cache
def needed(pattern: re.Pattern[str]) -> Signs | None:
    """Signs of which every match has one, or None where that cannot be told."""
    if pattern.flags & re.IGNORECASE:
        return None  # a letter stands for others there
    return of_all(parser.parse(pattern.pattern, pattern.flags))


def of_all(parts: Iterable[tuple[Any, Any]]) -> Signs | None:
    """Of parts that all have to match: those of the part that is the rarest."""
    known = [signs for signs in map(of_part, parts) if signs]
    return min(known, key=rarity, default=None)


def rarity(signs: Signs) -> tuple[bool, int]:
    """How likely a text has one of the signs: letters are in nearly all of them."""
    return any(sign.isalnum() or sign in " .,\n" for sign in signs), len(signs)


def of_part(part: tuple[Any, Any]) -> Signs | None:
    """Of one part of a pattern, as Python's own parser gives it."""
    kind, value = part
    if kind is code.LITERAL:
        return frozenset(chr(value))
    if kind is code.IN:
        return few(value)
    if kind is code.SUBPATTERN:
        _, flags, _, inner = value
        return None if flags & re.IGNORECASE else of_all(inner)
    if kind is code.ASSERT and value[0] > 0:
        return of_all(value[1])  # what stands ahead stands in the text
    if kind in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
        return of_all(value[2]) if value[0] else None
    if kind is code.BRANCH:
        return together([of_all(way) for way in value[1]])
    return None


def few(choices: Sequence[tuple[Any, Any]]) -> Signs | None:
    """Those of a class such as [!?], unless it has too many or says what is not."""
    signs: set[str] = set()
    for kind, value in choices:
        if kind is code.LITERAL:
            signs.add(chr(value))
        elif kind is code.RANGE and value[1] - value[0] < FEW:
            signs.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return frozenset(signs) if len(signs) <= FEW else None


def together(ways: Iterable[Signs | None]) -> Signs | None:
    """Of several ways to match: each way's signs, if all are known."""
    found: Signs = frozenset()
    for signs in ways:
        if signs is None:
            return None
        found |= signs
    return found
