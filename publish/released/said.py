"""What a built page says: its sentences in reading order, each with its sources."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from ..built import BuiltPage
from ..sections import EXCLUDED, HEADINGS, SKIPPED, one_line

# What runs on inside a sentence; all else is a block of its own.
INLINE = {
    *("a", "abbr", "b", "bdi", "cite", "code", "dfn", "em", "i", "kbd", "label"),
    *("mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "tspan", "u"),
}
CITED = "#source-"
# A citation is held between these while sentences are parted.
OPEN, SHUT = "\x02", "\x03"
MARK = re.compile(f"{OPEN}([^{SHUT}]*){SHUT}")
SENTENCE = re.compile(
    rf"(?:(?<=[.!?])|(?<=[.!?][\"\u201d')])|(?<={SHUT}))\s+(?=[A-Z\"\u201c(])"
)


@dataclass(frozen=True)
class Said:
    """One sentence of a page: below which anchor and heading, and on which sources."""

    words: str
    anchor: str = ""
    heading: str = ""
    sources: tuple[str, ...] = ()


def said_on(page: BuiltPage) -> list[Said]:
    """Every sentence of a page, without its menus and its list of sources."""
    tree = page.tree
    content = tree.css_first("main article") or tree.css_first("main") or tree.body
    found: list[Said] = []
    anchor, heading = "", ""
    for node, text in _blocks(content, content) if content else ():
        if node.tag in HEADINGS:
            heading = one_line(MARK.sub("", text)).removesuffix("#").strip()
            anchor = node.id or ("" if node.tag == "h1" else anchor)
        for part in SENTENCE.split(one_line(text)):
            words = one_line(MARK.sub("", part))
            if re.search(r"\w", words):
                cited = tuple(dict.fromkeys(MARK.findall(part)))
                found.append(Said(words, anchor, heading, cited))
    return found


def _blocks(node: LexborNode, block: LexborNode) -> Iterator[tuple[LexborNode, str]]:
    """The runs of text inside a node, each with the block that holds it."""
    run: list[str] = []
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            run.append(child.text_content or "")
        elif child.tag == "sup" and "cite" in (child.attributes.get("class") or ""):
            run += _cited(child)
        elif child.tag in SKIPPED or EXCLUDED in child.attributes or _unseen(child):
            continue
        elif child.tag in INLINE:
            inner = list(_blocks(child, block))
            run += [text for holder, text in inner if holder is block]
            yield from (pair for pair in inner if pair[0] is not block)
        else:
            if "".join(run).strip():
                yield block, "".join(run)
            run = []
            yield from _blocks(child, child)
    if run:
        yield block, "".join(run)


def _unseen(node: LexborNode) -> bool:
    """Whether a part is for screen readers alone, and doubles what is seen."""
    return "unseen" in (node.attributes.get("class") or "").split()


def _cited(node: LexborNode) -> Iterator[str]:
    for link in node.css("a[href]"):
        href = link.attributes.get("href") or ""
        if CITED in href:
            yield f"{OPEN}{href.partition(CITED)[2]}{SHUT}"
