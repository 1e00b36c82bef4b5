"""The search index, from the same facts and pages as the site, whatever made them.

Two scripts that assign what they hold: a browser may load those from a disk as well,
where it may not fetch data. The first is all that a first answer needs: cards, pages
and whom to ring. The second has everything else, and the line below each title. The
texts of the pages are in neither: their words cost much and found nothing that names
and lines do not.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from macros.facts.site_data import SiteData
from macros.schema.all_kinds import KINDS
from macros.schema.kinds.questions import Question
from macros.schema.kinds.synonyms import Synonym

from .entries import Entry, entries_of, ranks
from .first_help import calls_of, crisis_table, not_here, to_call
from .search_rows import NAME as NAMES
from .search_rows import ROW, clean, in_order, names_of, row_of, rows_of, told_of
from .sections import Section

# What the box needs is one file.
PARTS = ("search-rules", "search-crisis", "search")
INDEX = "assets/search-index.js"
TEXT = "assets/search-text.js"
# The weights of the rules: their table, one line of it, and one that is used.
TABLE = re.compile(r"^  const TUNED = \{\n.*?^  \};\n", re.M | re.S)
WEIGHT = re.compile(r"^    (\w+): ([\d.]+),", re.M)
USED = re.compile(r"\bTUNED\.(\w+)")
# Kinds that come with the second part.
LATER = {f.name for kind in KINDS.values() for f in kind.search if f.later}
LATER |= {"heading"}
SUGGESTED = 4  # questions in an empty box
SOON = 6  # names of a thing that come with the first part: the others can wait


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
    text = with_numbers(text)
    for part in parts:
        part.unlink()
    parts[-1].write_text(text, encoding="utf-8", newline="\n")


def with_numbers(script: str) -> str:
    """A script with its weights where they are used, and no table of them.

    The table, with each name and reason, is for those who read the rules. Raises
    KeyError for a weight that is not in it.
    """
    table = TABLE.search(script)
    if not table:
        return script
    numbers = dict(WEIGHT.findall(table[0]))
    rest = script.replace(table[0], "")
    return USED.sub(lambda used: numbers[used[1]], rest)


def write(file: Path, name: str, value: object) -> None:
    """A script that gives a global name a value."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    file.write_text(f"{name}={text}\n", encoding="utf-8", newline="\n")


def names_index(data: SiteData, entries: Sequence[Entry]) -> dict[str, object]:
    """Whom to ring, what the pages are called, and what an empty box shows."""
    calls = to_call(data)
    first, _ = in_two(data, entries)
    first = [replace(entry, names=tuple(names_of(entry)[:SOON])) for entry in first]
    rows = enumerate(first)
    return {
        "crisis": crisis_table(data, calls),
        "calls": calls_of(data, calls),
        "kinds": ranks(),
        "pages": [[p.address, p.meta.title, p.meta.for_] for p in data.pages.values()],
        "rows": rows_of(first, list(data.pages), [""] * len(first)),
        "letters": home_of_terms(entries),
        "ask": [number for number, entry in rows if entry.kind == "question"],
    }


def text_index(data: SiteData, entries: Sequence[Entry]) -> dict[str, object]:
    """What was told of the rows that came first, with the rest of their names, and the
    other rows with theirs; which words mean the same, and what is not on the site."""
    first, later = in_two(data, entries)
    told = told_of([*first, *later])
    return {
        "first": ROW.join(
            row_of([said, NAMES.join(clean(name) for name in names_of(entry)[SOON:])])
            for entry, said in zip(first, told, strict=False)
        ),
        "rows": rows_of(later, list(data.pages), told[len(first) :]),
        "same": [" ".join(s.words) for s in data.of(Synonym).values()],
        "away": not_here(data, to_call(data)),
    }


def in_two(data: SiteData, entries: Iterable[Entry]) -> tuple[list[Entry], list[Entry]]:
    """The entries that come first, and those that come later, each kind by kind."""
    suggested = asked(data)
    first: list[Entry] = []
    later: list[Entry] = []
    for entry in in_order(entries):
        late = entry.kind in LATER and (entry.kind, entry.title) not in suggested
        (later if late else first).append(entry)
    begun = {entry.kind for entry in first}
    return first, sorted(later, key=lambda entry: entry.kind not in begun)


def home_of_terms(entries: Iterable[Entry]) -> str:
    """The page with the A to Z: the one that most terms stand on."""
    count = Counter(entry.address for entry in entries if entry.kind == "term")
    return max(count, key=lambda address: count[address], default="/")


def asked(data: SiteData) -> set[tuple[str, str]]:
    """What an empty box shows: the first question of each topic, four, as the kind and
    title of their entries."""
    every = data.of(Question).values()
    topics = {q.topic: q.question for q in reversed(list(every))}
    firsts = [topics[topic] for topic in dict.fromkeys(q.topic for q in every)]
    return {("question", title) for title in firsts[:SUGGESTED]}
