"""The shape of a page: how it opens and closes, its headings and its images."""

import re
from collections.abc import Iterator, Sequence

from ..library.all_macros import MACROS
from ..library.calls import Call
from ..problems import Problem
from ..reading.pages import PageSource
from ..schema.fields import FILTERED

HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*$")
GIVEN_ID = re.compile(r"\{:?\s*#([\w-]+)\s*\}\s*$")
IMAGE = re.compile(r"!\[\s*\](?=[(\[])")


def layout(page: PageSource, calls: Sequence[Call]) -> Iterator[Problem]:
    """What is wrong with the shape of a page. `calls` are those of its macros."""
    yield from opens_and_closes(page, calls)
    yield from headings(page)
    yield from images(page)
    if FILTERED in page.address:
        message = f"school filters refuse the address {page.address}: rename the file"
        yield Problem(page.file, 1, message)


def opens_and_closes(page: PageSource, calls: Sequence[Call]) -> Iterator[Problem]:
    """Nobody may meet a page without the numbers, or without its sources.

    Its title may ask for a word of the place.
    """
    title = below_heading(page)
    both = {"page_top", "page_foot"}
    names = [c.name for c in calls if c.line != title or c.name in both]
    if names[:1] != ["page_top"]:
        message = "the first macro of a page is {{ page_top() }}, below its heading"
        yield Problem(page.file, below_heading(page), message)
    if names[-1:] != ["page_foot"]:
        last = page.body_line + max(len(page.body.rstrip().splitlines()) - 1, 0)
        yield Problem(page.file, last, "the last line of a page is {{ page_foot() }}")


def below_heading(page: PageSource) -> int:
    """The line of the title, or the first of the body."""
    for number, line in page.lines():
        if line.startswith("#"):
            return number
    return page.body_line


def headings(page: PageSource) -> Iterator[Problem]:
    """One title, no level skipped, no id that a school filter refuses."""
    level = 0
    for number, line in page.lines():
        if re.match(r"^#{1,6}[^#\s]", line):
            yield Problem(page.file, number, "type a space after the '#' of a heading")
            line = re.sub(r"^(#+)", r"\1 ", line)
        if re.match(r"^#{1,6}\s*$", line):
            yield Problem(page.file, number, "this heading is empty: write its words")
        found = HEADING.match(line)
        if not found:
            continue
        marks, words = found.groups()
        if level == 0 and len(marks) > 1:
            message = "the page starts without its title: type '# ' and the title here"
            yield Problem(page.file, first_line(page), message)
        elif len(marks) == 1 and level:
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
    if level == 0:
        message = "the page has no heading: start its words with '# ' and a title"
        yield Problem(page.file, first_line(page), message)


def first_line(page: PageSource) -> int:
    """The line on which the words of a page start."""
    written = (number for number, line in page.lines() if line.strip())
    return next(written, page.body_line)


def images(page: PageSource) -> Iterator[Problem]:
    """Who cannot see an image is told what it shows."""
    for number, line in page.lines():
        if IMAGE.search(line):
            message = "this image has no description: write what it shows in the [ ]"
            yield Problem(page.file, number, message)


def front_matter_names(page: PageSource) -> Iterator[Problem]:
    """mkdocs-macros lets a key of the front matter hide the macro of that name."""
    if page.front is None:
        return
    for key in (name for name in type(page.front).model_fields if name in MACROS):
        yield Problem(page.file, 1, f"'{key}' is a macro's name, not a field's")
