"""Values of values.yml that were typed by hand, where they would stay behind."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ..facts.site_data import SiteData
from ..facts.written import Written
from ..problems import Problem
from ..schema.kinds.values import NamedValue
from .contact_details import without_marks

KIND = "values"
# Small numbers as people write them: one form is as much a copy as the other.
NUMBERS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight"),
    *("nine", "ten", "eleven", "twelve"),
)
# Names, titles and other people's words keep the words that they have.
THEIRS = {"also", "avoid", "dated", "find", "name", "publisher", "quote", "title"}
THEIRS |= {"typed", "unless", "value", "short", "whole"}
TYPED = "'{}' is typed, and it is a fact of values.yml"
QUOTED = re.compile('"[^"]*"|\u201c[^\u201c\u201d]*\u201d')


def typed_values(data: SiteData, every: Iterable[Written]) -> Iterator[Problem]:
    """Each copy of a value that was typed into a page or into a record."""
    values = tuple(data.of(NamedValue).values())
    find = finder_of(values)
    literals = literals_of(values)
    for page in data.pages.values():
        for number, line in page.lines():
            if line.lstrip().startswith(("#", ">")) or not has(literals, line):
                continue
            for index, words in copies(line, find):
                value = values[index]
                form = form_of(value, words)
                call = f'"{value.id}", "{form}"' if form else f'"{value.id}"'
                mend = f"write {{{{ value({call}) }}}} for '{part_of(value, words)}'"
                yield Problem(
                    page.file,
                    number,
                    TYPED.format(words),
                    code="typed-value",
                    kind=KIND,
                    id=value.id,
                    mend=mend,
                )
    for written in every:
        if written.sort != "text" or written.field in THEIRS:
            continue
        if written.kind in (KIND, "unsafe") or not has(literals, written.typed):
            continue
        for index, words in copies(written.raw, find):
            value = values[index]
            asked = f"{value.id} {form_of(value, words)}".strip()
            mend = f"write [[{asked}]] for '{part_of(value, words)}'"
            yield written.problem("typed-value", TYPED.format(words), mend)


def copies(text: str, find: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """Which values a text has typed, each with the words, quotations apart."""
    text = " ".join(without_marks(QUOTED.sub(" ", text)).split())
    for found in find.finditer(text):
        yield int(str(found.lastgroup)[1:]), found[0]


@lru_cache(maxsize=4)
def finder_of(values: tuple[NamedValue, ...]) -> re.Pattern[str]:
    """Finds any phrase of any value, in any case and over any number of spaces."""
    parts = []
    for number, value in enumerate(values):
        said = "|".join(map(re.escape, sorted(forms(value), key=len, reverse=True)))
        phrases = "|".join(
            re.escape(phrase).replace(r"\*", f"(?:{said})").replace(r"\ ", r"\s+")
            for phrase in value.typed
        )
        parts.append(rf"(?P<v{number}>(?<![\w-])(?:{phrases})(?![\w-]))")
    return re.compile("|".join(parts) or r"(?!)", re.I)


@lru_cache(maxsize=4)
def literals_of(values: tuple[NamedValue, ...]) -> tuple[str, ...]:
    """The longest word of each phrase: a text without any of them has no copy."""
    longest = {
        max(phrase.casefold().replace("*", " ").split() or [""], key=len)
        for value in values
        for phrase in value.typed
    }
    return tuple(longest)


def has(literals: tuple[str, ...], text: str) -> bool:
    """Whether a text is worth a look: most are not."""
    folded = text.casefold()
    return any(literal in folded for literal in literals)


def forms(value: NamedValue) -> set[str]:
    """What may be typed for a value: itself, its short form, a number's other form."""
    made = {value.value, value.short or value.value}
    for number, word in enumerate(NUMBERS):
        if value.value.casefold() in (word, str(number)):
            made |= {word, str(number)}
    if " to " in value.value:
        first, _, last = value.value.partition(" to ")
        made |= {f"{first}{sign}{last}" for sign in ("-", " - ")}
    return made


def part_of(value: NamedValue, words: str) -> str:
    """The part of a typed phrase that stands for the value."""
    for form in sorted(forms(value), key=len, reverse=True):
        found = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", words, re.I)
        if found:
            return found[0]
    return words


def form_of(value: NamedValue, words: str) -> str:
    """The form of a value that a typed phrase has, as its call names it."""
    part = part_of(value, words)
    if value.short and part == value.short:
        return "short"
    return "start" if part[:1].isupper() > value.value[:1].isupper() else ""
