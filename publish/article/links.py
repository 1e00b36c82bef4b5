"""Links that lead nowhere or that nobody sees, and notes that nothing leads to."""

import re

from selectolax.lexbor import LexborNode

from .lines import Found, Lines

NO_TARGET = "this link leads nowhere: type its page between '(' and ')'"
NO_WORDS = "this link has no words: type them between '[' and ']'"
TWICE = "the footnote '{}' has words already, so the first are lost: rename one"
UNUSED = "no word of the page leads to this footnote: type [^1] where it belongs"


def empty_links(article: LexborNode, lines: Lines) -> Found:
    """Links without an aim, and links that nobody sees."""
    for link in article.css("a[href]"):
        if not link.attributes.get("href"):
            code = "link-empty"
            yield code, lines.at(link.text(), "]()", code), NO_TARGET
        elif not link.text().strip() and not link.css_first("img"):
            code = "link-wordless"
            yield code, lines.at("", "[](", code), NO_WORDS
    for image in article.css("img"):
        if not image.attributes.get("src"):
            code, words = "image-empty", image.attributes.get("alt") or ""
            yield code, lines.at(words, "]()", code), NO_TARGET


def notes(article: LexborNode, lines: Lines) -> Found:
    """Footnotes that nothing in the page leads to."""
    asked = {a.attributes.get("href") for a in article.css("a.footnote-ref")}
    for note in article.css("div.footnote > ol > li"):
        if f"#{note.attributes.get('id')}" not in asked:
            code = "footnote-unused"
            yield code, lines.at(note.text(), "[^", code), UNUSED
    told = set()
    for number, line in lines.all:
        label = re.match(r"\[\^([^\]]+)\]:", line)
        if label and label[1] in told:
            yield "footnote-twice", number, TWICE.format(label[1])
        told.add(label[1] if label else "")
