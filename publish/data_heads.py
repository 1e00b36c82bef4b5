"""The comment at the head of a data file: what stands in it, field by field."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.schema.kind import EVERYWHERE, Kind, Rule
from macros.schema.layers import LOCAL, NATIONAL

WIDE = 108
LAST = ("standing", "confirmed", "evidence", "sources", "replaces", "stands")
HOW = (
    "To change a record, change only the words after the colon, and keep the spaces at "
    "the start of each line. Where a line ends in >- the words go on the next lines, "
    "further in. Put quotes round a value that holds a colon followed by a space."
)
MADE = "This comment is made from macros/schema/kinds/ by `make generated`."


LAYERS = {
    NATIONAL: (
        "True everywhere in England, or in the UK where it says so. The build refuses "
        "the name of a place here, and the id of a record of data/local/."
    ),
    LOCAL: "True in this place. What is true everywhere stands in data/national/.",
}


def head_of(kinds: Sequence[Kind], layer: str) -> str:
    """The head of the file of a layer that holds these kinds, as lines of comment."""
    lines = [kinds[0].title, "", *textwrap.wrap(LAYERS[layer], WIDE), ""]
    for kind in kinds:
        if kind.part:
            lines += [f"{kind.part}:", ""]
        for paragraph in kind.about:
            lines += [*textwrap.wrap(paragraph, WIDE, break_on_hyphens=False), ""]
        lines += ["The fields of a record:", *fields(kind.model), ""]
    lines += [*textwrap.wrap(HOW, WIDE, break_on_hyphens=False), ""]
    rules = [rule for kind in kinds for rule in kind.rules]
    lines += [
        "What the build refuses to break:",
        *ruled([*rules, *EVERYWHERE]),
        "",
        MADE,
    ]
    return "".join(f"# {line}".rstrip() + "\n" for line in lines)


def fields(model: type[BaseModel]) -> Iterator[str]:
    """Each field with what it is for, in the order in which it is written."""
    told = model.model_json_schema()["properties"]
    named = {
        f.alias or n: f
        for n, f in model.model_fields.items()
        if (f.alias or n) in told and n != "line"
    }
    order = [name for name in named if name not in LAST]
    order += [name for name in LAST if name in named]
    wide = max(map(len, named)) + 3
    for name in order:
        text = said(named[name])
        dash = "- " if name == "id" else "  "
        lines = textwrap.wrap(text, WIDE - wide - 2, break_on_hyphens=False)
        yield f"{dash}{name:<{wide}}{lines[0]}"
        yield from (" " * (wide + 2) + line for line in lines[1:])


def said(field: FieldInfo) -> str:
    """What a field is for, what it can be, and whether it may be left out."""
    about = " ".join((field.description or "").split())
    choices = choices_of(field.annotation)
    if choices:
        about += f" One of: {', '.join(choices)}."
    return about if field.is_required() else f"(may be left out) {about}"


def choices_of(annotation: object) -> tuple[str, ...]:
    """The values that a field can have, if it has a list of them."""
    if get_origin(annotation) is Literal:
        return tuple(map(str, get_args(annotation)))
    return tuple(getattr(member, "value", "") for member in enum_of(annotation))


def enum_of(annotation: object) -> Sequence[object]:
    """The members of an enumeration, or nothing."""
    members = getattr(annotation, "__members__", {})
    return list(members.values())


def ruled(rules: Sequence[Rule]) -> Iterator[str]:
    """Each rule once, as a line or more."""
    for words in dict.fromkeys(rule.words for rule in rules):
        lines = textwrap.wrap(words, WIDE - 4, break_on_hyphens=False)
        yield f"  - {lines[0]}"
        yield from (f"    {line}" for line in lines[1:])
