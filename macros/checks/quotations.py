"""Other people's words: few of them, exact, and only where their owner lets us."""

import re
from collections.abc import Iterable, Iterator

from ..facts.site_data import SiteData
from ..facts.written import Written
from ..problems import Problem
from ..schema.fields import Standing
from ..schema.kinds.sources import Source

LIMIT = 30  # a quotation has fewer words than this
PHRASE = 4  # so many words and more are a sentence of somebody's, and not a term
CITED = re.compile(r"^\s*[\"\u201c]|\{\{\s*(?:cite|source)\(")
CITES = re.compile(r"\{\{ ?cite\(([^{}()]*)\)")
QUOTED = re.compile('"([^"]*)"|\u201c([^\u201c\u201d]*)\u201d')


def quotations(data: SiteData, written: Iterable[Written]) -> Iterator[Problem]:
    """Quotations in records that are too long, or of a source that is only linked."""
    sources = data.of(Source)
    linked = {name for name, source in sources.items() if source.use == "link only"}
    whole = may_stand_whole(data)
    for value in written:
        if value.sort != "text" or value.kind in ("sources", "words", "unsafe"):
            continue
        for words in quoted(value):
            count = len(words.split())
            if count >= LIMIT and tidy(words) not in whole:
                message = f"a quotation of {count} words: keep it under {LIMIT}"
                yield value.problem("quote-too-long", message)
            theirs = set(getattr(value.record, "sources", ()))
            own = getattr(value.record, "standing", None) == Standing.OWN
            if theirs and theirs <= linked and count >= PHRASE and not own:
                name = ", ".join(sorted(theirs))
                message = f"words of '{name}' are quoted, and its 'use' is link only"
                mend = "say it in your own words, without the quotation marks"
                yield value.problem("quote-link-only", message, mend)


def quoted(value: Written) -> Iterator[str]:
    """The words of a value that are somebody else's."""
    if value.field == "quote":
        yield value.typed
    else:
        for found in QUOTED.finditer(value.typed):
            yield found[1] or found[2] or ""


def long_in_pages(data: SiteData) -> Iterator[Problem]:
    """Quotations of pages, in double quotes or in lines that start with `>`.

    Lines of `>` are somebody's words where they name a source, or have their marks.
    """
    whole = may_stand_whole(data)
    for page in data.pages.values():
        block: list[str] = []
        for number, line in [*page.lines(), (0, "")]:
            if line.startswith(">"):
                block.append(line.lstrip("> "))
                continue
            texts = [found[1] or found[2] or "" for found in QUOTED.finditer(line)]
            said = [(number, text) for text in texts if "{{" not in text]
            if block and CITED.search(" ".join(block)):
                text = re.sub(r"\{\{[^{}]*\}\}", "", " ".join(block))
                said.append((number - 1, text))
            near, block = " ".join([*block, line]), []
            if missing(near, data):
                continue  # that is said, and what may stand whole is not known
            for at, text in said:
                count = len(text.split())
                if count >= LIMIT and tidy(text) not in whole:
                    message = f"a quotation of {count} words: keep it under {LIMIT}"
                    yield Problem(page.file, at, message, code="quote-too-long")


def missing(line: str, data: SiteData) -> bool:
    """Whether a line cites a source that is not there."""
    ids = {
        id for found in CITES.findall(line) for id in re.findall(r'"([^"]*)"', found)
    }
    return bool(ids - data.of(Source).keys())


def may_stand_whole(data: SiteData) -> set[str]:
    """Definitions that sources.yml lets stand whole, for comparing."""
    return {tidy(t) for s in data.of(Source).values() for t in s.whole}


def tidy(text: str) -> str:
    """A quotation for comparing: its words alone, in small letters."""
    return " ".join(re.findall(r"\w+", text.casefold()))
