"""How we read, in sentences that are there to say what to do."""

import re
from collections.abc import Iterator

from ..facts.site_data import SiteData
from ..problems import Problem
from .sentences import sentences_in_facts, sentences_of

TOLD = re.compile(
    r"\b(?:our cop(?:y|ies)|stored cop(?:y|ies)"
    r"|(?:that )?we (?:could|can) (?:not )?read|could not be read in"
    r"|(?:read|heard) (?:it |this |this number )?second[- ]hand"
    r"|we (?:have|had) (?:not |never )?(?:seen|rung|read)"
    r"|we (?:saw|read|found) (?:no|nothing|only|it on no)\b"
    r"|we could not (?:find|confirm|open))",
    re.I,
)
MEND = (
    "say what to do or what is to be confirmed; how it was read stands in 'how' of its "
    "source"
)


def making_of(data: SiteData) -> Iterator[Problem]:
    """Each sentence of a page or of a record that tells how we read, as a fault.

    A page with `how_we_read: yes` is exempt, and so are the records of sources.yml and
    whatever is quoted. A page whose front matter has faults is judged once it has none.
    """
    for page in data.pages.values():
        if page.front and page.front.how_we_read == "no":
            for sentence in sentences_of(page, data):
                yield from _told(sentence.file, sentence.line, sentence.ours)
    for sentence in sentences_in_facts(data):
        yield from _told(sentence.file, sentence.line, sentence.ours)


def _told(file: str, line: int, words: str) -> Iterator[Problem]:
    """The fault of one sentence, if it has one."""
    found = TOLD.search(words)
    if found:
        message = f"'{found[0]}' tells a reader how we worked: {MEND}"
        yield Problem(file, line, message)
