"""Slips in one value of a YAML file: quotes, brackets, colons and signs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

SINGLE = re.compile(r"^'(?:[^']|'')*'\s*(?P<after>.*)$")
DOUBLE = re.compile(r'^"(?:[^"\\]|\\.)*"\s*(?P<after>.*)$')
ESCAPE = re.compile(r'\\(?![0abtnvfre "/\\N_LPxuU])')
CURLY = {"\u2018", "\u2019", "\u201c", "\u201d"}
SIGNS = "@`%*&!?|>{}]"
QUOTE = "put the whole value in double quotes"


@dataclass
class Place:
    """Where a scan has got to: what is open, and whether text is being folded."""

    open: list[tuple[int, str]]  # columns with "key" or "dash", outermost first
    folded: int | None = None  # deeper lines belong to a folded value
    opens: bool = True  # the line before may have lines further in below it
    last: str = ""  # the name on the line before
    item: bool = False  # the line before is an item of a plain list
    closing: str = ""  # the bracket that a list over several lines waits for


def plain_value(value: str, place: Place) -> Iterator[str]:
    """What is wrong with a value on one line."""
    first = value[0]
    if first in "'\"":
        yield from quoted(value)
    elif first == "[":
        yield from bracketed(value, place)
    elif value.endswith("]") and "[" not in value:
        yield "a list is closed with ']' and not opened: type '[' at its start"
    elif first in ">|":
        yield "the text starts on the next line, further in: leave only >- on this one"
    elif first in SIGNS:
        yield f"a value cannot start with '{first}': {QUOTE}"
    elif first in CURLY:
        yield f"curly quotes do not hold a value together: {QUOTE}"
    elif re.search(r":(\s|$)", value):
        yield f"a colon followed by a space ends a name: {QUOTE}, or use >-"
    elif re.search(r"\s#", value):
        yield f"what comes after '#' is left out: {QUOTE}, or delete it"


def quoted(value: str) -> Iterator[str]:
    """What is wrong with a value that starts with a quote."""
    mark = value[0]
    name = "single quote" if mark == "'" else "double quote"
    whole = (SINGLE if mark == "'" else DOUBLE).match(value)
    if whole is None:
        yield f"a {name} is opened and not closed on this line: type {mark} at its end"
    elif whole["after"].startswith("#"):
        yield "what comes after '#' is left out: delete it"
    elif whole["after"] and mark == "'":
        yield f"the apostrophe ends the value: {QUOTE} instead of single ones"
    elif whole["after"]:
        yield "words stand after the closing quote: use >- and the next line instead"
    elif mark == '"' and ESCAPE.search(value):
        yield "a backslash has a meaning in double quotes: use single quotes"


def bracketed(value: str, place: Place) -> Iterator[str]:
    """What is wrong with a list on one line."""
    bare = re.sub(r"\"[^\"]*\"|'[^']*'", "", value)
    if re.search(r"\[\[\s*+\w", bare):
        yield "'[[' starts a list here: put the words that it stands in between \""
    elif re.search(r"\]\s+#", value):
        yield "what comes after '#' is left out: delete it"
    elif not value.endswith("]"):
        if value.endswith(","):
            place.closing = "]"
        else:
            yield "a list is opened with '[' and not closed: type ']' at its end"
    elif value.count("[") != value.count("]"):
        yield "a list needs as many ']' as '['"
