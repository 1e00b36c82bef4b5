"""Who confirmed an answer: a role, and no name unless that may be published."""

import re
from collections.abc import Iterator, Set

from macros.schema.fields import plain_words

from .cells import Cell, Slip
from .columns import BY_KEY, NAMED

# A word of these makes a role of the words beside it.
ROLES = frozenset(
    re.findall(
        r"\S+",
        """
    administrator adviser advisor analyst board business chair chairperson clerk
    clinician commissioner communications consultant coordinator co-ordinator
    councillor deputy designated detective director doctor executive front gp head
    headteacher inspector lead leader learning manager member nurse officer owner
    panel partnership police practitioner principal psychologist safeguarding
    secretary sergeant service services social specialist strategic superintendent
    supervisor support teacher team trainer vice-chair worker duty chief senior
    assistant independent group health education school quality policy programme
    project web editor council authority hub trust constable
    """,
    )
)
BODIES = frozenset({"academy", "college", "hospital", "nhs", "the", "university"})
TITLES = re.compile(
    r"\b(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|rev)\b\.?", re.I
)
NAME = re.compile(r"[A-Z][\w'-]*(?: (?:[A-Z]\.?|[a-z]{2,3}|[A-Z][\w'-]*)){0,3}")
PARTS = re.compile(r"[,;:()\[\]/|]|\s[-\u2013\u2014]\s|\bat\b|\bfor\b|\bof\b|\band\b")


def role_of(cell: Cell, may: str, places: Set[str]) -> str | Slip:
    """The role in a cell. `may` is what the row says of publishing.

    `places` are words of names that are no person's, in small letters.
    """
    words = " ".join(cell.words.split())
    if not words:
        return Slip(cell.place, f"is empty: type {_help()}")
    if not isinstance(cell.value, str) or "@" in words or re.search(r"\d{3}", words):
        return Slip(cell.place, f"'{words}' is no role: type {_help()}")
    try:
        plain_words(words)
    except ValueError as error:
        return Slip(cell.place, f"the role {error}")
    if may == NAMED:
        return words.rstrip(".")
    name = next(names_in(words, places), "")
    mend = f"or choose '{NAMED}' under {BY_KEY['may'].title}"
    if name:
        wrong = f"'{name}' looks like a person's name, and no name is published"
        return Slip(cell.place, f"{wrong}: type the role instead, {mend}")
    if not any(is_role(word) for word in re.split(r"[^\w-]+", words)):
        return Slip(cell.place, f"'{words}' names no role: type {_help()}, {mend}")
    return words.rstrip(".")


def is_role(word: str) -> bool:
    """Whether a word makes a role of those beside it."""
    word = word.casefold()
    return word in ROLES or word.removesuffix("s") in ROLES


def names_in(words: str, places: Set[str]) -> Iterator[str]:
    """Each part of some words that looks like the name of a person."""
    for part in (part.strip() for part in PARTS.split(words)):
        inside = part.split()
        if TITLES.match(part) and len(inside) > 1:
            yield part
            continue
        short = len(inside) == 1 and part.isupper()  # such as CAMHS
        named = NAME.fullmatch(part) and not any(map(is_role, inside))
        known = {word.casefold() for word in inside} <= places | BODIES
        if named and not short and not known:
            yield part


def _help() -> str:
    help = BY_KEY["by"].help
    return help[0].lower() + help[1:]
