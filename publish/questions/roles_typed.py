"""Who confirmed an answer: a role, and no name unless that may be published."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from macros.facts.site_data import SiteData
from macros.schema.fields import plain_words
from macros.schema.place import WORDS

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
# And these make a body or a place of them.
BODIES = frozenset(
    re.findall(
        r"\S+",
        """
    academy avenue building centre close college court drive hall hospital house lane
    nhs park road square street the university
    """,
    )
)
TITLES = re.compile(
    r"\b(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|rev)\b\.?", re.I
)
SMALL = re.compile(r"(?<![\w/-])[a-z]{2,}(?![\w/-])")
SHORT = re.compile(r"[A-Z]{2,6}")  # a role by its first letters: DSL
TWO = re.compile(r"(?=\b([A-Z][a-z'-]+) ([A-Z][\w'-]+))")
NAME = re.compile(r"[A-Z][\w'-]*(?: (?:[A-Z]\.?|[a-z]{2,3}|[A-Z][\w'-]*)){0,3}")
PARTS = re.compile(r"[,;:()\[\]/|]|\s[-\u2013\u2014]\s|\bat\b|\bfor\b|\bof\b|\band\b")


@dataclass(frozen=True)
class Words:
    """Words that are no person's name, in small letters: of names of the place and its
    sources, and those that its pages have in the middle of a sentence."""

    names: Set[str] = frozenset()
    ordinary: Set[str] = frozenset()


def words_known(data: SiteData) -> Words:
    """The words of a place that are no person's name."""
    held = [getattr(data.site, word) or "" for word in WORDS]
    held += [data.site.partnership, *data.site.other_names]
    held += [getattr(c, "name", "") for c in data.kinds["contacts"].values()]
    held += [getattr(s, "publisher", "") for s in data.kinds["sources"].values()]
    names = {word.strip("(),.'").casefold() for text in held for word in text.split()}
    bodies = (page.body for page in data.pages.values())
    ordinary = {word for body in bodies for word in SMALL.findall(body)}
    return Words(names, ordinary)


def role_of(cell: Cell, may: str, known: Words) -> str | Slip:
    """The role in a cell. `may` is what the row says of publishing."""
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
    name = next(names_in(words, known), "")
    mend = f"or choose '{NAMED}' under {BY_KEY['may'].title}"
    if name:
        wrong = f"'{name}' looks like a person's name, and no name is published"
        return Slip(cell.place, f"{wrong}: type the role instead, {mend}")
    named = SHORT.fullmatch(words) or any(map(is_role, re.split(r"[^\w-]+", words)))
    if not named:
        return Slip(cell.place, f"'{words}' names no role: type {_help()}, {mend}")
    return words.rstrip(".")


def is_role(word: str) -> bool:
    """Whether a word makes a role of those beside it."""
    word = word.casefold()
    return word in ROLES or word.removesuffix("s") in ROLES


def names_in(words: str, known: Words) -> Iterator[str]:
    """Each part of some words that looks like the name of a person."""
    for part in (part.strip() for part in PARTS.split(words)):
        inside = part.split()
        if TITLES.match(part) and len(inside) > 1:
            yield part
            continue
        short = len(inside) == 1 and part.isupper()  # such as CAMHS
        named = NAME.fullmatch(part) and not any(map(is_role, inside))
        ours = {word.casefold() for word in inside} <= known.names | BODIES
        if named and not short and not ours:
            yield part
        elif len(inside) > 2:
            yield from beside_role(inside, known)


def named_in_text(text: str, known: Words) -> str:
    """The first two words of a text that look like a person's name; or nothing."""
    for found in TWO.finditer(text):
        name = next(beside_role([found[1], found[2]], known), "")
        if name:
            return name
    return ""


def beside_role(inside: Sequence[str], known: Words) -> Iterator[str]:
    """Two words in a row that are no role and none of ours: Manager Jo Example."""
    for pair in pairwise(inside):
        strange = [
            word
            for word in map(str.casefold, pair)
            if not is_role(word) and word not in known.names | known.ordinary | BODIES
        ]
        if len(strange) == 2 and all(
            re.fullmatch(r"[^\W\d_][\w'-]*", word) for word in strange
        ):
            yield " ".join(pair)


def _help() -> str:
    help = BY_KEY["by"].help
    return help[0].lower() + help[1:]
