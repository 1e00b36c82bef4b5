"""What a kind of record is, said once: all else about it is made from this.

A module of `schema/kinds/` defines one kind, or the few of one file. From it come how
its file is read, the comment at the file's head, its JSON schema, its example in
EDITING.md, how search shows and ranks it, and the macros that no module of
`library/` writes by hand.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel


@dataclass(frozen=True)
class Rule:
    """One rule that a file's head promises. `check` is the code of its problem."""

    words: str
    check: str


@dataclass(frozen=True)
class Told:
    """What a record tells of itself: the words that its place on a page must hold."""

    title: str
    line: str = ""  # shown below the title
    names: tuple[str, ...] = ()  # what else it is called: found, and never shown
    shown: str = ""  # what the page says instead of the title, if it differs
    call: str = ""  # a number to ring
    page: str = ""  # the page that says more


@dataclass(frozen=True)
class Found:
    """How search finds records of a kind.

    `rank` is how likely such a thing is what somebody looks for, from 0 to 1, and
    `shown` the word that stands beside a result. Kinds that come `later` are sent
    with the second part of the index.
    """

    name: str
    rank: float
    shown: str
    told: Callable[[Any], Told]
    later: bool = False


def first_sentence(text: str) -> str:
    """A text up to its first full stop; a short "No." takes the next one along."""
    match = re.match(r".{12,}?[.?!](?=\s|$)", text, re.DOTALL)
    return re.sub(r"\s+", " ", match.group() if match else text).strip()


@dataclass(frozen=True)
class Kind:
    """One kind of record.

    `name` is that of its file, or of its part of a file, such as `audit.themes`.
    `title` and `about` open the head of the file, one paragraph an entry; a part of a
    file has only its line. `example` is a whole record as YAML, with every field. With
    `one`, the kind gets two macros, for one record and for all, from
    `templates/<one>.html`. Records stand in the order of their files, the national one
    first; with `order`, which gives what each file is sorted by, like one file. A kind
    that is `local` has a file in that layer alone, and none where a place has no such
    record. One that is `spare` may lack a file in both. One that `extends` is shown
    with what local passages add at its end.
    """

    name: str
    model: type[BaseModel]
    about: tuple[str, ...]
    example: str
    title: str = ""
    rules: tuple[Rule, ...] = ()
    search: tuple[Found, ...] = ()
    one: str = ""
    order: Callable[[Any], Any] | None = None
    local: bool = False
    spare: bool = False
    extends: bool = False

    @property
    def file(self) -> str:
        """The name of its file, without folder and ending."""
        return self.name.partition(".")[0]

    @property
    def part(self) -> str:
        """Its part of the file, or nothing when it has the file to itself."""
        return self.name.partition(".")[2]


# Rules that hold for every text of every file.
EVERYWHERE = (
    Rule("A phone number stands in contacts.yml alone.", "number-in-record"),
    Rule("An e-mail address stands in contacts.yml alone.", "email-in-record"),
    Rule(
        "A web address stands in a field for one, never in text.", "address-in-record"
    ),
)
QUOTATIONS = (
    Rule("A quotation has under 30 words.", "quote-too-long"),
    Rule("A source that is `link only` is never quoted.", "quote-link-only"),
)
