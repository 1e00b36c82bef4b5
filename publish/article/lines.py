"""Where in a page a piece of what came out was typed."""

import re
from collections.abc import Iterator, Sequence
from html import unescape

from macros.reading.pages import PageSource

Found = Iterator[tuple[str, int, str]]  # slips: each a code, its line, what to type

WORD = re.compile(r"[^\W_]+")
ESCAPED = re.compile(r"\\[\\`*_{}\[\]()>#+.!|~^:=$-]")
TICKS = re.compile(r"`+")
NUMBERED = re.compile(r"&(?!amp;)[#\w]+;")
CALL = re.compile(r"\{\{[^{}]*\}\}")


def blank(found: re.Match[str]) -> str:
    """As many spaces as what was found has signs."""
    return " " * len(found[0])


def without_code(line: str) -> str:
    """A line with spaces for what stands between as many '`' on both sides."""
    if "`" not in line:
        return line
    runs = list(TICKS.finditer(line))
    kept, at, next_run = "", 0, 0
    for place, run in enumerate(runs):
        if place < next_run:
            continue
        for other in range(place + 1, len(runs)):
            if len(runs[other][0]) == len(run[0]):
                kept += line[at : run.start()] + " " * (runs[other].end() - run.start())
                at, next_run = runs[other].end(), other + 1
                break
    return kept + line[at:]


def outside(line: str) -> str:
    """A line without its code and its macro calls."""
    return CALL.sub(blank, without_code(line))


def meant(line: str, sign: str) -> int:
    """How often a sign stands in a line behind a '\\' or by its number, as a sign."""
    line = outside(line)
    whole = ESCAPED.sub(lambda found: found[0][1], line)
    whole = NUMBERED.sub(lambda found: unescape(found[0]), whole)
    return whole.count(sign) - ESCAPED.sub(blank, line).count(sign)


def words_of(text: str) -> set[str]:
    """The words of a text, in small letters."""
    return {word.lower() for word in WORD.findall(text)}


class Lines:
    """The lines of a page outside code, each found by what it made."""

    def __init__(self, page: PageSource) -> None:
        self.page = page
        self.all = list(page.lines())
        self.with_code = list(enumerate(page.body.split("\n"), page.body_line))
        self._given: set[tuple[str, int]] = set()

    def of(self, text: str, sign: str = "", code: str = "") -> int | None:
        """The line that most likely made the line `text`, where `sign` was left over.

        None if every `sign` in it is meant. Of two lines alike, each is given once.
        """
        with_sign = [(n, line) for n, line in self.all if sign in line]
        with_sign += [(n, line) for n, line in self.all if sign and meant(line, sign)]
        if not with_sign:  # a fence of code that the engine did not take for one
            with_sign = [(n, line) for n, line in self.with_code if sign in line]
        among = with_sign or self.with_code
        number, line = self._best(words_of(text), among, code)
        if sign and meant(line, sign) >= max(text.count(sign), 1):
            return None
        self._given.add((code, number))
        return number

    def at(self, text: str, sign: str, code: str) -> int:
        """As `of`, where the sign cannot be meant."""
        found = self.of(text, sign, code)
        return self.page.body_line if found is None else found

    def _best(
        self, wanted: set[str], among: Sequence[tuple[int, str]], code: str
    ) -> tuple[int, str]:
        def rank(numbered: tuple[int, str]) -> tuple[float, bool, int]:
            number, line = numbered
            words = words_of(line)
            shared = len(wanted & words) / (len(wanted | words) or 1)
            return shared, (code, number) not in self._given, -number

        return max(among, key=rank, default=(self.page.body_line, ""))
