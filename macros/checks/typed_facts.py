"""Contact details typed into words, which have one place each in data/."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..facts.written import Written, line_with
from ..problems import Problem
from ..reading.pages import PageSource
from .contact_details import Detail, Found, contact_details

IN_PAGE: dict[Detail, str] = {
    "number": (
        'a phone number: keep it in data/contacts.yml and write {{ phone("...") }}'
    ),
    "email": "an e-mail address: keep it in data/contacts.yml and show the contact",
    "address": (
        "an outside link: keep it in data/resources.yml and write "
        '{{ resource_link("...") }}'
    ),
}
IN_RECORD: dict[Detail, tuple[str, str]] = {
    "number": ("a phone number", "keep it in 'phone' of a record of data/contacts.yml"),
    "email": ("an e-mail address", "keep it in 'email' of a record of contacts.yml"),
    "address": (
        "a web address",
        "delete it, and keep it in 'url' of a record of resources.yml or sources.yml",
    ),
}
# What must not be said is kept where it is known for that.
APART = {"unsafe"}
# A source may be known by the name of the site where it was found.
NAMES_SITES = {"publisher", "title", "how", "note"}


def typed_facts(page: PageSource) -> Iterator[Problem]:
    """One fact, one place: numbers and outside links live in data/."""
    seen = set()
    for found in contact_details(page.body):
        line = page.body_line + found.row
        if (line, found.kind) not in seen:
            seen.add((line, found.kind))
            message = f"this line has {IN_PAGE[found.kind]}"
            yield Problem(page.file, line, message, code=f"{found.kind}-in-page")


def typed_in_records(root: Path, written: Iterable[Written]) -> Iterator[Problem]:
    """The same of every text of data/: it reaches pages, where nobody changes it."""
    for value in written:
        if value.sort != "text" or value.kind in APART:
            continue
        seen: set[Detail] = set()
        for found in contact_details(value.typed):
            if found.kind in seen or allowed(value, found):
                continue
            seen.add(found.kind)
            yield at_its_line(root, value, found)


def allowed(value: Written, found: Found) -> bool:
    """A source named after a site, and a contact named after its own number."""
    if value.kind == "sources" and value.field in NAMES_SITES:
        return found.kind == "address" and not found.typed.lower().startswith(STARTS)
    if value.kind == "contacts" and value.field in ("name", "also"):
        number = digits(getattr(value.record, "phone", None) or "")
        return bool(number) and digits(found.typed) == number
    return False


STARTS = ("http", "hxxp", "www", "//", "ftp", "mailto", "tel")


def digits(text: str) -> str:
    """The digits of a number, without what groups them."""
    return "".join(filter(str.isdigit, text))


def at_its_line(root: Path, value: Written, found: Found) -> Problem:
    """A contact detail in a record, at the line of the file on which it stands."""
    what, mend = IN_RECORD[found.kind]
    text = (root / value.file).read_text(encoding="utf-8", errors="replace")
    message = f"'{value.field}' has {what}, '{found.typed}'"
    problem = value.problem(f"{found.kind}-in-record", message, mend)
    line = line_with(text, value, found.typed)
    return Problem(**{**vars(problem), "line": line})
