"""Records read from the nodes of a file, or which lines to fix."""

import re
from dataclasses import dataclass, field
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from ..problems import Problem
from ..schema.fields import FILTERED, SLUG
from ..schema.records import Record
from .explain import explained, field_meant, fields_of
from .tree import (
    child,
    duplicate_keys,
    inside_text,
    last_line,
    line_of,
    plain,
    text_of,
    usual_order,
)

M = TypeVar("M", bound=BaseModel)


@dataclass
class Loaded:
    """The records of one kind, in the order written, and where each stands."""

    files: dict[str, str] = field(default_factory=dict)  # of ids, as `lines`
    records: dict[str, Record] = field(default_factory=dict)
    nodes: dict[str, yaml.Node] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)  # of ids, with mistakes as well
    unsure: bool = False  # an id may be lost in what could not be read
    absent: int = 0  # of a part that its file does not have: the line where it belongs
    # the records once more, with the values that their texts ask for
    filled: tuple[Any, dict[str, Record], list[Problem]] | None = None


def load_records(
    file: str, node: yaml.Node | None, model: type[Record], problems: list[Problem]
) -> Loaded:
    """The records listed below `node`, adding to `problems` whatever is wrong."""
    loaded = Loaded()
    start = "every record must start with '- id:'"
    if isinstance(node, yaml.ScalarNode) and not node.value and not node.style:
        return loaded  # the name of a part with no record below it
    if not isinstance(node, yaml.SequenceNode):
        problems.append(
            Problem(file, line_of(node) if node else 1, start, code="no-record")
        )
        loaded.unsure = True
        return loaded
    order = usual_order(node)
    for entry in node.value:
        if not isinstance(entry, yaml.MappingNode):
            problems.append(Problem(file, line_of(entry), start, code="no-record"))
            loaded.unsure = True
            continue
        record_id = text_of(entry, "id")
        if record_id in loaded.lines:
            first = loaded.lines[record_id]
            message = f"the id '{record_id}' is taken, on line {first}: choose another"
            problems.append(
                Problem(file, line_of(entry, "id"), message, code="id-twice")
            )
        elif re.fullmatch(SLUG, record_id) and FILTERED not in record_id:
            loaded.lines[record_id] = line_of(entry, "id")
            loaded.files[record_id] = file
        record = load_record(file, entry, model, problems, order)
        if record is None:
            loaded.unsure |= loses_an_id(entry) or record_id not in loaded.lines
        elif record.id not in loaded.records:
            loaded.records[record.id] = record
            loaded.nodes[record.id] = entry
            loaded.files[record.id] = file
    return loaded


def loses_an_id(entry: yaml.MappingNode) -> bool:
    """Whether a faulty record may hide another one, or its own name."""
    keys = [key.value for key, _ in entry.value]
    return "id" not in keys or len(keys) > len(set(keys))


def load_record(
    file: str,
    node: yaml.Node,
    model: type[M],
    problems: list[Problem],
    order: list[str] | None = None,
) -> M | None:
    """One record, or None with `problems` saying why."""
    slipped = {problem.line for problem in problems if problem.file == file}
    found = list(duplicate_keys(file, node))
    absent: list[tuple[int | str, ...]] = []
    meant: set[str] = set()  # fields that are there, misspelt
    record = None
    try:
        record = model.model_validate(plain(node))
    except ValidationError as error:
        for detail in error.errors():
            if detail["loc"][-1] == "line":
                continue  # we fill it in ourselves
            if detail["type"] == "missing":
                absent.append(detail["loc"])
                continue
            at = line_of(node, *detail["loc"])
            meant.add(field_meant(detail, model))
            code = detail["type"].replace("_", "-")
            found.append(Problem(file, at, explained(detail, model), code=code))
    for loc in absent:
        if loc[-1] not in meant:  # one slip, one message
            usual = order if order and loc[-1] in order else fields_of(model)
            found.append(missing(file, node, loc, usual))
    problems.extend(problem for problem in found if problem.line not in slipped)
    return None if found else record


def missing(
    file: str, node: yaml.Node, loc: tuple[int | str, ...], order: list[str]
) -> Problem:
    """A field that is not there, at the line below which it usually stands."""
    name = str(loc[-1])
    swallowed = inside_text(node, name)
    if swallowed:
        message = f"'{name}' starts too far in, so it became part of the text above it"
        return Problem(
            file,
            swallowed,
            f"{message}: start it under the other fields",
            code="indent",
        )
    for step in loc[:-1]:
        below = child(node, step) if isinstance(step, str) else None
        node = below or node
    before = order[: order.index(name)] if name in order else []
    fields = node.value if isinstance(node, yaml.MappingNode) else []
    lines = {key.value: last_line(key, value) for key, value in fields}
    at = next((lines[n] for n in reversed(before) if n in lines), line_of(node))
    said = f"add '{name}'" + (" below this line" if before else "")
    return Problem(file, at, said, code="missing-field", field=name)
