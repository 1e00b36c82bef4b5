"""Numbers and addresses in an answer: each on a line of its own, with whose it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.checks.contact_details import contact_details
from macros.schema.fields import email_address, uk_number, web_address

from .cells import Slip

LINE = re.compile(r"(?P<name>[^:;]{2,80}):\s+(?P<rest>\S.*)")
FORM = "Emergency Duty Team: 01632 960 001; it is urgent and out of hours; Anyone"
ABROAD = re.compile(r"^(?:\+|00)44\s*(?:\(0\)\s*)?")
BARE = re.compile(r"[1-9]\d{9}(?:\.0)?|\d\.\d+[eE]\+?\d+")
EMAIL = re.compile(r"(?<![^\s;,])[^\s;,@]{1,64}@[^\s;,]{1,255}")
WAY = re.compile(r"(?:\d[\s().-]*){3}|@|https?://|\bwww\.", re.I)
WEB = re.compile(r"https?://[^\s;,]+|www\.[^\s;,]+", re.I)


@dataclass(frozen=True)
class Ways:
    """How to reach somebody. `reason` and `who` are said of whoever is new."""

    name: str
    phone: str = ""
    email: str = ""
    url: str = ""
    reason: str = ""
    who: str = ""


def parted(words: str, place: str, slips: list[Slip]) -> tuple[str, list[Ways]]:
    """The words of an answer, and the numbers and addresses that stood among them."""
    kept: list[str] = []
    ways: list[Ways] = []
    for line in words.split("\n"):
        if bare := BARE.search(line.replace(" ", "")) and bare_number(line):
            slips.append(Slip(place, lost_nought(bare)))
        elif not any(contact_details(line)):
            kept.append(line)
        elif found := LINE.fullmatch(line):
            ways.append(ways_of(found["name"], found["rest"], place, slips))
        else:
            held = next(iter(contact_details(line))).typed
            wrong = f"'{held}' has to stand on a line of its own, with whose it is"
            slips.append(Slip(place, f"{wrong}, such as: {FORM}"))
    return "\n".join(filter(None, kept)), ways


def bare_number(line: str) -> str:
    """A number that lost its first 0, as a word of a line; or nothing."""
    found = re.search(rf"(?<![\d+.])(?:{BARE.pattern})(?![\d.])", line)
    return found[0] if found else ""


def lost_nought(number: str) -> str:
    """What to say of a number that a spreadsheet took for a sum."""
    return (
        f"'{number}' has lost the 0 at its start, for the program took it for a sum: "
        "type an apostrophe before it, or put spaces in it, such as 01632 960 001"
    )


def ways_of(name: str, rest: str, place: str, slips: list[Slip]) -> Ways:
    """What follows a name: its ways, then when to use it, then who may."""
    first, *others = (part.strip() for part in rest.split(";"))
    reason, who = [*others, "", ""][:2]
    email, url = EMAIL.search(first), WEB.search(first)
    number = EMAIL.sub("", WEB.sub("", first)).strip(" ,.")
    phone = ABROAD.sub("0", re.sub(r"^(?:tel|phone|t)\.?:?\s*", "", number, flags=re.I))
    if re.fullmatch(r"[\d\s().-]+", phone):
        phone = " ".join(re.sub(r"[().-]", " ", phone).split())
    found = Ways(
        name.strip(),
        phone,
        email[0].rstrip(".") if email else "",
        with_scheme(url[0].rstrip(".")) if url else "",
        reason.rstrip("."),
        who.rstrip("."),
    )
    slips += [Slip(place, wrong) for wrong in wrong_ways(found)]
    return found


def with_scheme(address: str) -> str:
    """A web address as one types it into a record."""
    return address if "://" in address else f"https://{address}"


def wrong_ways(found: Ways) -> Iterator[str]:
    """What no number or address can be, in the words of the fields of a contact."""
    rules = (
        (found.phone, uk_number),
        (found.email, email_address),
        (found.url, web_address),
    )
    for typed, rule in rules:
        try:
            if typed:
                rule(typed)
        except ValueError as error:
            yield f"'{typed}' {error}"
