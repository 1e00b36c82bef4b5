"""Advice on wording: hard sentences, headings, short forms, spelling. Never a fault."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

import pyphen

from ..facts.site_data import SiteData
from ..library.calls import Call
from ..problems import Problem
from ..reading.pages import PageSource
from ..schema.all_kinds import name_of
from ..schema.kinds.campaign import Message
from ..schema.kinds.terms import Term
from .sentences import Sentence, sentences_in_facts, sentences_of
from .spelling import misspelt

LONGEST = 25  # words in a sentence
HARDEST = 9.0  # grade, as years of school
TASKS = {"steps", "contact", "contacts", "phone"}  # a page with one is a task page
WORD = re.compile(r"[A-Za-z][A-Za-z'\u2019-]*")


def wording(data: SiteData, calls: dict[str, list[Call]]) -> Iterator[Problem]:
    """All advice on the wording of pages and facts. `calls` are by a page's file."""
    names = known_names(data)
    for page in data.pages.values():
        sentences = list(sentences_of(page, data))
        if TASKS & {call.name for call in calls.get(page.file, [])}:
            yield from hard(page, sentences, data)
        yield from headings(sentences, names)
        yield from short_forms(sentences, data)
        yield from misspelt(sentences)
    facts = list(sentences_in_facts(data))
    yield from misspelt(facts)
    sent = {data.file_of(name_of(Message), name) for name in data.of(Message)}
    yield from long((s, simpler(s.ours, data)) for s in facts if s.file in sent)


def advise(sentence: Sentence, message: str) -> Problem:
    """A piece of advice on a sentence."""
    return Problem(sentence.file, sentence.line, message, "advice")


def hard(
    page: PageSource, sentences: list[Sentence], data: SiteData
) -> Iterator[Problem]:
    """Long sentences, and the hardest three of a page that is hard to read."""
    plain = [(s, simpler(s.ours, data)) for s in sentences if s.kind == "text"]
    plain = [(s, words) for s, words in plain if len(words) > 3]
    yield from long(plain)
    if not plain:
        return
    whole = grade([words for _, words in plain])
    if whole <= HARDEST:
        return
    hardest = sorted(plain, key=lambda pair: -grade([pair[1]]))[:3]
    for sentence, words in hardest:
        message = (
            f"one of the three hardest sentences of a page of grade {whole:.1f}, where "
            f"{HARDEST:.0f} is the aim: this one has {grade([words]):.1f}"
        )
        yield advise(sentence, message)


def long(plain: Iterable[tuple[Sentence, list[str]]]) -> Iterator[Problem]:
    """Sentences of more words than one breath: of a page to act on, or to be sent."""
    for sentence, words in plain:
        if len(words) > LONGEST:
            message = f"this sentence has {len(words)} words: make two of it"
            yield advise(sentence, message)


def simpler(text: str, data: SiteData) -> list[str]:
    """The words of a sentence, each term of the glossary as one short word."""
    return WORD.findall(terms_in(data).sub("term", text))


@lru_cache(maxsize=2)
def _terms_in(names: tuple[str, ...]) -> re.Pattern[str]:
    found = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"\b(?:{found})\b", re.I)


def terms_in(data: SiteData) -> re.Pattern[str]:
    """Finds any term of the glossary, by its name or its short form."""
    terms = data.of(Term).values()
    names = [term.name for term in terms]
    names += [term.abbreviation for term in terms if term.abbreviation]
    return _terms_in(tuple(names))


def grade(sentences: list[list[str]]) -> float:
    """The Flesch-Kincaid grade: how many years of school a reader needs."""
    words = [word for sentence in sentences for word in sentence]
    beats = sum(syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * beats / len(words) - 15.59


@cache
def syllables(word: str) -> int:
    """How many beats a word has: where it can be parted, else its groups of vowels."""
    groups = len(re.findall(r"[aeiouy]+", re.sub(r"e(?:s|d)?$", "", word.lower())))
    parts = len(_parts().positions(word)) + 1
    return parts if parts > 1 else max(groups, 1)


@lru_cache(maxsize=1)
def _parts() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_GB", left=1, right=1)


def known_names(data: SiteData) -> set[str]:
    """Words that have a capital in the middle of some sentence: names."""
    texts = [s.words for s in sentences_in_facts(data)]
    texts += [str(getattr(fact, "name", "")) for _, fact in data.facts()]
    for page in data.pages.values():
        texts += [s.words for s in sentences_of(page, data) if s.kind != "heading"]
    return {
        word
        for text in texts
        for word in WORD.findall(text.partition(" ")[2])
        if word[0].isupper()
    }


def headings(sentences: Iterable[Sentence], names: set[str]) -> Iterator[Problem]:
    """Headings in sentence case: a capital is for the first word and for names."""
    for sentence in sentences:
        if sentence.kind != "heading":
            continue
        rest = WORD.findall(re.sub(r"[:?.] \w", ": ", sentence.words).partition(" ")[2])
        odd = [
            word
            for word in (re.sub("['\u2019]s?$", "", typed) for typed in rest)
            if word[0].isupper() and not word.isupper() and word not in names
        ]
        if odd:
            small = " ".join(word.lower() for word in odd)
            yield advise(sentence, f"a heading has one capital: write '{small}' small")


def short_forms(sentences: Iterable[Sentence], data: SiteData) -> Iterator[Problem]:
    """A short form of the glossary that stands before what it is short for."""
    text = [s for s in sentences if s.kind == "text"]
    for term in data.of(Term).values():
        if not term.abbreviation or " " in term.abbreviation:
            continue
        short = re.compile(rf"\b{re.escape(term.abbreviation)}\b")
        for sentence in text:
            given = f"({term.abbreviation})" in sentence.words
            if given or term.name.casefold() in sentence.words.casefold():
                break
            if short.search(sentence.ours):
                yield advise(
                    sentence,
                    f"'{term.abbreviation}' comes before its full form: write "
                    f'{{{{ term("{term.id}") }}}} first',
                )
                break
