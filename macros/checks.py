"""Rules across facts and pages. Each gives problems; none changes anything."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from .calls import calls_in, try_calls
from .fields import FILTERED
from .library import MACROS
from .models import Contact
from .page import Page
from .pages import PageSource
from .problems import DataError, Problem, did_you_mean
from .render import Renderer
from .site_data import SiteData, load_site

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
LINK = re.compile(r"\]\(([^)\s]+)[^)]*\)")
HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*$")
GIVEN_ID = re.compile(r"\{\s+#([\w-]+)\s*\}\s*$")


def check_site(root: Path) -> SiteData:
    """Everything that can be known before a page is built.

    Gives the facts. Raises DataError with every problem of facts and pages.
    """
    data = load_site(root)
    problems = list(check_contacts(data))
    if problems:  # every page shows these numbers, so each would fail as well
        raise DataError(problems)
    renderer = Renderer(root / "templates")
    for page in data.pages.values():
        problems += check_page(page, data, renderer)
    problems += same_words(data)
    if problems:
        raise DataError(problems)
    return data


def check_contacts(data: SiteData) -> Iterator[Problem]:
    """The strip on every page needs numbers to show."""
    for field in ("emergency", "front_door", "police"):
        found = data.get("contacts", Contact, getattr(data.site, field))
        if not found.phone:
            message = f"'{found.id}' is {field} in data/site.yml: add 'phone'"
            yield Problem("data/contacts.yml", found.line, message)


def check_page(
    page: PageSource, data: SiteData, renderer: Renderer
) -> Iterator[Problem]:
    """Everything that can be wrong with one page before it is made."""
    problems: list[Problem] = []
    calls = calls_in(page, problems)
    yield from problems
    yield from try_calls(Page(page, data, renderer), calls)
    yield from opens_and_closes(page, [call.name for call in calls])
    yield from front_matter_names(page)
    yield from typed_facts(page)
    yield from headings(page)
    yield from links(page, data)
    if FILTERED in page.address:
        message = f"school filters refuse the address {page.address}: rename the file"
        yield Problem(page.file, 1, message)


def opens_and_closes(page: PageSource, names: list[str]) -> Iterator[Problem]:
    """Nobody may meet a page without the numbers, or without its sources."""
    if names[:1] != ["page_top"]:
        message = "the first macro of a page is {{ page_top() }}, below its heading"
        yield Problem(page.file, page.body_line, message)
    if names[-1:] != ["page_foot"]:
        last = page.body_line + max(len(page.body.splitlines()) - 1, 0)
        yield Problem(page.file, last, "the last line of a page is {{ page_foot() }}")


def front_matter_names(page: PageSource) -> Iterator[Problem]:
    """mkdocs-macros lets a key of the front matter hide the macro of that name."""
    for key in (name for name in type(page.meta).model_fields if name in MACROS):
        yield Problem(page.file, 1, f"'{key}' is a macro's name, not a field's")


def typed_facts(page: PageSource) -> Iterator[Problem]:
    """One fact, one place: numbers and outside links live in data/."""
    for number, line in enumerate(page.body.splitlines(), page.body_line):
        for pattern, message in TYPED.items():
            if re.search(pattern, line):
                yield Problem(page.file, number, f"this line has {message}")


def headings(page: PageSource) -> Iterator[Problem]:
    """One title, no level skipped, no id that a school filter refuses."""
    level = 0
    for number, line in enumerate(page.body.splitlines(), page.body_line):
        found = HEADING.match(line)
        if not found:
            continue
        marks, words = found.groups()
        if (len(marks) == 1) != (level == 0):
            message = "a page has one '# ' heading, and it comes first"
            yield Problem(page.file, number, message)
        elif len(marks) > level + 1:
            message = f"this heading skips a level: type {'#' * (level + 1)}"
            yield Problem(page.file, number, message)
        level = len(marks)
        given = GIVEN_ID.search(words)
        if FILTERED in (given.group(1) if given else words).lower():
            message = "school filters would refuse this heading's address: "
            example = "write a short name after it, such as { #hsb }"
            yield Problem(page.file, number, message + example)


def links(page: PageSource, data: SiteData) -> Iterator[Problem]:
    """A link inside the site names a Markdown file that is there."""
    folder = posixpath.dirname(page.path)
    files = {other.path for other in data.pages.values()}
    for number, line in enumerate(page.body.splitlines(), page.body_line):
        for target in LINK.findall(line):
            path = target.partition("#")[0]
            if not path or re.match(r"[a-z]+:|//", target):
                continue
            aim = posixpath.normpath(posixpath.join(folder, path))
            if aim in files:
                continue
            hint = did_you_mean(aim, files)
            message = f"the link leads to '{target}', which is not there: {hint}"
            yield Problem(page.file, number, message)


def same_words(data: SiteData) -> Iterator[Problem]:
    """Titles and descriptions tell pages apart in search results and tabs."""
    for field in ("title", "description"):
        seen: dict[str, PageSource] = {}
        for page in data.pages.values():
            words = getattr(page.meta, field)
            if words in seen:
                message = f"{field} is the same as in {seen[words].file}"
                yield Problem(page.file, 1, f"this page's {message}: change one")
            seen[words] = page
