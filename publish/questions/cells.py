"""One cell that somebody filled in: what it holds, where it is, what is wrong."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

Value = str | int | float | date | None
# Signs that programs put in place of those that were typed, or beside them.
TYPED = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u2032", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u2033", '"'),
        **dict.fromkeys("\u00a0\u2007\u2009\u202f", " "),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", ""),
        **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e", ""),
        **dict.fromkeys("\u2066\u2067\u2068\u2069", ""),
        "\u2026": "...",
        "\u2011": "-",
    }
)
BREAKS = re.compile(r"\r\n?|[\v\u2028\u2029]")


@dataclass(frozen=True)
class Cell:
    """What stands in a cell, and how a person finds it: row 12, column H."""

    place: str
    value: Value = None
    sum: bool = False  # the program works it out, and nobody typed the words

    @property
    def words(self) -> str:
        """What stands there as plain words; a day as 2026-11-24, nothing as ''."""
        if isinstance(self.value, str):
            return tidied(self.value)
        return "" if self.value is None else str(self.value)


@dataclass(frozen=True)
class Slip:
    """A cell that cannot be taken in, and what to type there."""

    place: str
    message: str
    stale: bool = False  # whether the row asks what is not asked now

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


def tidied(text: str) -> str:
    """Words as they are typed on a keyboard: plain quotes and spaces, lines kept."""
    lines = BREAKS.sub("\n", text).translate(TYPED).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines).strip()


def held(value: Any) -> Value:
    """What a program gives for a cell as one of the few things that we know."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or isinstance(value, (str, int, float, date)):
        return value
    return str(value)
