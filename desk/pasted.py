"""What was copied from Word, Outlook, Excel or a web page, as words of a page.

Programs put their whole look beside the words. What a page can hold stays: headings,
lists, tables, bold and slanted words. A link, a picture and a remark of a reviewer do
not; what was left out is said.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.element import PreformattedString
from markdownify import MarkdownConverter

from publish.questions.cells import tidied

from .word_lists import make_lists

MOST = 2_000_000  # letters of HTML: a long report
DROPPED = (
    *(
        "script",
        "style",
        "head",
        "title",
        "meta",
        "link",
        "xml",
        "template",
        "noscript",
    ),
    *("object", "embed", "iframe", "svg", "math", "button", "input", "select", "form"),
    *("textarea", "del", "s", "strike", "audio", "video", "canvas"),
)
ADDED = ("ins", "u", "o:p", "font", "center", "mark", "small", "big", "label", "abbr")
HEAVY = re.compile(r"font-weight:\s*(?:bold|[6-9]00)", re.I)
LIGHT = re.compile(r"font-weight:\s*(?:normal|400)", re.I)
SLANTED = re.compile(r"font-style:\s*italic", re.I)
HIDDEN = re.compile(r"display:\s*none|mso-hide:\s*all", re.I)
# What starts and ends a call of ours: from elsewhere it is only words.
ACTING = {"{{": "((", "}}": "))", "{%": "(%", "%}": "%)", "{#": "(#", "#}": "#)"}
LINKS = "{n} left out: name a resource or a page instead, for links live in the facts"
PICTURES = "{n} left out: put it in with Put a picture on this page"
TOO_LONG = "that is more than a page holds: paste it in parts"


@dataclass
class Pasted:
    """The words, and what was left out of them."""

    words: str
    notes: list[str] = field(default_factory=list)


def pasted(html: str) -> Pasted:
    """Words of a page from HTML. Raises ValueError for what is too long."""
    if len(html) > MOST:
        raise ValueError(TOO_LONG)
    soup = BeautifulSoup(html, "html.parser")
    found = Pasted("")
    try:
        _clean(soup)
        found.notes = list(_left_out(soup))
        make_lists(soup)
        made = _Converter(**MANNER).convert_soup(soup)
    except RecursionError:  # thousands of boxes in boxes: their words alone
        made = "\n\n".join(BeautifulSoup(html, "html.parser").stripped_strings)
    found.words = _tidy(made)
    return found


# Headings with #; a _ within a word, as in a file's name, is no sign.
MANNER: dict[str, Any] = {"heading_style": "atx", "escape_underscores": False}


class _Converter(MarkdownConverter):
    """Markdown in the manner of this project's pages."""

    def convert_a(self, el: Tag, text: str, parent_tags: Any) -> str:
        """A link's words: where it led is said beside."""
        return text

    def convert_img(self, el: Tag, text: str, parent_tags: Any) -> str:
        """Nothing: a picture has a way of its own."""
        return ""

    def convert_hN(self, n: int, el: Tag, text: str, parent_tags: Any) -> str:
        """A heading one step lower: the page has its own first one."""
        words = " ".join(text.replace("*", "").split())
        return f"\n\n{'#' * min(n + 1, 4)} {words}\n\n" if words else ""

    def convert_li(self, el: Tag, text: str, parent_tags: Any) -> str:
        """A point, with what belongs to it further in by four."""
        mark = "- "
        if el.parent is not None and el.parent.name == "ol":
            mark = f"{1 + len(el.find_previous_siblings('li'))}. "
        lines = re.sub(r"\n{2,}", "\n", text.strip()).split("\n")
        rest = [f"    {line}" if line.strip() else "" for line in lines[1:]]
        return "\n".join([f"{mark}{lines[0]}", *rest]) + "\n"

    def convert_td(self, el: Tag, text: str, parent_tags: Any) -> str:
        """A cell on its one line; one as wide as several leaves the others empty."""
        wide = str(el.get("colspan") or "1")
        more = min(int(wide), 20) if wide.isdigit() else 1
        words = " ".join(text.split()).replace("|", "/")
        return f" {words} |" + "  |" * (more - 1)

    convert_th = convert_td

    def convert_tr(self, el: Tag, text: str, parent_tags: Any) -> str:
        """A row; one without a word is none."""
        return f"|{text}\n" if text.replace("|", "").strip() else ""

    def convert_table(self, el: Tag, text: str, parent_tags: Any) -> str:
        """A table, its first row the heading, each row as long as the longest."""
        rows = [line.strip() for line in text.split("\n") if line.strip()[:1] == "|"]
        if not rows:
            return ""
        wide = max(row.count("|") for row in rows) - 1
        whole = [row + "  |" * (wide + 1 - row.count("|")) for row in rows]
        return "\n\n" + "\n".join([whole[0], "|---" * wide + "|", *whole[1:]]) + "\n\n"


def _clean(soup: BeautifulSoup) -> None:
    """Take out what is no words, and name what is bold or slanted by its look."""
    for comment in soup.find_all(
        string=lambda text: isinstance(text, PreformattedString)
    ):
        comment.extract()
    for text in soup.find_all(string=True):  # a line that ends in HTML is a blank
        if text.find_parent("pre") is None:
            text.replace_with(re.sub(r"\s+", " ", str(text)))
    for name in DROPPED:
        for tag in soup.find_all(name):
            tag.decompose()
    for tag in soup.find_all(True):
        if tag.decomposed:
            continue
        style = str(tag.get("style") or "")
        if HIDDEN.search(style):
            tag.decompose()
        elif tag.name in ADDED or (tag.name in ("b", "strong") and LIGHT.search(style)):
            tag.unwrap()
        elif tag.name == "span":
            heavy, slanted = HEAVY.search(style), SLANTED.search(style)
            tag.name = "strong" if heavy else "em" if slanted else "span"


def _left_out(soup: BeautifulSoup) -> Iterator[str]:
    """What a page cannot have typed into it."""
    links = len(soup.find_all("a", href=True))
    if links:
        yield LINKS.format(n="1 link" if links == 1 else f"{links} links")
    pictures = len(soup.find_all("img"))
    if pictures:
        yield PICTURES.format(
            n="A picture" if pictures == 1 else f"{pictures} pictures"
        )


def _tidy(made: str) -> str:
    """Signs as they are typed, one empty line at most, and nothing that would act."""
    lines = []
    for line in made.replace("\u00a0", " ").split("\n"):
        indent = re.match(r" *", line)
        lines.append((indent[0] if indent else "") + tidied(line))
    text = "\n".join(line.rstrip() for line in lines)
    for brace, round_one in ACTING.items():
        text = text.replace(brace, round_one)
    text = text.replace("<", "&lt;")
    text = re.sub(r"\*\*\s*\*\*|(?<!\*)\*\s+\*(?!\*)", " ", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()
