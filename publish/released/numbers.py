"""The numbers of a text, as digits or as words."""

import re

NUMBER = re.compile(
    r"\d[\d ]*\d|\d|\b(?:one|two|three|four|five|six|seven|eight|nine"
    r"|ten|eleven|twelve)\b",
    re.I,
)


def numbers_gone(old: str, new: str) -> set[str]:
    """The numbers, as digits or words, that were in a text and are no more."""
    return _numbers(old) - _numbers(new)


def _numbers(text: str) -> set[str]:
    return {found.lower().replace(" ", "") for found in NUMBER.findall(text)}


def holds(text: str, numbers: set[str]) -> bool:
    """Whether a text holds one of some numbers."""
    return bool(_numbers(text) & numbers)
