"""Entries as the browser reads them: a row for each, and signs between what is in it.

Signs, because each row costs bytes: brackets and quotes round every field would be a
tenth of the index on the wire.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from string import ascii_uppercase

from .entries import Entry

# search-rules.js parts by the same ones.
ROW, FIELD, NAME = "~", "^", "|"
NO_SIGNS = str.maketrans(dict.fromkeys(ROW + FIELD + NAME, " "))
AS_IT_IS = "-"  # an anchor that is written out


def rows_of(
    entries: Iterable[Entry], addresses: Sequence[str], told: Sequence[str]
) -> dict[str, str]:
    """The rows of each kind. Their fields, of which those that are empty at the end are
    left out: the number of the page, empty where it is that of the row before; title;
    other names; anchor; telephone number; the number of the page that says more; and
    the line that is `told` of the entry."""
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
            said,
        ]
        last[entry.kind] = page
        rows.setdefault(entry.kind, []).append(row_of(fields))
    return {kind: ROW.join(made) for kind, made in rows.items()}


def row_of(fields: Iterable[str]) -> str:
    """Fields as one row, without those that are empty at its end."""
    return FIELD.join(fields).rstrip(FIELD)


def told_of(entries: Iterable[Entry]) -> list[str]:
    """Of each entry the line that is shown below its title."""
    return [clean(entry.line) for entry in entries]


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


def plain(name: str) -> str:
    """A name without capitals and signs, to tell names apart."""
    return " ".join(words(name))


def words(text: str) -> list[str]:
    """The words of a text, small; accents and apostrophes go, hyphens part."""
    bare = re.sub("['\u2019\u0300-\u036f]", "", unicodedata.normalize("NFKD", text))
    return re.findall(r"[a-z0-9]+", bare.lower())
