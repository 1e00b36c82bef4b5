"""A page's HTML as blocks of text: each paragraph, item, cell and heading by itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.library.filled import MARK

MACRO = "\ue000"  # stands in a text for what a macro gave
CODE = "\ue002"  # stands in a text for code, whose signs are meant
HIDDEN = {"code", "pre", "kbd", "samp", "svg", "script", "style", "template"}
INLINE = {
    *("a", "abbr", "b", "cite", "del", "dfn", "em", "i", "img", "input", "ins"),
    *("label", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u"),
}


@dataclass(frozen=True)
class Block:
    """The text of one block, its lines as typed, and the element that it is in."""

    tag: str
    text: str

    @property
    def lines(self) -> list[str]:
        """The lines of the text, each without the space around it."""
        return [line.strip() for line in self.text.split("\n")]


def article_of(html: str) -> LexborNode:
    """The HTML of a page, read as a browser reads it."""
    tree = LexborHTMLParser(f"<article>{MARK.sub(MACRO, html)}</article>")
    article = tree.css_first("article")
    assert article is not None
    return article


def blocks_of(article: LexborNode) -> Iterator[Block]:
    """Every block of text below a node, in order. Code is left out."""
    text = ""
    for node in article.iter(include_text=True):
        if node.tag == "-text":
            text += node.text_content or ""
        elif node.tag in HIDDEN:
            if text and node.tag == "pre":
                yield Block(article.tag or "", text)
                text = ""
            text += CODE
        elif node.tag == "br":
            text += "\n"
        elif node.tag in INLINE:
            inner = list(blocks_of(node))
            text += "".join(block.text for block in inner)
        else:
            if text.strip():
                yield Block(article.tag or "", text)
            text = ""
            yield from blocks_of(node)
    if text.strip():
        yield Block(article.tag or "", text)
