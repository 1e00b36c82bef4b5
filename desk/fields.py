"""The fields of a form, made from the model of what is edited."""

import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.facts.written import sort_of
from macros.schema.fields import Ref
from macros.schema.records import ONLY_HERE
from publish.data_heads import LAST, choices_of

Sort = Literal[
    "line", "text", "lines", "choice", "one", "some", "day", "number", "parts", "fixed"
]
NAMES = {"for": "Who it is for", "url": "Web address", "also": "Other names"}
YES = ("yes", "no")


@dataclass(frozen=True)
class Field:
    """One field: what it is called in its file, what a person sees, what fits in it.

    `of` is the kind of the records that it names. A `fixed` one is shown and kept.
    """

    name: str
    label: str
    help: str
    sort: Sort
    needed: bool
    of: str = ""
    choices: tuple[str, ...] = ()
    usual: str = ""  # what holds when it is left out
    parts: tuple["Field", ...] = ()


def fields_of(model: type[BaseModel], *, here: bool = True) -> list[Field]:
    """The fields of a model in the order in which a person writes them.

    Without those that only a record of data/local/ may have, unless it is one.
    """
    told = model.model_json_schema()["properties"]
    named = {
        field.alias or name: field
        for name, field in model.model_fields.items()
        if (field.alias or name) in told and name != "line"
    }
    if not here:
        named = {name: f for name, f in named.items() if name not in ONLY_HERE}
    order = [name for name in named if name not in LAST]
    order += [name for name in LAST if name in named]
    return [_field(name, named[name]) for name in order]


def names_in(fields: Sequence[Field]) -> list[str]:
    """Their names, in order."""
    return [field.name for field in fields]


def _field(name: str, info: FieldInfo) -> Field:
    ref = next((mark for mark in info.metadata if isinstance(mark, Ref)), None)
    held = bare(info.annotation)
    choices = choices_of(held)
    parts: tuple[Field, ...] = ()
    sort: Sort = "line"
    if get_origin(held) is tuple:
        item = bare(get_args(held)[0])
        choices = choices_of(item)
        sort = "some" if (ref and ref.kind != "any") or choices else "lines"
        if isinstance(item, type) and issubclass(item, BaseModel):
            sort = "fixed"
    elif isinstance(held, type) and issubclass(held, BaseModel):
        sort, parts = "parts", tuple(fields_of(held))
    elif choices:
        sort = "choice"
    elif ref and ref.kind != "any":
        sort = "one"
    elif held is date:
        sort = "day"
    elif held is int:
        sort = "number"
    elif sort_of(info) == "text":
        sort = "text"
    usual = info.default if isinstance(info.default, str) and choices else ""
    label = NAMES.get(name, name.replace("_", " ").capitalize())
    about = " ".join((info.description or "").split())
    of = ref.kind if ref and sort in ("one", "some") else ""
    return Field(
        name, label, about, sort, info.is_required(), of, choices, usual, parts
    )


def bare(annotation: Any) -> Any:
    """A type without what may be left out and what it is marked with."""
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = get_args(annotation)[0]
        elif origin in (Union, types.UnionType):
            annotation = next(a for a in get_args(annotation) if a is not type(None))
        else:
            return annotation


def typed_in(
    fields: Sequence[Field], form: Mapping[str, Sequence[str]], before: str = ""
) -> dict[str, Any]:
    """What a form holds, by field; what is empty or fixed is left out."""
    found: dict[str, Any] = {}
    for field in fields:
        name = f"{before}{field.name}"
        given = [_tidied(value) for value in form.get(name, ())]
        value: Any = given[0] if given else ""
        if field.sort == "parts":
            value = typed_in(field.parts, form, f"{name}.")
        elif field.sort == "some":
            value = list(dict.fromkeys(filter(None, given)))
        elif field.sort == "lines":
            value = [line for line in value.split("\n") if line]
        elif field.sort == "fixed":
            continue
        elif field.sort == "choice" and value == field.usual:
            value = ""
        if value:
            found[field.name] = value
    return found


def changes(
    fields: Sequence[Field], typed: Mapping[str, Any], held: Mapping[str, Any]
) -> dict[str, Any]:
    """What must be written: each field that differs, None where it is to go."""
    found: dict[str, Any] = {}
    for field in fields:
        now, was = typed.get(field.name), held.get(field.name)
        if field.sort == "fixed" or _alike(field, now) == _alike(field, was):
            continue
        found[field.name] = None if now is None else written(field, now)
    return found


def written(field: Field, value: Any) -> Any:
    """A value as the splicer takes it: days and numbers stand without quotes."""
    if field.sort == "parts":
        parts = {part.name: part for part in field.parts}
        return {name: written(parts[name], held) for name, held in value.items()}
    if field.sort == "number" and value.isascii() and value.isdigit():
        return int(value)
    if field.sort == "day":
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value  # the check says what is wrong with it
    return value


def _alike(field: Field, value: Any) -> Any:
    """A value such that what reads the same is the same."""
    if value is None:
        return [] if field.sort in ("some", "lines") else field.usual
    if isinstance(value, dict):
        return {name: _alike(field, held) for name, held in value.items() if held}
    if field.sort in ("some", "lines"):
        many = [value] if isinstance(value, str) else value
        return [" ".join(one.split()) for one in many if isinstance(one, str)]
    return _tidied(value) if isinstance(value, str) else value


def _tidied(text: str) -> str:
    """Words as a text box sends them: lines without blanks at their ends."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    lines = plain.split("\n")
    return "\n".join(line.strip() for line in lines).strip()


def shown_in(
    fields: Sequence[Field], held: Mapping[str, Any], before: str = ""
) -> Iterator[tuple[str, list[str]]]:
    """What a form shows of a record, by the names of its boxes."""
    for field in fields:
        value, name = held.get(field.name), f"{before}{field.name}"
        if field.sort == "parts":
            yield from shown_in(field.parts, value or {}, f"{name}.")
        elif field.sort == "fixed":
            continue
        elif value is None:
            yield name, [field.usual] if field.usual else []
        elif field.sort == "lines":
            many = [value] if isinstance(value, str) else value
            yield name, ["\n".join(" ".join(one.split()) for one in many)]
        else:
            yield name, [value] if isinstance(value, str) else list(value)
