"""The words of pages and facts as sentences, each with the line it stands on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from ..facts.site_data import SiteData
from ..reading.pages import PageSource
from ..reading.tree import line_of
from ..schema.kinds.values import NamedValue

# Fields whose words are ours. Names, titles and quotes belong to others.
OURS = (
    *("answer", "asks", "caveat", "characteristics", "counted", "first", "meaning"),
    *("items", "more", "note", "picture", "reason", "says", "sentence", "status"),
    *("strapline", "summary", "text", "title", "to_develop", "when", "why"),
    *("worked_well",),
)
# These hold other people's words, or words that are there to be avoided.
THEIRS = ("sources", "words")

CALL = re.compile(r"\{\{\s*+(\w++)\(([^{}]*)\)\s*\}\}")
QUOTED = re.compile(r"\"[^\"]*\"|\u201c[^\u201c\u201d]*\u201d")
LINKED = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
SENTENCE = re.compile(r"(?<=[.!?])\"?\s+(?=[A-Z\"(])")
MARKS = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+|[*_`]|\{\s*+[#.][^{}]*\}|<[^<>]*>")


@dataclass(frozen=True)
class Sentence:
    """One sentence as it is read. `kind` is front, text, heading, table or quote."""

    file: str
    line: int
    words: str
    kind: str = "text"

    @property
    def ours(self) -> str:
        """The sentence without what is quoted in it."""
        return "" if self.kind == "quote" else QUOTED.sub(" ", self.words)


def sentences_of(page: PageSource, data: SiteData) -> Iterator[Sentence]:
    """The sentences of a page, with what macros bring to a sentence."""
    spoken = partial(spoken_in, data)
    if page.front and page.node:
        for field in ("title", "description"):
            for words in SENTENCE.split(getattr(page.front, field)):
                yield Sentence(page.file, line_of(page.node, field), words, "front")
    for number, line in page.lines():
        kind = kind_of(line)
        line = re.sub(r"</?q\b[^<>]*>", '"', line)
        text = LINKED.sub(r"\1", CALL.sub(spoken, line))
        text = MARKS.sub("", text.lstrip("#> ")).strip(" |")
        for words in SENTENCE.split(text):
            if re.search(r"\w", words):
                yield Sentence(page.file, number, words.strip(), kind)


def kind_of(line: str) -> str:
    """What a line of Markdown is."""
    start = line.lstrip()[:1]
    return {"#": "heading", ">": "quote", "|": "table"}.get(start, "text")


def spoken_in(data: SiteData, call: re.Match[str]) -> str:
    """What an inline macro brings to a sentence, as far as words go."""
    name, typed = call.groups()
    values: list[str] = re.findall(r'"([^"]*)"', typed)
    if name == "term" and values:
        return values[-1] if len(values) > 1 else values[0].replace("-", " ")
    if name == "value" and values:
        held = data.of(NamedValue).get(values[0])
        short = values[1:] == ["short"]
        return (held.short if short and held.short else held.value) if held else "it"
    if name in ("resource_link", "source"):
        return values[1] if len(values) > 1 else "that"
    return "it" if name in ("phone", "site") else ""


def sentences_in_facts(data: SiteData) -> Iterator[Sentence]:
    """The sentences of every record that are our own words."""
    for kind, fact in data.facts():
        if kind.partition(".")[0] in THEIRS:
            continue
        file = data.file_of(kind, fact.id)
        for name in OURS:
            value = getattr(fact, name, None) or ()
            for text in (value,) if isinstance(value, str) else value:
                for words in SENTENCE.split(text):
                    yield Sentence(file, fact.line, words)
