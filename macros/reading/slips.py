"""Slips of the keyboard in a YAML file, found line by line and said plainly.

YAML's own parser stops at the first fault, often far below it, and speaks to
programmers. This reads the few forms that our files use, so it can name every line
that does not have one of them.
"""

import re
from collections.abc import Iterator

from ..problems import Problem
from .slip_values import Place, plain_value

LINE = re.compile(r"^(?P<indent> *)(?P<dashes>(?:- ++)*+)(?P<rest>(?:.*\S)?)\s*$")
KEY = re.compile(r"^(?P<key>[A-Za-z_][\w-]*) *:(?:\s+(?P<value>.*))?$")
GLUED = re.compile(r"^(?P<key>[a-z_]+):(?P<value>[^\s/].*)$")
GLUED_DASH = re.compile(r"^-[^\s-]")
ID_ALONE = re.compile(r"^id\s+\S+$")
FOLDED = re.compile(r"^[>|][+-]?[1-9]?[+-]?\s*(#.*)?$")
NO_COLON = "this line has no colon: type it as 'name: value', or fold long text with >-"
NO_DASH = "this line has no dash: type '- ' before it, as on the lines above"


def slips_in(file: str, text: str, first: int = 1) -> list[Problem]:
    """Every line of a YAML text that is not as our files write it."""
    place = Place([])
    return [
        Problem(file, number, message, code="slip")
        for number, line in enumerate(text.split("\n"), first)
        for message in slips_of(line, place)
    ]


def slips_of(line: str, place: Place) -> Iterator[str]:
    """What is wrong with one line, which moves `place` on."""
    bare = line.strip()
    if not bare:
        return
    if place.closing:
        place.closing = "" if bare.endswith(place.closing) else place.closing
        return
    indent = len(line) - len(line.lstrip(" "))
    if place.folded is not None and indent > place.folded:
        return
    lead = line[: len(line) - len(line.lstrip())]
    if bare in ("---", "..."):
        yield f"'{bare}' is not used in files of facts: delete this line"
        return
    if "\t" in lead:
        yield "this line starts with a tab: type two spaces for each step in"
        return
    if lead.strip(" "):
        yield "this line starts with a space that is not an ordinary one: type it again"
        return
    place.folded = None
    if bare.startswith("#") or (bare == "[]" and not place.open):
        return  # a file of no records is written as an empty list
    parts = LINE.match(line)
    if parts is None:
        return
    column = indent + len(parts["dashes"])
    rest = parts["rest"]
    dash = bool(parts["dashes"]) or rest == "-"
    before = list(place.open)
    if re.search(r"-  ", parts["dashes"]):
        yield "type one space after the dash, and put a field that is none under 'id'"
        place.opens = True
        return
    slip = misplaced(indent, column if KEY.match(rest) else indent, dash, place)
    found = list(content(rest, column, dash, place))
    if slip or found:
        # So that one slip is said once, the lines below it may stand as they like.
        place.open = before
        deeper = not before or indent > before[-1][0]
        if deeper:
            place.open.append((indent, "dash" if dash else "key"))
        place.opens = place.opens or deeper or not before
    yield from found or [slip] if slip else found


def misplaced(indent: int, column: int, dash: bool, place: Place) -> str | None:
    """Why a line does not start under one of those above it, or None."""
    above = place.open[-1][0] if place.open else 0
    while place.open and place.open[-1][0] > indent:
        place.open.pop()
    if not dash and place.open[-2:] == [(indent, "key"), (indent, "dash")]:
        place.open.pop()
    here = (indent, "dash" if dash else "key")
    if place.open[-1:] != [here]:
        if not (place.opens or (not place.open and above == 0)):
            return why_misplaced(indent, above, dash, place)
        place.open.append(here)
    if column > indent:
        place.open.append((column, "key"))
    return None


def why_misplaced(indent: int, above: int, dash: bool, place: Place) -> str:
    """What to type when a line starts in a column that is not open."""
    columns = {column for column, _ in place.open}
    if place.last == "id" and above == 0:
        return "a record starts with a dash: type '- ' before 'id:' on the line above"
    if indent in columns and not dash:
        return "a new record starts with a dash: type '- ' before it"
    if indent in columns:
        return "this line starts with a dash, and it stands among lines without"
    return (
        f"this line starts {spaces(indent)} in, and the lines above it "
        f"{spaces(above)}: start it under them"
    )


def spaces(count: int) -> str:
    """A number of spaces in words."""
    return "1 space" if count == 1 else f"{count} spaces"


def content(rest: str, column: int, dash: bool, place: Place) -> Iterator[str]:
    """What stands on a line after its indent and dash."""
    place.opens, item = False, place.item
    key = KEY.match(rest)
    place.last = key["key"] if key else ""
    place.item = dash and not KEY.match(rest)
    if not rest or rest == "-":
        place.opens = True
        return
    if key:
        value = key["value"] or ""
        if not value or value.startswith("#"):
            place.opens = True
            return
        if FOLDED.match(value):
            place.folded = column
            return
        yield from plain_value(value, place)
        return
    if GLUED_DASH.match(rest):
        yield "type a space after the dash: '- '"
    elif GLUED.match(rest) and not dash_item(rest, dash):
        yield f"type a space after the colon: '{rest.partition(':')[0]}: '"
    elif dash:
        if ID_ALONE.match(rest):
            yield "type a colon and a space after 'id': '- id: '"
            return
        if FOLDED.match(rest):
            place.folded = column - 2
            return
        yield from plain_value(rest, place)
    else:
        yield NO_DASH if item else NO_COLON


def dash_item(rest: str, dash: bool) -> bool:
    """Whether a colon without a space is right: in an item such as a time."""
    return dash and not GLUED.match(rest)
