"""Rules that hold between records, and between records and pages."""

from collections.abc import Iterator
from difflib import get_close_matches

from ..facts.needs import hidden_lines
from ..facts.site_data import SiteData
from ..problems import Problem, did_you_mean
from ..reading.pages import PageSource
from ..schema.kinds.contacts import Contact
from ..schema.kinds.steps import Step
from .links import Anchors, gone_from


def check_contacts(data: SiteData) -> Iterator[Problem]:
    """The strip on every page needs numbers to show."""
    if data.settings is None:
        return
    contacts = data.of(Contact)
    for field in ("emergency", "front_door", "police"):
        found = contacts.get(getattr(data.site, field))
        if found and not found.phone:
            message = f"'{found.id}' is {field} in site.yml: add 'phone'"
            yield Problem(data.file_of("contacts", found.id), found.line, message)


def shown_nowhere(data: SiteData, asked: set[str]) -> Iterator[Problem]:
    """A step of a group that no page asks for would be a silent hole."""
    groups: dict[str, list[Step]] = {}
    for step in data.of(Step).values():
        groups.setdefault(step.group, []).append(step)
    unmade = [
        line
        for address, draft in data.drafts.items()
        if draft is not data.pages.get(address)
        for line in hidden_lines(draft, data.pages.get(address))
    ]
    for group, steps in groups.items():
        unknown = get_close_matches(group, asked - groups.keys(), n=1)
        if group in asked or (unknown and len(steps) > 1):
            continue  # where a page misspells it, the page is told
        if any(f'"{group}"' in line for line in unmade):
            continue  # a page that this place has not shows it
        shown = unknown or asked & groups.keys()
        hint = did_you_mean(group, shown) if shown else "add it to a page"
        message = f"no page shows the group '{group}', so this step is lost: {hint}"
        yield Problem(data.file_of("steps", steps[0].id), steps[0].line + 1, message)


def named_places(data: SiteData, anchors: Anchors) -> Iterator[Problem]:
    """Records name places on pages; each must be there."""
    for use in data.named:
        address, _, anchor = use.id.partition("#")
        page = data.pages.get(address) if use.kind == "pages" else None
        there = anchors[page.path] if page and not data.left_out(use.id) else None
        gone = data.gone(use.id) if page else None
        if gone:
            yield Problem(use.file, use.line, gone_from(gone), code="place-gone")
            continue
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


def insecure(data: SiteData) -> Iterator[Problem]:
    """Addresses that start with http, which most places have left."""
    for kind, records in data.kinds.items():
        for record in records.values():
            if str(getattr(record, "url", "")).startswith("http://"):
                message = (
                    f"the link of '{record.id}' starts with http://: type https:// if "
                    "the page opens with it"
                )
                file = data.file_of(kind, record.id)
                yield Problem(file, record.line, message, "advice")
