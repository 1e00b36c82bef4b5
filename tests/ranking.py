"""The ranking rules by themselves: search in an engine that has no page."""

import json
import re
from pathlib import Path

import quickjs

from publish.search import words
from publish.wordlist import packed

ASSETS = Path(__file__).parent.parent / "theme" / "assets"
TREE, RULES = (
    (ASSETS / f"{part}.js").read_text(encoding="utf-8")
    for part in ("searchable-map", "search-rules")
)
KINDS = ("page", "heading", "contact", "term", "word", "resource", "question")
BOUNDS = (0, 0)  # seconds and bytes for one engine; script_mutants.py sets some
# One line of the table of weights: its name, its number, its reason.
WEIGHT = re.compile(r"^ {4}(\w+): ([\d.]+),(?: // (.+))?$", re.M)

# What a text finds, best first, in as much of the index as has come; the text as it may
# have been meant; and each of the functions that need no index.
FIND = """
const rules = new siteRules.Rules(siteSearch);
const rows = (text) => rules.search(text).map(({ row }) => row);
globalThis.late = () => rules.addText(siteSearch.text);
globalThis.find = (text) => JSON.stringify(rows(text));
globalThis.nearest = (text) => rules.nearest(text);
globalThis.told = (name, args) => JSON.stringify(siteRules[name](...JSON.parse(args)));
"""


def weights():
    """Each weight of the table by its name: the number as text, and the reason."""
    table = RULES.partition("const TUNED = {")[2].partition("\n  };")[0]
    return {name: (number, reason) for name, number, reason in WEIGHT.findall(table)}


def with_weight(name, number):
    """The rules with another number for one weight."""
    changed, times = re.subn(
        rf"^( {{4}}{name}: )[\d.]+,", rf"\g<1>{number},", RULES, flags=re.M
    )
    assert times == 1, f"{name} stands {times} times in the table"
    return changed


def index_of(things, same=(), ranks=None):
    """A small index as publish/search.py writes it, of things that each say their
    kind and title, and may have names, call, page, line and text."""
    things = sorted(things, key=lambda thing: KINDS.index(thing.get("kind", "heading")))
    pages, rows = [], {}
    for thing in things:
        page = ["/", thing["page"]] if "page" in thing else [f"/{len(pages)}/", ""]
        if page not in pages:
            pages.append(page)
        names = "|".join(thing.get("names", []))
        row = [pages.index(page), 0, thing["title"], names, thing.get("call", "")]
        rows.setdefault(thing.get("kind", "heading"), []).append(row)
    told = packed([sorted(set(words(thing.get("text", "")))) for thing in things])
    return {
        "kinds": {kind: [(ranks or {}).get(kind, 1), kind] for kind in KINDS},
        "pages": pages,
        "rows": rows,
        "same": list(same),
        "text": {"rows": {}, "lines": [t.get("line", "") for t in things], **told},
    }


def engine(index=None, rules=None):
    """The rules, with the first part of an index that they have read."""
    index = index or index_of([])
    context = quickjs.Context()
    seconds, memory = BOUNDS
    if seconds:
        context.set_time_limit(seconds)
        context.set_memory_limit(memory)
    given = f"const siteSearch = {json.dumps(index)};"
    context.eval("\n".join([TREE, rules or RULES, given, FIND]))
    return context


def found(text, index, rules=None):
    """The titles that a text finds in an index, best first."""
    return [row["title"] for row in rows(text, index, rules)]


def rows(text, index, rules=None, early=""):
    """What a text finds in an index, best first, with all that the box shows of it.

    `early` was searched for before the second part of the index came.
    """
    context = engine(index, rules)
    if early:
        context.get("find")(early)
    context.get("late")()
    return json.loads(context.get("find")(text))


def searches(texts, index):
    """The titles that each of some texts finds, typed one after the other."""
    context = engine(index)
    context.get("late")()
    found_by = [json.loads(context.get("find")(text)) for text in texts]
    return [[row["title"] for row in rows] for rows in found_by]


def nearest(text, index):
    """A text as it may have been meant."""
    context = engine(index)
    context.get("late")()
    return context.get("nearest")(text)


def told(name, *given):
    """What a function of the rules gives that needs no index."""
    return json.loads(engine().get("told")(name, json.dumps(given)))


def stems_of(text):
    """Each word of a text without its endings."""
    return [told("stem", word) for word in told("words", text)]
