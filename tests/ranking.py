"""The ranking rules by themselves: search in an engine that has no page."""

import json
import re
from pathlib import Path

import quickjs

from publish.search import words
from publish.wordlist import packed

ASSETS = Path(__file__).parent.parent / "theme" / "assets"
RULES = (ASSETS / "search-rules.js").read_text(encoding="utf-8")
KINDS = ("page", "heading", "contact", "term", "word", "resource", "question")
# One line of the table of weights: its name, its number, its reason.
WEIGHT = re.compile(r"^ {4}(\w+): ([\d.]+),(?: // (.+))?$", re.M)

# The titles of what a text finds, best first, as the box would list them.
FIND = """
const rules = new siteRules.Rules(siteSearch);
rules.addText(siteSearch.text);
globalThis.find = (text) => {
  const { found, away } = rules.read(text);
  const titles = found.map(({ row }) => row.title);
  return JSON.stringify(away ? [away[0], ...titles] : titles);
};
globalThis.stems = (text) => JSON.stringify(siteRules.words(text).map(siteRules.stem));
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


def index_of(things, same=(), ranks=None, away=()):
    """A small index as publish/search.py writes it, of things that each say their
    kind and title, and may have names, call, page, for, line and text. `away` is what
    is not there, by name, each with what people type for it."""
    things = sorted(things, key=lambda thing: KINDS.index(thing.get("kind", "heading")))
    pages, rows = [], {}
    for thing in things:
        page = ["/", thing["page"]] if "page" in thing else [f"/{len(pages)}/", ""]
        page = [*page, thing.get("for", [])]
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
        "text": {
            "rows": {},
            "lines": [t.get("line", "") for t in things],
            "away": [*away],
            **told,
        },
    }


def engine(index=None, rules=RULES):
    """The rules, with an index that they have read."""
    index = index or index_of([])
    context = quickjs.Context()
    given = f"const siteSearch = {json.dumps(index)};"
    context.eval("\n".join([rules, given, FIND]))
    return context


def found(text, index, rules=RULES):
    """The titles that a text finds in an index, best first."""
    return json.loads(engine(index, rules).get("find")(text))


def stems_of(text):
    """Each word of a text without its endings."""
    return json.loads(engine().get("stems")(text))
