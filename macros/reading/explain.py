"""What a model refuses, said for whoever is editing the file."""

from collections.abc import Mapping
from typing import Any, get_args

from pydantic import BaseModel

from ..problems import did_you_mean, nearest
from ..schema.fields import PAGE

# Pydantic speaks to programmers; these speak to editors.
WORDS = {
    "missing": "add '{field}'",
    "extra_forbidden": "'{field}' is not a field here: {near}",
    "string_too_short": "'{field}' is empty: fill it in, or delete the line",
    "string_type": "'{field}' takes one text: write it on its line, or folded with >-",
    "string_pattern_mismatch": (
        "'{field}' cannot be '{input}': use small letters, digits and hyphens"
    ),
    "tuple_type": "'{field}' must be a list: start each line with '- '",
    "too_short": "'{field}' is empty: list at least one",
    "int_parsing": "'{field}' must be a whole number, such as 3",
    "int_type": "'{field}' must be a whole number, such as 3",
    "int_parsing_size": "'{field}' must be a whole number, such as 3",
    "date_from_datetime_parsing": "'{field}' is not a day of the calendar",
    "date_from_datetime_inexact": "'{field}' is not a day of the calendar",
    "date_parsing": "'{field}' is not a day of the calendar",
    "date_type": "'{field}' must be written year-month-day, such as 2026-01-31",
    "model_type": "'{field}' must hold fields of its own, indented below it",
    "model_attributes_type": "'{field}' must hold fields of its own, indented below it",
}
OTHERWISE = "'{field}' cannot be read as it is written: compare it with another record"


def explained(detail: Mapping[str, Any], model: type[BaseModel]) -> str:
    """One Pydantic error as a sentence that says what to type."""
    name = next((p for p in reversed(detail["loc"]) if isinstance(p, str)), "record")
    kind = detail["type"]
    if kind == "value_error":
        return f"'{name}' {detail['ctx']['error']}"
    if kind in {"enum", "literal_error"}:
        choices = detail["ctx"]["expected"].replace('"', "'")
        if not detail["input"]:
            return f"'{name}' is empty: choose from {choices}"
        return f"'{name}' cannot be {shown(detail['input'])}: choose from {choices}"
    if kind == "string_pattern_mismatch":
        if not detail["input"]:
            return f"'{name}' is empty: fill it in, or delete the line"
        if detail["ctx"]["pattern"] == PAGE:
            return f"'{name}' must be an address of this site, such as /panel/prepare/"
    words = WORDS.get(kind, OTHERWISE)
    near = did_you_mean(name, fields_of(inside(model, detail["loc"])))
    return words.format(field=name, input=detail["input"], near=near)


def field_meant(detail: Mapping[str, Any], model: type[BaseModel]) -> str:
    """The field that a misspelt one most likely is, or nothing."""
    if detail["type"] != "extra_forbidden":
        return ""
    return nearest(str(detail["loc"][-1]), fields_of(inside(model, detail["loc"])))


def shown(value: object) -> str:
    """What was typed, if it is short enough to repeat."""
    return f"'{value}'" if isinstance(value, str) and len(value) < 60 else "that"


def inside(model: type[BaseModel], loc: tuple[int | str, ...]) -> type[BaseModel]:
    """The model that holds the last step of `loc`: `response` has fields of its own."""
    for step in loc[:-1]:
        for name, info in model.model_fields.items():
            if step not in (name, info.alias):
                continue
            for kind in (info.annotation, *get_args(info.annotation)):
                if isinstance(kind, type) and issubclass(kind, BaseModel):
                    model = kind
    return model


def fields_of(model: type[BaseModel]) -> list[str]:
    """The fields of a model as an editor types them, in the order of the guides."""
    last = ("standing", "confirmed", "evidence", "sources")
    names = [f.alias or n for n, f in model.model_fields.items() if n != "line"]
    own = [name for name in names if name not in last]
    return own + [name for name in last if name in names]
