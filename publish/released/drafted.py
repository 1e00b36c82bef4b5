"""A draft of what /about/changes/ is to say, to be put in better words by a person.

What is so everywhere is for the page, which names no place; what is so here is for the
passage that the page shows. A number is never typed: the page asks for the present one.
"""

import re
from datetime import date

from macros.facts.site_data import SiteData
from macros.schema.layers import LOCAL

from ..questions.shown_on import Shown
from .differ import Differences, FactChanged, SaidOtherwise, fields_of
from .snapshot import Snapshot

PAGE = "about/changes.md"
QUIET = {
    "read",
    "how",
    "order",
    "found",
    "reviewed",
    "sources",
    "standing",
    "confirmed",
}
ASKED = {"phone": "number", "email": "e-mail address", "url": "web address"}
URGENT = {"phone", "email", "limit", "hours", "open"}
DIGITS = re.compile(r"\d(?:[ -]?\d){2,}|@|www\.|//")  # what no page may type
NAMES = ("name", "title", "question", "term")


def entries(
    data: SiteData, now: Snapshot, found: Differences, shown: Shown, today: date
) -> str:
    """The drafts as Markdown, each below where it goes."""
    facts = [f for f in found.facts if f.name not in QUIET]
    here = [_here(now, f) for f in facts if f.file.startswith(LOCAL)]
    lines = [_fact(data, now, f, shown) for f in facts if not f.file.startswith(LOCAL)]
    values = {value for f in facts for value in (f.old, f.new) if value}
    for said in found.sentences:
        told = said.old == said.new or any(v in said.new + said.old for v in values)
        if not told:
            lines.append(_sentence(data, said))
    lines += [f"- New page: {_link(data, page)}." for page in found.new_pages]
    lines += [f"- The page {page} is gone." for page in found.gone_pages]
    day = f"{today.day} {today:%B %Y}"
    made = []
    if lines:
        head = f"## {day}: say in a few words what is better"
        made += [f"\nA draft for docs/{PAGE}:\n", head, "", *dict.fromkeys(lines)]
    if here:
        made += ["\nA draft for 'changes-here' in data/local/passages.yml:\n"]
        made += [f"  text: On {day} this was put right.", "  items:"]
        made += dict.fromkeys(here)
    return "\n".join(made) + "\n" if made else ""


def _fact(data: SiteData, now: Snapshot, f: FactChanged, shown: Shown) -> str:
    kind, _, record_id = f.record.partition("/")
    places = sorted(shown.get((kind, record_id), ()), key=lambda at: "#" not in at)
    link = f"{_link(data, places[0])}, " if places else ""
    urgent = "**Important.** " if f.name in URGENT else ""
    call = f': {{{{ phone("{record_id}") }}}}' if f.name == "phone" and f.new else ""
    return f"- {urgent}{link}{_what(now, f)}{call}."


def _here(now: Snapshot, f: FactChanged) -> str:
    """The same as an item of a passage, which holds no links and no calls."""
    urgent = "Important: " if f.name in URGENT else ""
    return f"    - >-\n      {urgent}{_what(now, f)}."


def _what(now: Snapshot, f: FactChanged) -> str:
    """What is called how, and what of it is another one now."""
    fields = fields_of(now.records[f.record])
    name = next((fields[n] for n in NAMES if fields.get(n)), f.record)
    if not f.new:
        return f"{name} says nothing of its {f.name} now"
    if f.name in ASKED:
        return f"{name} has another {ASKED[f.name]}"
    if DIGITS.search(f.old + f.new):
        return f"{name}: its {f.name} is put right"
    was = f"was '{f.old}', and " if f.old else ""
    return f"{name}: its {f.name} {was}is '{f.new}'"


def _sentence(data: SiteData, said: SaidOtherwise) -> str:
    words = said.new or said.old
    if DIGITS.search(words):
        words = "a sentence with a number in it"
    how = "says now" if said.new else "says no more"
    return f"- {_link(data, said.places[0])} {how}: {words}"


def _link(data: SiteData, place: str) -> str:
    """A link from the page of changes, as editors type it."""
    address, _, anchor = place.partition("#")
    page = data.pages.get(address)
    if page is None:
        return place
    up = "" if page.path.startswith("about/") else "../"
    path = page.path.removeprefix("about/")
    return f"[{page.meta.title}]({up}{path}{f'#{anchor}' if anchor else ''})"
