"""How much a file may hold. What holds more is a slip or an attack, and is not read.

Every limit is far above what the largest file of this site needs, and far below what
would hang a build or fill a machine: YAML and Markdown take a time that grows with the
square of some signs, and a stack that grows with what is nested.
"""

import re
from collections.abc import Iterator

import yaml

from ..problems import Problem
from .unseen import first_unseen

LARGEST = 1_000_000  # bytes of a file
LONGEST = 5_000  # letters of a line
DEEPEST = 20  # lists and fields inside each other
PAGE = 200_000  # letters of a page
OFTEN = {"[": 1_000, "{": 2_000, "<": 2_000, "`": 4_000, "*": 4_000, "_": 4_000}
TAGS = 60  # open at once
OPENING = re.compile(r"[\s>*+-]*(?:\d{1,9}[.)][\s>*+-]*)*")
MARKS = 24  # of lists and quotations at the start of a line
STEP = re.compile(r"<(/?)[a-zA-Z]")

SHARED = (
    "'&' and '*' before a value give it a name and call it again, which is not used "
    "here: put the value in double quotes"
)
NESTED = "this is nested too deep: a record holds fields and lists, and no more"
UNSEEN = "a value holds a character that cannot be seen: delete it and type it again"
# Codes of what would be made without end: such a file is read no further.
TOO_DEEP, ALIAS = "too-deep", "alias"


def too_large(file: str, size: int) -> Problem | None:
    """What to say of a file before it is read, if it is too large."""
    if size <= LARGEST:
        return None
    message = (
        f"this file has {size:,} bytes, and none that people write has more than "
        f"{LARGEST:,}: put back the last one that was right"
    )
    return Problem(file, 1, message, code="too-large")


def too_long(file: str, text: str) -> Iterator[Problem]:
    """Lines that nobody types."""
    if len(text) <= LONGEST:
        return
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST:
            message = f"this line has {len(line):,} letters: part it into several"
            yield Problem(file, number, message, code="too-much")


def too_much(file: str, body: str, first: int) -> Iterator[Problem]:
    """What a page has too much of. `first` is the line on which its words start."""
    if len(body) > PAGE:
        yield Problem(file, first, f"this page has {len(body):,} letters: make it two")
    for sign, most in OFTEN.items():
        if body.count(sign) > most:
            line = first + body[: body.index(sign)].count("\n")
            message = f"this page has more than {most:,} '{sign}': delete some of them"
            yield Problem(file, line, message, code="too-much")
    for number, typed in enumerate(body.split("\n"), first):
        opening = OPENING.match(typed)
        marks = re.sub(r"\s", "", opening[0]) if opening else ""
        if (len(marks) > MARKS and len(set(marks)) > 1) or marks.count(">") > MARKS:
            message = "this line starts with too many marks of lists: delete them"
            yield Problem(file, number, message, code="too-much")
            return
    yield from nested_tags(file, body, first)


def nested_tags(file: str, body: str, first: int) -> Iterator[Problem]:
    """Tags inside tags inside tags."""
    depth = 0
    for step in STEP.finditer(body):
        depth = max(depth - 1, 0) if step[1] else depth + 1
        if depth > TAGS * 5:
            line = first + body[: step.start()].count("\n")
            yield Problem(file, line, "too many tags are open here: close some")
            return


def bounded(file: str, text: str, first: int) -> Iterator[Problem]:
    """What no value of a YAML text may be, looked for before a tree is made of it.

    Ends at the first thing that a tree could not take: with names for values, a few
    lines can stand for more than a machine holds.
    """
    depth = 0
    try:
        for event in yaml.parse(text, yaml.CBaseLoader):
            line = first + (event.start_mark.line if event.start_mark else 0)
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            elif isinstance(event, yaml.ScalarEvent) and first_unseen(event.value):
                yield Problem(file, line, UNSEEN, code="unseen")
            if depth > DEEPEST:
                yield Problem(file, line, NESTED, code=TOO_DEEP)
                return
            if isinstance(event, yaml.AliasEvent):
                yield Problem(file, line, SHARED, code=ALIAS)
                return
            if getattr(event, "anchor", None):
                yield Problem(file, line, SHARED, code=ALIAS)
    except yaml.YAMLError:
        return  # said where the tree is made
