"""The words to avoid, as data/words.yml has them: where they are used all the same."""

import re
from collections.abc import Iterable, Iterator

from ..facts.site_data import SiteData
from ..problems import Grade, Problem
from ..schema.kinds.words import Word
from .sentences import Sentence, sentences_in_facts, sentences_of

HOW_TO_QUOTE = 'to quote it, put it in double quotes or after "> "'


def avoided(data: SiteData, *, advice: bool) -> Iterator[Problem]:
    """Words to avoid in our own sentences, of pages and facts.

    Quotations are exempt by their mark-up: double quotes, a block that starts with
    `>`, or <q>. So is what a macro brings from the table itself.
    """
    grades: dict[str, Grade] = {"stop": "fault"}
    if advice:
        grades["advise"] = "advice"
    rules = [
        (pattern_of(word), word, grades[word.check])
        for word in data.of(Word).values()
        if word.check in grades and phrases(word)
    ]
    for sentence in every_sentence(data):
        words = sentence.ours
        for pattern, word, grade in rules:
            found = pattern.search(words)
            if found and not excused(words, word):
                yield Problem(
                    sentence.file,
                    sentence.line,
                    f"'{found[0]}' is a word to avoid: write '{word.prefer[0]}'. "
                    f"{word.why.split('. ')[0].rstrip('.')}; {HOW_TO_QUOTE}",
                    grade,
                )


def every_sentence(data: SiteData) -> Iterable[Sentence]:
    """Our own sentences: those of all pages, then those of all facts."""
    for page in data.pages.values():
        yield from sentences_of(page, data)
    yield from sentences_in_facts(data)


def phrases(word: Word) -> tuple[str, ...]:
    """What to look for. An entry with a comma says when, so it cannot be looked for."""
    return word.find or tuple(entry for entry in word.avoid if "," not in entry)


def pattern_of(word: Word) -> re.Pattern[str]:
    """Finds a phrase in any case, and also with an s; an acronym only as it is."""
    parts = (
        re.escape(phrase) if phrase.isupper() else f"(?i:{re.escape(phrase)}s?)"
        for phrase in phrases(word)
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])")


def excused(words: str, word: Word) -> bool:
    """Whether the sentence has the word only where it is right."""
    left = words
    for phrase in word.unless:
        left = re.sub(re.escape(phrase), " ", left, flags=re.I)
    return pattern_of(word).search(left) is None
