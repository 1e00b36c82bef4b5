"""Days that records and pages give: none is still to come, none is a slip of a year."""

from collections.abc import Iterable, Iterator
from datetime import date

from ..facts.site_data import SiteData
from ..facts.written import Written
from ..problems import Problem
from ..reading.tree import line_of

AHEAD = {"until"}  # fields of days that are meant to come
FIRST = date(2000, 1, 1)  # nothing here was read or reviewed before


def days(data: SiteData, written: Iterable[Written], today: date) -> Iterator[Problem]:
    """Days of records and pages that cannot be."""
    for value in written:
        if value.sort == "date" and value.field not in AHEAD:
            code, said = fault_of(value.typed, today)
            if code:
                yield value.problem(code, f"'{value.field}' {said}")
    for page in data.pages.values():
        if page.front and page.node:
            code, said = fault_of(page.front.reviewed, today)
            if code:
                line = line_of(page.node, "reviewed")
                yield Problem(page.file, line, f"'reviewed' {said}", code=code)


def fault_of(day: date, today: date) -> tuple[str, str]:
    """The rule that a day breaks, and what is wrong with it; or nothing."""
    if day > today:
        said = f"is {day}, and today is {today}: write the day on which it was done"
        return "day-to-come", said
    if day < FIRST:
        return "day-too-old", f"is {day}, before {FIRST.year}: check the year"
    return "", ""
