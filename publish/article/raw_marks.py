"""What an editor typed and nobody understood is refused, at its line."""

from collections.abc import Iterator
from functools import lru_cache

from macros.problems import Problem
from macros.reading.pages import PageSource

from .blocks import Block, article_of, blocks_of
from .icons import no_icon
from .lines import Lines
from .marks import MARKS, OF_LISTS
from .needed import needed
from .shapes import shapes
from .systems import Mark

MOST = 50  # raw marks of one page; who has more pasted it from elsewhere
# Where a list could have stood; headings and cells may start with '1. ' or a bullet.
FLOW = {"p", "li", "dd", "div", "section", "blockquote", "article"}
NEEDED = [(mark, needed(mark.looks)) for mark in MARKS]
SIGNS = frozenset[str]().union(*(signs or () for _, signs in NEEDED))


def raw_marks(page: PageSource, html: str) -> list[Problem]:
    """What is wrong with a page's HTML, as the engine made it of the page's words.

    `html` has marks in it where macros will stand, as `Filled` made them. A line is
    told of one raw sign; what is behind others on it shows once that one is mended.
    """
    lines = Lines(page)
    article = article_of(html)
    told: dict[int, Problem] = {}
    for problem in shapes(article, lines):
        told.setdefault(problem.line, problem)
    for block in blocks_of(article):
        for problem in in_block(block, lines):
            told.setdefault(problem.line, problem)
            if len(told) >= MOST:
                return sorted(told.values())
    return sorted(told.values())


@lru_cache(maxsize=4096)
def worth_a_look(signs: frozenset[str]) -> tuple[Mark, ...]:
    """The marks that a text with these signs, and no others, may have."""
    return tuple(mark for mark, needs in NEEDED if needs is None or needs & signs)


def in_block(block: Block, lines: Lines) -> Iterator[Problem]:
    """The raw signs of one block of text."""
    text = "\n".join(block.lines)
    for mark in worth_a_look(SIGNS.intersection(text)):
        if mark.code in OF_LISTS and block.tag not in FLOW:
            continue
        for found in mark.looks.finditer(text):
            start = text.rfind("\n", 0, found.start()) + 1
            end = text.find("\n", found.start())
            whole = text[start : end if end > 0 else None]
            sign = found[0].split("\n")[0].strip()
            if len(sign) > 3:
                sign = sign[:3]
            line = lines.of(whole, sign, mark.code)
            if line is not None:
                said = no_icon(found[0]) if mark.code == "raw-icon" else mark.words
                yield Problem(lines.page.file, line, said, code=mark.code)
