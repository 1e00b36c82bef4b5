"""Facts typed into a page, which belong in data/."""

import re
from collections.abc import Iterator

from ..problems import Problem
from ..reading.pages import PageSource

TYPED = {
    r"(?<![\w&#])(?:\+44|0)\d[\d ]{6,12}\d\b": (
        'a phone number: keep it in data/contacts.yml and write {{ phone("...") }}'
    ),
    r"(?<![\w.+-])[\w.+-]++@[\w-]++\.[\w.]+": (
        "an e-mail address: keep it in data/contacts.yml and show the contact"
    ),
    r"\b(?:https?:)?//[\w.-]+|\bwww\.\w+": (
        "an outside link: keep it in data/resources.yml and write "
        '{{ resource_link("...") }}'
    ),
}


def typed_facts(page: PageSource) -> Iterator[Problem]:
    """One fact, one place: numbers and outside links live in data/."""
    for number, line in enumerate(page.body.splitlines(), page.body_line):
        for pattern, message in TYPED.items():
            if re.search(pattern, line):
                yield Problem(page.file, number, f"this line has {message}")
