"""Spelling, British and right: by the word lists that codespell brings along."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files

from ..problems import Problem, did_you_mean
from .sentences import Sentence

WORD = re.compile(r"(?<![\w'./@-])[A-Za-z]{4,}(?![\w'./@-])")
# Right in British English too, in another sense than the list has in mind.
BRITISH_TOO = {
    *("artifact", "check", "checks", "curb", "disk", "draft", "drafts", "inquiry"),
    *("license", "licensed", "licenses", "meter", "practice", "practices", "program"),
    *("programs", "prize", "story", "tire", "tires", "veil", "wagon"),
}


@lru_cache(maxsize=1)
def corrections() -> dict[str, str]:
    """Each wrong spelling with the right one."""
    lists = files("codespell_lib") / "data"
    found = {}
    for line in (lists / "dictionary.txt").read_text("utf-8").splitlines():
        wrong, _, right = line.partition("->")
        found[wrong] = right.partition(",")[0].strip()
    british = (lists / "dictionary_en-GB_to_en-US.txt").read_text("utf-8")
    for line in british.splitlines():
        right, _, wrong = line.partition("->")
        for word in wrong.split(","):
            if word.strip() and word.strip() not in BRITISH_TOO:
                found[word.strip()] = right
    for right in [line.partition("->")[0] for line in british.splitlines()]:
        found.pop(right, None)
    return found


def misspelt(sentences: Iterable[Sentence]) -> Iterator[Problem]:
    """Advice on each word that the lists know to be wrong. Quotations are exempt."""
    known = corrections()
    for sentence in sentences:
        for word in WORD.findall(sentence.ours):
            right = known.get(word.lower())
            if right and right != word.lower():
                message = f"'{word}' is not spelt so in British English: "
                hint = did_you_mean(right, [right])
                yield Problem(sentence.file, sentence.line, message + hint, "advice")
