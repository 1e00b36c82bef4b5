"""Boxes and folds: three that weigh something, and the names that Material has."""

import re

from selectolax.lexbor import LexborNode

from macros.problems import did_you_mean

from .lines import Found, Lines

QUOTED = ' (its title stands between two ")'
NOT_CLOSED = "this block is not closed: type '///' on a line below its words"
EMPTY_BOX = "the words of this box stand outside it: type four spaces before each line"
# Each name that an editor may type, and how its box looks. A title says it too, so
# that nothing hangs on a colour.
LOOKS = {
    "now": "now",
    "soon": "soon",
    "not-sure": "not-sure",
    **dict.fromkeys(("danger", "error", "failure", "fail", "missing", "bug"), "now"),
    **dict.fromkeys(("warning", "caution", "attention", "important"), "soon"),
    **dict.fromkeys(("question", "help", "faq"), "not-sure"),
    **dict.fromkeys(("note", "abstract", "summary", "tldr", "info", "todo"), "note"),
    **dict.fromkeys(("tip", "hint", "success", "check", "done"), "note"),
    **dict.fromkeys(("example", "snippet", "quote", "cite", "seealso"), "note"),
}
# How each starts, and what is made of it, in the order of the page.
BOXES = {
    r" *(!!!|///+ *(admonition|note|warning|attention|danger|error|tip|hint|caution"
    r"|important)\b)": "div.admonition",
    r" *(\?\?\?\+?|///+ *details\b)": "details[class]",
    r" *(===!? |///+ *tab\b)": "div.tabbed-content",
}
BOX = re.compile(r'<(div class="admonition|details class=") ?([\w-]+)"')
NAMED = re.compile(r'(<p class="admonition-title">|<summary>)Not-sure(?=</)')


def with_looks(html: str) -> str:
    """Boxes with the class of their look in place of the name that was typed."""
    return NAMED.sub(r"\1Not sure", BOX.sub(_look, html))


def _look(found: re.Match[str]) -> str:
    look = LOOKS.get(found[2], found[2])
    space = " " if found[1].startswith("div") else ""
    return f'<{found[1]}{space}{look}"'


def boxes(article: LexborNode, lines: Lines) -> Found:
    """Boxes, folds and tabs whose words fell out, or whose name nobody knows."""
    known = {*LOOKS.values(), "admonition"}
    for box in article.css("div.admonition, details[class]"):
        for name in (name for name in classes(box) if name not in known):
            said = f"there is no box '{name}': {did_you_mean(name, LOOKS)}{QUOTED}"
            yield "box-unknown", lines.at("", name, "box-unknown"), said
    for opens, made in BOXES.items():
        starts = [n for n, line in lines.all if re.match(opens, line)]
        for place, box in zip(starts, article.css(made), strict=False):
            words = [node for node in box.iter() if not is_title(node)]
            if not any(node.text().strip() or node.css("img") for node in words):
                yield "box-empty", place, EMPTY_BOX


def open_blocks(lines: Lines) -> Found:
    """Blocks between '///' that take in the rest of the page."""
    opened: list[tuple[str, int]] = []
    for number, line in lines.all:
        fence = re.match(r" *(/{3,})\s*(\w?)", line)
        if fence and fence[2]:
            opened.append((fence[1], number))
        elif fence and opened and opened[-1][0] == fence[1]:
            opened.pop()
    for _, number in opened:
        yield "block-open", number, NOT_CLOSED


def is_title(node: LexborNode) -> bool:
    """Whether a node is the title of a box."""
    named = {"admonition-title"} & {*classes(node)}
    return bool(named) or node.tag in ("summary", "label", "input")


def classes(node: LexborNode) -> list[str]:
    """The classes of an element."""
    return (node.attributes.get("class") or "").split()
