"""What stands between a draft and a live site, and what of it is waived."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

import yaml

from ..facts.site_data import SiteData
from ..problems import Problem, did_you_mean
from ..reading.tree import child, line_of
from ..schema.all_kinds import name_of
from ..schema.kinds.safety import Safety
from ..schema.kinds.site import Site
from ..schema.kinds.waivers import Waiver
from ..schema.lasting import LASTS
from ..schema.layers import SITE_FILE
from .safety import open_safety

YEAR = timedelta(days=LASTS["other"])
DRAFT = re.compile(r"\bdraft\b", re.I)
OWNED = re.compile(r"\bto be confirmed\b", re.I)
# What site.yml has to say, by the name on the list: its field, and what it is.
SAID = {
    "address": ("address", "Where the site lives"),
    "licence": ("licence", "On what terms others may use its words"),
    "security-contact": ("security", "Where a fault in its safety is told"),
    "accessibility-contact": (
        "accessibility_contact",
        "Who is told of a problem with using the site",
    ),
    "accessibility-reply": ("accessibility_reply", "How soon they answer"),
}
DATED = {
    "accessibility-date": (
        "accessibility_date",
        "The accessibility statement rests on a test by a person",
    ),
    "sign-off": ("signed_off", "The partnership agreed, by a role, that it goes out"),
}


@dataclass(frozen=True)
class Item:
    """One line of the list: its name, what it asks for, and why it is not settled.

    Each of `why` is a sentence, and `at` has the file and line of each; none when it is
    settled. `waived` is the waiver that holds on the day, if one does.
    """

    name: str
    what: str
    why: tuple[str, ...] = ()
    at: tuple[tuple[str, int], ...] = ()
    waived: Waiver | None = None

    @property
    def stands_between(self) -> bool:
        """Whether a live site is refused for it."""
        return bool(self.why) and self.waived is None


def launch_items(data: SiteData, today: date) -> list[Item]:
    """The whole list on the day `today`, settled or not, safety first.

    Raises FollowsError while site.yml has faults.
    """
    items = [*_safety(data, today), *_site(data, today), _pages(data)]
    waivers = {w.item: w for w in data.of(Waiver).values() if w.until >= today}
    return [replace(item, waived=waivers.get(item.name)) for item in items]


def launching(data: SiteData, today: date) -> Iterator[Problem]:
    """Waivers that do not hold; and of a live site, all that is not settled."""
    if not data.all_read() or data.settings is None:
        return  # what is not read cannot be judged, and stops the build by itself
    items = launch_items(data, today)
    yield from _waivers(data, {item.name for item in items}, today)
    if data.site.stage == "live":
        for item in (item for item in items if item.stands_between):
            yield Problem(
                *item.at[0],
                f"a live site has this settled. {item.what}: {item.why[0]}",
                code="not-settled",
                mend=f"settle it, or waive '{item.name}' in waivers.yml, or type "
                f"'stage: draft' in {SITE_FILE}",
            )


def _waivers(data: SiteData, names: set[str], today: date) -> Iterator[Problem]:
    kind = name_of(Waiver)
    for waiver in data.of(Waiver).values():
        file, node = data.file_of(kind, waiver.id), data.nodes[kind][waiver.id]
        if waiver.item not in names:
            message = f"'{waiver.item}' is not on the list of `make launch`"
            mend = did_you_mean(waiver.item, names)
            line = line_of(node, "item")
            yield Problem(file, line, message, code="waiver-item", mend=mend)
        if waiver.until > today + YEAR:
            message = f"'until' is {waiver.until}, more than a year ahead"
            mend = "waive it for a year at most, and look again then"
            line = line_of(node, "until")
            yield Problem(file, line, message, code="waiver-long", mend=mend)


def _safety(data: SiteData, today: date) -> Iterator[Item]:
    why: dict[str, dict[str, tuple[str, int]]] = {}
    for one in open_safety(data, today):
        why.setdefault(one.safety.id, {})[one.why] = (one.file, one.line)
    for safety in data.of(Safety).values():
        found = why.get(safety.id, {})
        name = f"safety/{safety.id}"
        yield Item(name, safety.what, tuple(found), tuple(found.values()))


def _site(data: SiteData, today: date) -> Iterator[Item]:
    site, node = data.site, data.nodes["site"]["site"]
    unknown = bool(OWNED.search(site.owner))
    said = "'owner' says that it is to be confirmed: name who answers for the site"
    yield _item("owner", "Who answers for the site", unknown and said, node, "owner")
    said = "'status' still calls it a draft: say that it has been agreed, and by whom"
    draft = bool(DRAFT.search(site.status))
    yield _item("status", "What it says of itself", draft and said, node, "status")
    for name, (field, what) in SAID.items():
        lacks = not getattr(site, field)
        yield _item(name, what, lacks and f"add '{field}'", node, field)
    for name, (field, what) in DATED.items():
        day = _day(site, field)
        said = f"add '{field}'"
        if day:
            said = f"'{field}' is {day}, more than a year ago: do it again"
        late = day is None or day + YEAR < today
        yield _item(name, what, late and said, node, field)


def _day(site: Site, field: str) -> date | None:
    """The day of a field that is a day, or says by whom and on which."""
    held = getattr(site, field)
    day: date | None = getattr(held, "on", held)
    return day


def _item(name: str, what: str, why: str | bool, node: yaml.Node, field: str) -> Item:
    line = line_of(node, field) if child(node, field) else line_of(node)
    if not why:
        return Item(name, what)
    return Item(name, what, (str(why),), ((SITE_FILE, line),))


def _pages(data: SiteData) -> Item:
    """No page calls itself a draft in its title."""
    named = {
        page.file: (page.front.title, line_of(page.node, "title"))
        for page in data.pages.values()
        if page.front and page.node and DRAFT.search(page.front.title)
    }
    why = tuple(f"a page is called '{title}'" for title, _ in named.values())
    at = tuple((file, line) for file, (_, line) in named.items())
    return Item("pages", "No page calls itself a draft", why, at)
