"""Every rule of facts and pages, in one report. Nothing here changes anything."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from .calls import Call, Made, calls_in, make_calls
from .layout import layout
from .library import MACROS
from .links import Anchors, anchors_of, links
from .markup import markup
from .menu import FILE as MENU
from .menu import menu
from .models import Contact, Step
from .page import Page
from .pages import PageSource
from .problems import DataError, Problem, did_you_mean, faults_in
from .renames import renamed
from .render import Renderer
from .site_data import SiteData, read_site, stamp

TYPED = {
    r"(?<![\w&#])(?:\+44|0)\d[\d ]{6,12}\d\b": (
        'a phone number: keep it in data/contacts.yml and write {{ phone("...") }}'
    ),
    r"\b[\w.+-]+@[\w-]+\.[\w.]+": (
        "an e-mail address: keep it in data/contacts.yml and show the contact"
    ),
    r"\b(?:https?:)?//[\w.-]+|\bwww\.\w+": (
        "an outside link: keep it in data/resources.yml and write "
        '{{ resource_link("...") }}'
    ),
}


@dataclass
class Examined:
    """What a look at facts and pages found."""

    data: SiteData
    problems: list[Problem]

    @property
    def faults(self) -> list[Problem]:
        """What stops the build."""
        return faults_in(self.problems)


@dataclass
class Tried:
    """A page, its calls, and what they gave."""

    source: PageSource
    calls: list[Call]
    made: Made
    clear: bool = True  # whether every call could be read


def check_site(root: Path) -> SiteData:
    """Everything that can be known before a page is built.

    Gives the facts. Raises DataError with every fault of facts and pages.
    """
    examined = examine(root)
    if examined.faults:
        raise DataError(examined.faults)
    return examined.data


def examine(root: Path) -> Examined:
    """Every fault of facts and pages, as far as each can be read.

    Kept until a file changes: some engines ask anew for each page.
    """
    data, problems = read_site(root)
    others = [root / MENU, *sorted((root / "templates").iterdir())]
    return _examine(root, _Held(data, problems), tuple(map(stamp, others)))


class _Held:
    """Facts as the key of a cache: the same object is the same facts."""

    def __init__(self, data: SiteData, problems: tuple[Problem, ...]) -> None:
        self.data, self.problems = data, problems

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and self.data is other.data

    def __hash__(self) -> int:
        return id(self.data)


@lru_cache(maxsize=2)
def _examine(root: Path, held: _Held, stamps: object) -> Examined:
    data = held.data
    problems = list(held.problems)
    renderer = Renderer(root / "templates")
    without_number = list(check_contacts(data))
    problems += without_number
    skip = {"page_top", "emergency"} if without_number else set()
    tried = [
        try_page(page, data, renderer, problems, skip) for page in data.pages.values()
    ]
    anchors = {
        page.source.path: anchors_of(page.source, page.made.html)
        if page.made.whole and page.source.body
        else None
        for page in tried
    }
    for page in tried:
        if page.source.body:
            problems += links(page.source, anchors)
    problems += named_places(data, anchors)
    problems += same_words(data)
    if all(page.clear for page in tried):
        problems += shown_nowhere(data, asked_by(tried))
    problems += menu(root, data)
    problems = renamed(data, asked_by(tried), problems)
    return Examined(data, sorted(set(problems)))


def try_page(
    page: PageSource,
    data: SiteData,
    renderer: Renderer,
    problems: list[Problem],
    skip: set[str],
) -> Tried:
    """Everything that can be wrong with one page by itself, added to `problems`.

    Macros to `skip` are known to fail, for a reason that is said elsewhere.
    """
    if not page.body:
        return Tried(page, [], Made([], whole=False), clear=False)
    refused: list[Problem] = []
    calls = calls_in(page, refused)
    problems += refused
    able = [call for call in calls if call.name not in skip]
    made = make_calls(Page(page, data, renderer), able, problems)
    made = replace(made, whole=made.whole and not refused and not skip)
    if not refused:
        problems += layout(page, [call.name for call in calls])
    problems += front_matter_names(page)
    problems += markup(page)
    problems += typed_facts(page)
    return Tried(page, calls, made, clear=not refused)


def check_contacts(data: SiteData) -> Iterator[Problem]:
    """The strip on every page needs numbers to show."""
    if data.settings is None:
        return
    contacts = data.of("contacts", Contact)
    for field in ("emergency", "front_door", "police"):
        found = contacts.get(getattr(data.site, field))
        if found and not found.phone:
            message = f"'{found.id}' is {field} in data/site.yml: add 'phone'"
            yield Problem("data/contacts.yml", found.line, message)


def front_matter_names(page: PageSource) -> Iterator[Problem]:
    """mkdocs-macros lets a key of the front matter hide the macro of that name."""
    if page.front is None:
        return
    for key in (name for name in type(page.front).model_fields if name in MACROS):
        yield Problem(page.file, 1, f"'{key}' is a macro's name, not a field's")


def typed_facts(page: PageSource) -> Iterator[Problem]:
    """One fact, one place: numbers and outside links live in data/."""
    for number, line in enumerate(page.body.splitlines(), page.body_line):
        for pattern, message in TYPED.items():
            if re.search(pattern, line):
                yield Problem(page.file, number, f"this line has {message}")


def asked_by(tried: list[Tried]) -> set[str]:
    """Every value that the macro calls of all pages have."""
    calls = [call for page in tried for call in page.calls]
    return {value for c in calls for value in (*c.args, *c.kwargs.values())}


def shown_nowhere(data: SiteData, asked: set[str]) -> Iterator[Problem]:
    """A step of a group that no page asks for would be a silent hole."""
    groups: dict[str, list[Step]] = {}
    for step in data.of("steps", Step).values():
        groups.setdefault(step.group, []).append(step)
    for group, steps in groups.items():
        unknown = get_close_matches(group, asked - groups.keys(), n=1)
        if group in asked or (unknown and len(steps) > 1):
            continue  # where a page misspells it, the page is told
        shown = unknown or asked & groups.keys()
        hint = did_you_mean(group, shown) if shown else "add it to a page"
        message = f"no page shows the group '{group}', so this step is lost: {hint}"
        yield Problem("data/steps.yml", steps[0].line + 1, message)


def named_places(data: SiteData, anchors: Anchors) -> Iterator[Problem]:
    """Records name places on pages; each must be there."""
    for use in data.named:
        address, _, anchor = use.id.partition("#")
        page = data.pages.get(address) if use.kind == "pages" else None
        there = anchors[page.path] if page else None
        if anchor and there is not None and anchor not in there:
            hint = did_you_mean(anchor, there)
            message = f"nothing on {address} has the name '#{anchor}': {hint}"
            yield Problem(use.file, use.line, message)


def same_words(data: SiteData) -> Iterator[Problem]:
    """Titles and descriptions tell pages apart in search results and tabs."""
    for field in ("title", "description"):
        seen: dict[str, PageSource] = {}
        for page in data.pages.values():
            if page.front is None:
                continue
            words = getattr(page.front, field)
            if words in seen:
                message = f"{field} is the same as in {seen[words].file}"
                yield Problem(page.file, 1, f"this page's {message}: change one")
            seen[words] = page
