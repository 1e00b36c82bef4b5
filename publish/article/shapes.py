"""Shapes that came out other than meant: code by indent, lost cells, empty links."""

import re
from collections.abc import Iterator
from itertools import pairwise

from selectolax.lexbor import LexborNode

from macros.problems import Problem

from .boxes import boxes, open_blocks
from .lines import CALL, Found, Lines, outside
from .links import empty_links, notes
from .tables import rows_that_do_not_fit
from .tags import tags

INDENTED = (
    "a line that starts with four spaces or a tab is shown as code: delete the space "
    "at its start"
)
FENCE = "'```' stands at the very start of a line: delete the space before it"
UNDERLINED = "type '{} ' before a heading, and delete the line below it"
SUB_POINT = "type four spaces before a point that belongs to the point above it"
COLUMNS = (
    "tabs are no table: copy the table of EDITING.md, and type '|' between the cells"
)
SWALLOWED = "what stands between '{#' and '#}' is not published: delete it"
MARKER = re.compile(r"^\s*([-*+\W]|\d+[.)]|[a-z][.)]?)\t")
FORMULA = "formulas are not set: type them in words, and brackets without a '\\\\'"
UNDER = re.compile(r"(=+|-+)\s*")
INWARDS = re.compile(r" {1,3}([-*+]|\d)")
POINT = re.compile(r"( *)([-*+]|\d+\.)\s+(.*)")
MADE = re.compile(r"\{[^{}]*\}|\]\([^()]*\)")


def shapes(article: LexborNode, lines: Lines) -> Iterator[Problem]:
    """What is wrong with the shape of a page, each at its line."""
    for code, line, said in (
        *swallowed(lines),
        *formulas(lines),
        *columns(lines),
        *tags(lines),
        *indented(article, lines),
        *fences(lines),
        *underlined(article, lines),
        *sub_points(article, lines),
        *empty_links(article, lines),
        *boxes(article, lines),
        *open_blocks(lines),
        *notes(article, lines),
        *rows_that_do_not_fit(article, lines),
    ):
        yield Problem(lines.page.file, line, said, code=code)


def swallowed(lines: Lines) -> Found:
    """Comments, which take words off the page."""
    for number, line in lines.all:
        if re.search(r"\{#(?! *[\w-]+ *\})", line):
            yield "swallowed", number, SWALLOWED


def formulas(lines: Lines) -> Found:
    """Brackets of a formula, which lose what tells them from others."""
    for number, line in lines.all:
        if "\\" in line and re.search(r"\\\(.*\\\)|\\\[.*[=^_].*\\\]", outside(line)):
            yield "raw-formula", number, FORMULA


def columns(lines: Lines) -> Found:
    """Rows of a spreadsheet: their cells run together."""
    rows = {
        number: len(re.findall(r"\S\t+(?=\S)", MARKER.sub("", line)))
        for number, line in lines.all
        if "\t" in line
    }
    for number, tabs in rows.items():
        if tabs > 1 or (tabs and (rows.get(number - 1) or rows.get(number + 1))):
            yield "tab-columns", number, COLUMNS


def indented(article: LexborNode, lines: Lines) -> Found:
    """Code that nobody fenced. The engine makes it of lines that start with space."""
    typed = {line.strip() for _, line in lines.all if re.match(r" {4}|\t| +\t", line)}
    for code in article.css("pre"):
        first = code.text().strip("\n").split("\n")[0].strip()
        for number, line in lines.all:
            if first and line.strip() in typed - {""} and same(line, first):
                yield "indented", number, INDENTED
                break


def fences(lines: Lines) -> Found:
    """Fences with a space before them, which the engine does not take for fences."""
    for number, line in lines.with_code:
        if re.match(r"\s+(```|~~~)", line):
            yield "fence-indented", number, FENCE


def same(line: str, made: str) -> bool:
    """Whether a line is what was made; a macro's call may stand for anything."""
    parts = [part.strip() for part in CALL.split(line.strip())]
    return made.startswith(parts[0]) and all(part in made for part in parts)


def underlined(article: LexborNode, lines: Lines) -> Found:
    """Headings by a line below them, which may be no more than a rule."""
    pairs = [
        (number, line, under)
        for (number, line), (following, under) in pairwise(lines.all)
        if UNDER.fullmatch(under) and following == number + 1
    ]
    if not pairs:
        return
    headings = [plain_words(node.text()) for node in article.css("h1, h2")]
    for number, line, under in pairs:
        if line.strip() and plain_words(line) in headings:
            marks = "#" if under.startswith("=") else "##"
            if not line.startswith("#"):
                yield "underlined", number, UNDERLINED.format(marks)


def plain_words(text: str) -> str:
    """A text's words, for comparing what was typed with what came out."""
    text = re.sub("[\ue000-\ue002]", "", text)
    text = MADE.sub("", CALL.sub("", text)).replace("_", "")
    return " ".join(re.findall(r"\w+", text))


def sub_points(article: LexborNode, lines: Lines) -> Found:
    """Points one to three spaces in: they come out beside the one above them."""
    if not any(map(INWARDS.match, (line for _, line in lines.all))):
        return
    outer = {
        plain_words(own_text(item))
        for item in article.css("li")
        if not inside(item, "li")
    }
    above = -1
    for number, line in lines.all:
        point = POINT.match(line)
        if point is None:
            above = -1 if line.strip() and not line.startswith(" ") else above
            continue
        indent = len(point[1])
        if 0 <= above < indent < 4 and plain_words(point[3]) in outer:
            yield "sub-point", number, SUB_POINT
            continue
        above = indent


def own_text(item: LexborNode) -> str:
    """The text of a point without that of the lists in it."""
    text = ""
    for node in item.iter(include_text=True):
        if node.tag not in ("ul", "ol"):
            text += node.text() if node.tag != "-text" else node.text_content or ""
    return text


def inside(node: LexborNode, tag: str) -> bool:
    """Whether a node stands in an element of that name."""
    above = node.parent
    while above is not None and above.tag != tag:
        above = above.parent
    return above is not None
