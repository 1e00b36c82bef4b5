"""The ranking rules by themselves: search in an engine that has no page."""

import json
import re
from pathlib import Path

import quickjs

from publish.entries import Entry
from publish.search_rows import FIELD, ROW, rows_of, words

ASSETS = Path(__file__).parent.parent / "theme" / "assets"
RULES = (ASSETS / "search-rules.js").read_text(encoding="utf-8")
CRISIS = (ASSETS / "search-crisis.js").read_text(encoding="utf-8")
KINDS = ("page", "heading", "contact", "term", "word", "resource", "question")
BOUNDS = (0, 0)  # seconds and bytes for one engine; script_mutants.py sets some
# One line of the table of weights: its name, its number, its reason.
WEIGHT = re.compile(r"^ {4}(\w+): ([\d.]+),(?: // (.+))?$", re.M)

# What a text finds, best first, in as much of the index as has come; the text as it may
# have been meant; and each of the functions that need no index.
FIND = """
const rules = new siteRules.Rules(siteSearch);
globalThis.late = () => rules.addText(siteSearch.text);
globalThis.find = (text) => {
  const { found, away } = rules.read(text);
  const rows = found.map(({ row }) => row);
  return JSON.stringify({ rows, away: away ? away[0] : "" });
};
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


def index_of(things, same=(), ranks=None, away=()):
    """A small index as publish/search.py writes it, of things that each say their
    kind and title, and may have names, call, page, for, anchor and line. `away`
    is what is not there, by name, each with what people type for it."""
    things = sorted(things, key=lambda thing: KINDS.index(thing.get("kind", "heading")))
    pages, entries, told = [], [], []
    for thing in things:
        page = ["/", thing["page"]] if "page" in thing else [f"/{len(pages)}/", ""]
        page = [*page, thing.get("for", [])]
        if page not in pages:
            pages.append(page)
        anchor = thing.get("anchor", "-".join(words(thing["title"])))
        names, call = tuple(thing.get("names", ())), thing.get("call", "")
        place = (thing.get("kind", "heading"), str(page), anchor, thing["title"])
        entries.append(Entry(*place, names=names, call=call))
        told.append(thing.get("line", ""))
    return {
        "kinds": {kind: [(ranks or {}).get(kind, 1), kind] for kind in KINDS},
        "pages": pages,
        "rows": rows_of(entries, [*map(str, pages)], [""] * len(entries)),
        "text": {
            "first": ROW.join(told),
            "rows": {},
            "same": list(same),
            "away": [*away],
        },
    }


def bounded():
    """A bare engine, within the bounds that are set."""
    context = quickjs.Context()
    seconds, memory = BOUNDS
    if seconds:
        context.set_time_limit(seconds)
        context.set_memory_limit(memory)
    return context


def crisis_of(groups, cards=(), least=0, rows=()):
    """An engine with `crisis`, of a small table.

    `groups` are the words of each name, two texts as first_help.py writes them; each of
    the `cards` is its title, the phrases that always bring it up and those that do so
    alone, where it starts, and its rows; `least` and `rows` are what was learned.
    """
    table = {
        "words": ROW.join(FIELD.join(group) for group in groups.values()),
        "cards": [[card[0], "", [], [], "", *card[1:]] for card in cards],
        "least": least,
        "rows": rows,
    }
    context = bounded()
    context.eval(CRISIS)
    context.eval(f"const crisis = new siteCrisis.Crisis({json.dumps(table)});")
    return context


def card(text, groups, cards, least=1, rows=()):
    """The number of the card that a text brings up, or -1. Nothing was learned unless
    `rows` say so."""
    context = crisis_of(groups, cards, least, rows)
    return context.eval(f"crisis.cards.indexOf(crisis.card({json.dumps(text)}))")


def crisis_read(text, groups):
    """The words of a text as search reads them in a cry for help."""
    context = crisis_of(groups)
    return json.loads(context.eval(f"JSON.stringify(crisis.read({json.dumps(text)}))"))


def crisis_traits(text, groups):
    """The traits of a text, a letter for each group."""
    context = crisis_of(groups)
    traits = f"[...crisis.traits(crisis.read({json.dumps(text)}))]"
    return set(json.loads(context.eval(f"JSON.stringify({traits})")))


def engine(index=None, rules=None):
    """The rules, with the first part of an index that they have read."""
    index = index or index_of([])
    context = bounded()
    given = f"const siteSearch = {json.dumps(index)};"
    context.eval("\n".join([rules or RULES, given, FIND]))
    return context


def found(text, index, rules=None):
    """The titles that a text finds in an index, best first; what is not there by its
    name."""
    return titles(read(engine(index, rules), text))


def rows(text, index, rules=None, early=""):
    """What a text finds in an index, best first, with all that the box shows of it.

    `early` was searched for before the second part of the index came.
    """
    return read(engine(index, rules), text, early)["rows"]


def read(context, text, early=""):
    """What an engine says to a text, once it has the second part of its index."""
    if early:
        context.get("find")(early)
    context.get("late")()
    return json.loads(context.get("find")(text))


def titles(said):
    """The titles of what was found, after the name of what is not there."""
    return [*filter(None, [said["away"]]), *(row["title"] for row in said["rows"])]


def searches(texts, index):
    """The titles that each of some texts finds, typed one after the other."""
    context = engine(index)
    context.get("late")()
    return [titles(json.loads(context.get("find")(text))) for text in texts]


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
