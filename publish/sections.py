"""What stands where on a built page: its headings, its records, and their words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from .built import BuiltPage

HEADINGS = ("h1", "h2", "h3")
HOLDERS = (
    "li",
    "section",
    "tr",
    "div",
    "dt",
    "figure",
    "details",
)  # a record may be one of these
SKIPPED = ("nav", "script", "style", "template", "dialog")
EXCLUDED = "data-search-exclude"


@dataclass
class Section:
    """A heading or a record with what stands below it, until the next one.

    `level` is that of the heading, and 0 for a record. `anchor` is empty for the top
    of a page.
    """

    address: str
    anchor: str
    level: int
    title: str = ""
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The title and all text, as one line."""
        return one_line(" ".join([self.title, *self.texts]))


def one_line(text: str) -> str:
    """Text with every run of white space as one space."""
    return re.sub(r"\s+", " ", text).strip()


def sections_of(page: BuiltPage) -> list[Section]:
    """The page in reading order, without what is marked data-search-exclude."""
    tree = page.tree
    content = tree.css_first("main article") or tree.css_first("main") or tree.body
    top = Section(page.address, "", 1)
    found = [top]
    if content:
        _walk(content, top, found)
    return [section for section in found if section.title or section.texts]


def _walk(node: LexborNode, now: Section, found: list[Section]) -> Section:
    """Fill `found` from what is inside `node`. Gives the section at its end."""
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            now.texts.append(child.text_content or "")
        elif is_skipped(child):
            continue
        elif child.tag in HEADINGS:
            now = _open(child, now, found)
        elif child.id and child.tag in HOLDERS:
            record = Section(now.address, child.id, 0)
            found.append(record)
            _walk(child, record, found)
        else:
            now = _walk(child, now, found)
    return now


def _open(heading: LexborNode, now: Section, found: list[Section]) -> Section:
    """The section that a heading starts: a new one, or the record that it names."""
    title = one_line("".join(texts_of(heading))).removesuffix("#").strip()
    level = int((heading.tag or "h1")[1])
    if level == 1:
        found[0].title = title
        return found[0]
    if not now.level and not now.title and not heading.id:
        now.title = title
        return now
    # A card without an id of its own is reached by the heading above it.
    anchor = heading.id or now.anchor
    section = Section(now.address, anchor, level if heading.id else 0, title)
    found.append(section)
    return section


def is_skipped(node: LexborNode) -> bool:
    """Whether search leaves this element out, with all that is in it."""
    return node.tag in SKIPPED or EXCLUDED in node.attributes


def texts_of(node: LexborNode) -> Iterator[str]:
    """The pieces of text inside an element, in order."""
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield child.text_content or ""
        elif not is_skipped(child):
            yield from texts_of(child)
