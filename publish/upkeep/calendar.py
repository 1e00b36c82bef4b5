"""What is to be looked at again as calendars, one for each owner (RFC 5545).

No clock has a part in them: the same facts give the same bytes. Each thing keeps its
UID, and its SEQUENCE grows when it has been looked at, so a calendar that is taken in
again moves the events that are there and doubles none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from macros.schema.kinds.site import Site
from macros.style.upkeep import Due

END = "\r\n"
WIDE = 75  # octets of a line, without its end
SLUG = re.compile(r"[^a-z0-9]+")
LONGEST = 60  # letters of a file's name


def calendar(site: Site, owner: str, dues: Sequence[tuple[Due, Sequence[str]]]) -> str:
    """The calendar of one owner: what is due, each with the pages that it is about."""
    stamp = max((due.last for due, _ in dues), default=date(2000, 1, 1))
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{escaped(site.name)}//Upkeep//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(f'{site.name}: {owner}')}",
    ]
    for due, places in dues:
        lines += _event(site, due, places, stamp)
    lines.append("END:VCALENDAR")
    return "".join(folded(line) for line in lines)


def _event(site: Site, due: Due, places: Sequence[str], stamp: date) -> Iterator[str]:
    said = [*filter(None, [due.opens]), f"{due.file}, line {due.line}", *places]
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(f'{due.kind}:{due.record}@{site.id}')}"
    yield f"DTSTAMP:{stamp:%Y%m%d}T000000Z"
    yield f"SEQUENCE:{due.last.toordinal()}"
    yield f"DTSTART;VALUE=DATE:{due.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{due.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(due.act[:1].upper() + due.act[1:])}"
    yield f"DESCRIPTION:{escaped(chr(10).join(said))}"
    yield "TRANSP:TRANSPARENT"  # it takes nobody's day
    yield "END:VEVENT"


def escaped(text: str) -> str:
    """Text as a value: what has a meaning there is marked, and ends of line are too."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def folded(line: str) -> str:
    """A line with its end, in pieces of 75 octets that part no character."""
    pieces, now, size = [], "", 0
    for sign in line:
        octets = len(sign.encode("utf-8"))
        if size + octets > WIDE:
            pieces.append(now)
            now, size = " ", 1
        now, size = now + sign, size + octets
    return "".join(f"{piece}{END}" for piece in (*pieces, now))


def file_names(owners: Iterable[str]) -> dict[str, str]:
    """A file's name for each owner, no two the same."""
    names: dict[str, str] = {}
    for owner in sorted(set(owners)):
        stem = SLUG.sub("-", owner.lower()).strip("-")[:LONGEST].strip("-") or "owner"
        name, number = f"{stem}.ics", 2
        while name in names.values():
            name, number = f"{stem}-{number}.ics", number + 1
        names[owner] = name
    return names
