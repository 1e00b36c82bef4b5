"""A built page read by the letter: only what every browser reads in one way.

Parsers differ where HTML is broken, and what differs is a way past a check. So a page
is read here by a small grammar without any repair, and then by a browser's parser:
where the two see different trees, the page is refused.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .allowed import FRAME, ONCE, SHAPES, VOID, WORDS

DOCTYPE = "<!doctype html>"
ATTRIBUTE = r"""[a-zA-Z_][\w:.-]*(?:="[^"<>]*"|='[^'<>]*')?"""
TAG = re.compile(
    rf"(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<given>(?:\s+{ATTRIBUTE})*)"
    r"\s*(?P<closed>/?)"
)
COMMENT = (
    "a comment would be published with the page: delete it, or write it as {# ... #}, "
    "which is left out"
)
UNREADABLE = (
    'this tag is not written as tags are, <name> or <name other="value">, with '
    "&lt; and &gt; for the signs in a value: write it so, or delete it"
)


@dataclass(frozen=True)
class Fault:
    """One thing that a page may not hold. `pieces` are what was typed, as likely."""

    words: str
    pieces: tuple[str, ...]
    inside: bool  # whether it came with the page's words, or else with the theme


class Element(NamedTuple):
    """One element as written: its opening tag, and the element that holds it."""

    raw: str
    name: str
    parent: str
    inside: bool  # of the article, which holds all that comes from a page
    drawn: bool = False  # an SVG, or in one


@dataclass
class Reading:
    """What a document holds, and the first thing that could not be read in it."""

    elements: list[Element] = field(default_factory=list)
    fault: Fault | None = None


def read_strictly(html: str) -> Reading:
    """A whole document as elements. Reading ends at the first fault."""
    reading = Reading()
    html = html.lstrip()
    start = len(DOCTYPE) if html[: len(DOCTYPE)].lower() == DOCTYPE else 0
    stack: list[str] = []
    seen: set[str] = set()

    def stop(message: str, *pieces: str) -> Reading:
        reading.fault = Fault(message, pieces, "article" in stack)
        return reading

    _, *parts = html[start:].split("<")
    for number, part in enumerate(parts):
        inner, ends, text = part.partition(">")
        tag = tag_of(inner) if ends else None
        if tag is None:
            return stop(*unreadable("<" + "<".join(parts[number:])))
        end, name, given, closed = tag
        raw = f"<{inner}>"
        if end:
            if not stack or stack[-1] != name or given:
                return stop(*why_stray(raw, name, stack))
            stack.pop()
            continue
        if name in ONCE and name in seen:
            message = f"a second <{name}> would end the page's own: delete it"
            return stop(message, raw, f"</{name}", f"<{name}")
        seen.add(name)
        inside = "article" in stack
        parent = stack[-1] if stack else ""
        if name not in SHAPES and name not in (WORDS if inside else FRAME):
            return stop(unused(name), raw, f"<{name}")
        drawn = name == "svg" or "svg" in stack
        reading.elements.append(Element(raw, name, parent, inside, drawn))
        ended = parts[number + 1 : number + 2]
        if name == "script" and (text or not "".join(ended).startswith("/script>")):
            return stop("a script stands in the page: delete it", raw, "<script")
        if name not in VOID and not (closed and "svg" in stack):
            stack.append(name)
    if stack:
        name = stack[-1]
        return stop(unclosed(name), f"<{name}")
    return reading


@lru_cache(maxsize=10_000)
def tag_of(inner: str) -> tuple[str, str, str, str] | None:
    """What stands in a tag: '/' if it ends one, its name, what is given, a last '/'.

    None if it cannot be read in one way. No sign of a tag is '>', but the one it ends
    with; most tags of a page stand on others too.
    """
    tag = TAG.fullmatch(inner)
    if tag is None:
        return None
    return tag["end"], tag["name"].lower(), tag["given"], tag["closed"]


def unreadable(html: str) -> tuple[str, str, str]:
    """Why a text that starts with `<` opens no tag, and what was typed there."""
    begins = html[:200].split("\n")[0]
    if begins.startswith("<!--"):
        return COMMENT, begins.partition("-->")[0], "<!--"
    whole, ends, _ = begins.partition(">")
    name = re.match(r"<[!?/]?\w*", begins)
    return UNREADABLE, whole + ends, name[0] if name and len(name[0]) > 1 else ""


def unused(name: str) -> str:
    """What to do about an element that is in no table."""
    return f"the tag <{name}> is not used in pages: delete it"


def unclosed(name: str) -> str:
    """What to do about an element that never ends."""
    return f"the tag <{name}> is opened and not closed: type </{name}> where it ends"


def why_stray(raw: str, name: str, stack: Sequence[str]) -> tuple[str, ...]:
    """What to do about an end where another one is due, and what was typed."""
    if name not in stack:
        return f"the tag </{name}> closes nothing: delete it", raw, f"</{name}"
    top = stack[-1]
    message = f"the tag <{top}> is still open at </{name}>: type </{top}> before it"
    return message, raw, f"</{name}", f"<{top}"


def differs(reading: Reading, tree: LexborHTMLParser) -> Fault | None:
    """The first element that a browser would put elsewhere than it is written."""
    nodes = elements_of(tree)
    for element, node in zip(reading.elements, nodes, strict=False):
        above = node.parent.tag if node.parent is not None else ""
        parent = (above or "").lower().replace("-document", "")
        if (node.tag or "").lower() != element.name or parent != element.parent:
            holder = element.parent or "page"
            message = (
                f"<{element.name}> cannot stand in <{holder}> like this: browsers "
                "would move it, so put it on lines of its own"
            )
            pieces = (element.raw, f"<{element.name}")
            return Fault(message, pieces, element.inside)
    if len(nodes) != len(reading.elements):
        message = "browsers would read this page otherwise than it is written"
        return Fault(message, (), True)
    return None


def elements_of(tree: LexborHTMLParser) -> list[LexborNode]:
    """The elements of a browser's tree, in the order written."""
    root = tree.root
    if root is None:
        return []
    return [n for n in root.traverse(include_text=False) if (n.tag or "-")[0] != "-"]
