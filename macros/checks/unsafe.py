"""Numbers and addresses that must never be published: data/unsafe.yml says which."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ..facts.site_data import SiteData
from ..facts.written import Written
from ..problems import Problem
from ..schema.kinds.unsafe import Unsafe
from .contact_details import GAP, without_marks

KIND = "unsafe"
FILE = "data/unsafe.yml"
SHORTEST = 5  # digits: those for text messages
NO_DIGITS = re.compile(r"[^0-9]+")


def unsafe_in_facts(data: SiteData, written: Iterable[Written]) -> Iterator[Problem]:
    """What must never be published in any value of any record: also as a phone."""
    find = finder_of(data)
    for value in written:
        if value.kind != KIND and value.sort != "other" and value.sort != "date":
            for record in find(value.typed):
                message, mend = said_of(record, f"'{value.field}' has")
                yield value.problem(code_of(record), message, mend)


def unsafe_in_pages(data: SiteData) -> Iterator[Problem]:
    """What must never be published, in the words of pages."""
    find = finder_of(data)
    for page in data.pages.values():
        if find(page.body):
            lines = page.body.split("\n")
            for number, line in enumerate(lines, page.body_line):
                # a number may be broken over two lines: said at the first of them
                both = "\n".join(lines[number - page.body_line :][:2])
                for record in find(both):
                    if record in find(line) or record not in find(both[len(line) :]):
                        message, mend = said_of(record, "this line has")
                        code = code_of(record)
                        yield Problem(page.file, number, message, code=code, mend=mend)


def code_of(record: Unsafe) -> str:
    """The rule that a record of unsafe.yml belongs to."""
    return "unsafe-number" if record.number else "unsafe-address"


def said_of(record: Unsafe, where: str) -> tuple[str, str]:
    """What is wrong, and what to do."""
    what = record.number or record.address
    return (
        f"{where} {what}, which must never be published ({record.why.rstrip('.')})",
        f"delete it; if it is right again, delete '{record.id}' in {FILE} first",
    )


class Finder:
    """Finds what must never be published in a text, however it is typed."""

    def __init__(self, records: Iterable[Unsafe]) -> None:
        self.rules = [(r, sign_of(r), re.compile(pattern_of(r), re.I)) for r in records]

    def __call__(self, text: str) -> list[Unsafe]:
        """The records whose number or address is in the text."""
        forms = [form for form in {text, without_marks(text)} if form]
        # A quick look first, for nearly every text holds none.
        plain = "".join(forms).casefold()
        digits = NO_DIGITS.sub("", plain)
        return [
            record
            for record, sign, pattern in self.rules
            if sign in (digits if record.number else plain)
            and any(map(pattern.search, forms))
        ]


def can_be_found(record: Unsafe) -> bool:
    """Whether a record says one thing, long enough to be nothing else."""
    if record.number is None:
        return record.address is not None
    return record.address is None and len(NO_DIGITS.sub("", record.number)) >= SHORTEST


def sign_of(record: Unsafe) -> str:
    """What a text must have to be worth a look: the digits, or the address."""
    if record.address:
        return record.address.casefold()
    return NO_DIGITS.sub("", record.number or "").removeprefix("0")


def finder_of(data: SiteData) -> Finder:
    """What finds the unsafe numbers and addresses of a site."""
    records = data.of(Unsafe).values()
    return _finder(tuple(record for record in records if can_be_found(record)))


@lru_cache(maxsize=4)
def _finder(records: tuple[Unsafe, ...]) -> Finder:
    return Finder(records)


def pattern_of(record: Unsafe) -> str:
    """Finds a number in any grouping, from home or abroad; an address in any case."""
    if record.address:
        return rf"(?<![\w-]){re.escape(record.address)}"
    digits = NO_DIGITS.sub("", record.number or "")
    rest = GAP.join(digits.removeprefix("0"))
    if not digits.startswith("0"):
        return rf"(?<!\d)(?<!\d[.,]){rest}(?!\d)"
    return rf"(?<!\d)(?:0{GAP}|(?:00)?44{GAP}(?:0{GAP})?){rest}(?!\d)"
