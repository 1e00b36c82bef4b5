"""A day as people type it, or what to type instead."""

import re
from datetime import date, timedelta

from macros.problems import nearest

from .cells import Cell, Slip

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
DIGITS = re.compile(r"(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})")
NAMED = re.compile(
    r"(?:[a-z]{1,6}day,? )?(\d{1,2})(?:st|nd|rd|th)?"
    r"[ -]([a-z]{1,9})\.?,?[ -](\d{4}|\d{2})",
    re.I,
)
OLDEST = timedelta(days=3 * 365)
FORM = "type it as 24 November 2026"


def day_of(cell: Cell, today: date) -> date | Slip:
    """The day in a cell. British days come before their month.

    Gives a slip where that is none, could be two, is still to come or long gone.
    """
    found = cell.value if isinstance(cell.value, date) else _typed(cell)
    if isinstance(found, Slip):
        return found
    if found > today:
        wrong = f"{_said(found)} is still to come, and today is {_said(today)}"
        return Slip(cell.place, f"{wrong}: type the day on which it was confirmed")
    if today - found > OLDEST:
        return Slip(cell.place, f"{_said(found)} is too long ago: ask again")
    return found


def _typed(cell: Cell) -> date | Slip:
    words = cell.words
    if not words:
        return Slip(cell.place, f"there is no date: {FORM}")
    if isinstance(cell.value, (int, float)):
        return Slip(cell.place, f"'{words}' is a number, and no date: {FORM}")
    iso, digits, named = (p.fullmatch(words) for p in (ISO, DIGITS, NAMED))
    if iso:
        return _day(cell, int(iso[1]), int(iso[2]), int(iso[3]))
    if digits:
        first, second, year = int(digits[1]), int(digits[2]), _year(digits[3])
        if first != second and first <= 12 and second <= 12:
            one, other = (
                f"{a} {MONTHS[b - 1].capitalize()}"
                for a, b in ((first, second), (second, first))
            )
            wrong = f"'{words}' may be {one} or {other}"
            return Slip(cell.place, f"{wrong}: type the month as a word, {one} {year}")
        return _day(cell, year, second, first)
    if named:
        month = _month(named[2])
        if month:
            return _day(cell, _year(named[3]), month, int(named[1]))
    return Slip(cell.place, f"'{words}' is no date that can be read: {FORM}")


def _month(word: str) -> int:
    """The number of a month by its name or its start, or 0."""
    word = word.casefold()
    for number, name in enumerate(MONTHS, 1):
        if len(word) > 2 and name.startswith(word):
            return number
    near = nearest(word, MONTHS)
    return 9 if word == "sept" else MONTHS.index(near) + 1 if near else 0


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _day(cell: Cell, year: int, month: int, day: int) -> date | Slip:
    try:
        return date(year, month, day)
    except ValueError:
        return Slip(cell.place, f"'{cell.words}' is not a day of the calendar: {FORM}")


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
