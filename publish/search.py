"""The search index, from the same facts and pages as the site, whatever made them.

Two scripts that assign what they hold: a browser may load those from a disk as well,
where it may not fetch data. The first has names and places, and is all that first
results need; the second has the resources, the line below each title and the words of
the text.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from macros.facts.site_data import SiteData
from macros.schema.all_kinds import KINDS
from macros.schema.kinds.questions import Question
from macros.schema.kinds.synonyms import Synonym

from .entries import Entry, entries_of, ranks
from .first_help import calls_of, crisis_table, not_here, to_call
from .sections import Section
from .wordlist import packed

# What the box needs is one file: the tree of words, the rules, the box itself.
PARTS = ("search-rules", "search-crisis", "search")
INDEX = "assets/search-index.js"
TEXT = "assets/search-text.js"
# Kinds that rank last, and so come with the second part.
LATER = {f.name for kind in KINDS.values() for f in kind.search if f.later}
LATER |= {"heading"}
SUGGESTED = 4  # questions in an empty box
COMMON = 1  # a word of more texts than this does not tell them apart


def make_search(
    data: SiteData, site: Path, sections: Mapping[str, Sequence[Section]]
) -> None:
    """Write the index of a built site into it, and join the parts of the box.

    `sections` has what stands on each page, by its address.
    """
    join(site / "assets")
    entries = entries_of(data, sections)
    write(site / INDEX, "siteSearch", names_index(data, entries))
    write(site / TEXT, "siteSearch.text", text_index(data, entries))


def join(assets: Path) -> None:
    """The scripts that always go together, as one: a request less to wait for."""
    parts = [assets / f"{name}.js" for name in PARTS]
    text = "\n".join(part.read_text(encoding="utf-8") for part in parts)
    for part in parts:
        part.unlink()
    parts[-1].write_text(text, encoding="utf-8", newline="\n")


def write(file: Path, name: str, value: object) -> None:
    """A script that gives a global name a value."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    file.write_text(f"{name}={text}\n", encoding="utf-8", newline="\n")


def names_index(data: SiteData, entries: Sequence[Entry]) -> dict[str, object]:
    """What everything is called and where it stands, but for what comes later."""
    calls = to_call(data)
    return {
        "crisis": crisis_table(data, calls),
        "calls": calls_of(data, calls),
        "kinds": ranks(),
        "pages": [[p.address, p.meta.title, p.meta.for_] for p in data.pages.values()],
        "rows": rows_of(data, [e for e in entries if e.kind not in LATER]),
        "same": [" ".join(s.words) for s in data.of(Synonym).values()],
        "letters": home_of_terms(entries),
        "ask": asked(data, [e for e in entries if e.kind not in LATER]),
    }


def rows_of(data: SiteData, entries: Iterable[Entry]) -> dict[str, list[list[object]]]:
    """The entries by kind, each as a row: its page's number, anchor (0 when it follows
    from the title), title, other names, telephone number and the number of the page
    that says more; what is empty at its end is left out."""
    addresses = list(data.pages)
    rows: dict[str, list[list[object]]] = {}
    for entry in entries:
        anchor = 0 if entry.anchor == slug(entry.title) else entry.anchor
        row: list[object] = [addresses.index(entry.address), anchor, entry.title]
        row += ["|".join(names_of(entry)), entry.call]
        more = entry.more.partition("#")[0]
        # A place may have no such page, when it has nothing to say on it.
        row.append(addresses.index(more) if more in addresses else "")
        while row[-1] == "":
            row.pop()
        rows.setdefault(entry.kind, []).append(row)
    return rows


def text_index(data: SiteData, entries: Sequence[Entry]) -> dict[str, object]:
    """The rows that come later, then of all rows, in order, the lines and the words."""
    later = [entry for entry in entries if entry.kind in LATER]
    ordered = in_order([*(e for e in entries if e.kind not in LATER), *later])
    lines = [entry.line for entry in ordered]
    told = packed(words_that_tell(ordered))
    away = not_here(data, to_call(data))
    return {"rows": rows_of(data, later), "lines": lines, "away": away, **told}


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """The entries as the rows of the names have them: kind by kind."""
    kinds: dict[str, list[Entry]] = {}
    for entry in entries:
        kinds.setdefault(entry.kind, []).append(entry)
    return [entry for kind in kinds.values() for entry in kind]


def home_of_terms(entries: Iterable[Entry]) -> str:
    """The page with the A to Z: the one that most terms stand on."""
    count = Counter(entry.address for entry in entries if entry.kind == "term")
    return max(count, key=lambda address: count[address], default="/")


def asked(data: SiteData, entries: Iterable[Entry]) -> list[int]:
    """The rows that an empty box shows: the first question of each topic, four."""
    every = data.of(Question).values()
    topics = {q.topic: q.question for q in reversed(list(every))}
    firsts = [topics[topic] for topic in dict.fromkeys(q.topic for q in every)]
    rows = enumerate(in_order(entries))
    return [
        n for n, e in rows if e.kind == "question" and e.title in firsts[:SUGGESTED]
    ]


def names_of(entry: Entry) -> list[str]:
    """The other names once each, without those that the title says already."""
    names = {plain(name): name for name in reversed(entry.names)}
    names.pop(plain(entry.title), None)
    return list(reversed(names.values()))


def words_that_tell(entries: list[Entry]) -> list[list[str]]:
    """For each entry the words of its text that its title, names and line lack, but
    for those that stand with too many to tell them apart."""
    texts = [set(words(f"{entry.line} {entry.body}")) for entry in entries]
    count = Counter(word for text in texts for word in text)
    told = []
    for entry, text in zip(entries, texts, strict=True):
        known = set(words(" ".join([entry.title, entry.line, *entry.names])))
        told.append(
            sorted(w for w in text - known if count[w] <= COMMON and len(w) > 2)
        )
    return told


def plain(name: str) -> str:
    """A name without capitals and signs, to tell names apart."""
    return " ".join(words(name))


def words(text: str) -> list[str]:
    """The words of a text in small letters; apostrophes go, hyphens part."""
    return re.findall(r"[a-z0-9]+", re.sub("['\u2019]", "", text.casefold()))


def slug(title: str) -> str:
    """The anchor that most titles have."""
    return "-".join(words(title))
