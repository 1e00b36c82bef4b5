"""Entries as the browser reads them: a row for each, and signs between what is in it.

Signs, because each row costs bytes: brackets and quotes round every field would be a
tenth of the index on the wire.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from string import ascii_uppercase

from .entries import Entry

# search-rules.js parts by the same ones.
ROW, FIELD, NAME = "~", "^", "|"
NO_SIGNS = str.maketrans(dict.fromkeys(ROW + FIELD + NAME, " "))
AS_IT_IS = "-"  # an anchor that is written out
COMMON = 1  # a word of more texts than this does not tell them apart


def rows_of(
    entries: Iterable[Entry], addresses: Sequence[str], told: Sequence[Sequence[str]]
) -> dict[str, str]:
    """The rows of each kind. Their fields, of which those that are empty at the end are
    left out: the number of the page, empty where it is that of the row before; title;
    other names; anchor; telephone number; the number of the page that says more; and
    what is `told` of the entry, its line and its words."""
    rows: dict[str, list[str]] = {}
    last: dict[str, str] = {}
    for entry, said in zip(entries, told, strict=True):
        more = entry.more.partition("#")[0]
        page = entry.address
        fields = [
            "" if page == last.get(entry.kind) else str(addresses.index(page)),
            clean(entry.title),
            NAME.join(clean(name) for name in names_of(entry)),
            short_anchor(entry.anchor, entry.title),
            clean(entry.call),
            # A place may have no such page, when it has nothing to say on it.
            str(addresses.index(more)) if more in addresses else "",
            *said,
        ]
        last[entry.kind] = page
        rows.setdefault(entry.kind, []).append(row_of(fields))
    return {kind: ROW.join(made) for kind, made in rows.items()}


def row_of(fields: Iterable[str]) -> str:
    """Fields as one row, without those that are empty at its end."""
    return FIELD.join(fields).rstrip(FIELD)


def told_of(entries: Sequence[Entry]) -> list[tuple[str, str]]:
    """Of each entry its line, and the words of its text that are in nothing else."""
    words_ = words_that_tell(entries)
    pairs = zip(entries, words_, strict=True)
    return [(clean(entry.line), " ".join(tell)) for entry, tell in pairs]


def clean(text: str) -> str:
    """A text without the signs that part the index."""
    return text.translate(NO_SIGNS)


def short_anchor(anchor: str, title: str) -> str:
    """An anchor as the browser makes it again from the title: nothing when it is all of
    its words, and a capital for each word that is one of them, A for the first.
    """
    said = words(title)
    parts = anchor.split("-")
    if parts == said:
        return ""
    if not all(re.fullmatch("[a-z0-9]+", part) for part in parts):
        return AS_IT_IS + anchor
    letters: dict[str, str] = {}
    for word, letter in zip(said, ascii_uppercase, strict=False):
        letters.setdefault(word, letter)
    made = ""
    for part in parts:
        apart = part not in letters and made and made[-1] not in ascii_uppercase
        made += ("-" if apart else "") + letters.get(part, part)
    return made


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """The entries as the rows of the names have them: kind by kind."""
    kinds: dict[str, list[Entry]] = {}
    for entry in entries:
        kinds.setdefault(entry.kind, []).append(entry)
    return [entry for kind in kinds.values() for entry in kind]


def names_of(entry: Entry) -> list[str]:
    """The other names once each, without those that the title says already."""
    names = {plain(name): name for name in reversed(entry.names)}
    names.pop(plain(entry.title), None)
    return list(reversed(names.values()))


def words_that_tell(entries: Iterable[Entry]) -> list[list[str]]:
    """For each entry the words of its text that its title, names and line lack, but
    for those that stand with too many to tell them apart."""
    every = list(entries)
    texts = [set(words(f"{entry.line} {entry.body}")) for entry in every]
    count = Counter(word for text in texts for word in text)
    told = []
    for entry, text in zip(every, texts, strict=True):
        known = set(words(" ".join([entry.title, entry.line, *entry.names])))
        told.append(
            sorted(w for w in text - known if count[w] <= COMMON and len(w) > 2)
        )
    return told


def plain(name: str) -> str:
    """A name without capitals and signs, to tell names apart."""
    return " ".join(words(name))


def words(text: str) -> list[str]:
    """The words of a text, small; accents and apostrophes go, hyphens part."""
    bare = re.sub("['\u2019\u0300-\u036f]", "", unicodedata.normalize("NFKD", text))
    return re.findall(r"[a-z0-9]+", bare.lower())
