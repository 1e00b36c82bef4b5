"""What can be put into a page: each macro, with its own words, and a few shapes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.library.all_macros import MACROS
from macros.library.registry import INLINE, example_of
from macros.schema.place import roles_of

from .desk import Desk, called, role_called

# Macros that name one record: of which kind it is.
OF_KIND = {
    "phone": "contacts",
    "contact": "contacts",
    "cite": "sources",
    "term": "terms",
    "resource": "resources",
    "question": "questions",
    "gap": "gaps",
    "value": "values",
    "passage": "gaps",
}
CALL = re.compile(r'\{\{ \w+\("([^"]*)"')
FOLD = "/// details | Words to open it\n\nWords inside.\n\n///"
CALL_OUT = "!!! note\n\n    Words inside, four blanks further in.\n"
TABLE = "| Day | Who |\n|---|---|\n| Monday | The team |\n| Tuesday | The panel |"
SHAPES = (
    ("Fold", "Words that open when asked for", FOLD),
    ("Call-out", "A box that stands out", CALL_OUT),
    ("Table", "Rows and columns", TABLE),
    ("Heading", "A part of the page", "## Its words"),
    ("List", "One thing a line", "- One thing\n- Another thing"),
    ("Link to a page", "To another page of this site", "[its words](support.md)"),
)


@dataclass(frozen=True)
class Snippet:
    """One thing to put in: its name, what it gives, its text, and what may be named."""

    name: str
    about: str
    text: str
    inline: bool
    named: tuple[tuple[str, str], ...] = ()  # ids with the names of their records


def snippets(desk: Desk) -> list[Snippet]:
    """Everything that can be put in, shapes first."""
    shapes = [
        Snippet(n, about, text, n.startswith("Link")) for n, about, text in SHAPES
    ]
    return shapes + list(_macros(desk))


def _macros(desk: Desk) -> Iterator[Snippet]:
    data = desk.data
    for name in MACROS:
        call = example_of(name).removeprefix("type it like ")
        first = (MACROS[name].__doc__ or "").split("\n")[0]
        about = re.sub(r":? ?`\{\{.*", "", first).rstrip(".")
        kind = OF_KIND.get(name, "")
        roles = [(role, role_called(role, kind)) for role in sorted(roles_of(kind))]
        records = [(i, called(r)) for i, r in data.kinds.get(kind, {}).items()]
        named = (*roles, *records) if CALL.match(call) else ()
        yield Snippet(name, about, call, name in INLINE, named)
