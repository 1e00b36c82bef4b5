"""Read a file of records from data/, or say which lines to fix."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from .fields import PAGE
from .problems import Problem, did_you_mean
from .records import Record

M = TypeVar("M", bound=BaseModel)

# Pydantic speaks to programmers; these speak to whoever is editing the file.
ADVICE = {
    "missing": "add '{field}'",
    "extra_forbidden": "'{field}' is not a field here: {near}",
    "string_too_short": "'{field}' is empty: fill it in, or delete the line",
    "string_type": "'{field}' must be plain text on one line, or folded with '>-'",
    "string_pattern_mismatch": (
        "'{field}' cannot be '{input}': use small letters, digits and hyphens"
    ),
    "tuple_type": "'{field}' must be a list: start each line with '- '",
    "too_short": "'{field}' is empty: list at least one",
    "int_parsing": "'{field}' must be a whole number, such as 3",
    "date_from_datetime_parsing": "'{field}' is not a day of the calendar",
    "date_parsing": "'{field}' is not a day of the calendar",
    "model_type": "'{field}' must hold fields of its own, indented below it",
}


@dataclass(frozen=True)
class Loaded:
    """The records of one kind, in the order written, and where each stands."""

    file: str
    records: dict[str, Record] = field(default_factory=dict)
    nodes: dict[str, yaml.Node] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)  # those with mistakes as well


def read_text(root: Path, file: str) -> str | Problem:
    """The text of a file, or why it cannot be read. `file` is seen from `root`."""
    try:
        return (root / file).read_text(encoding="utf-8-sig")  # Notepad adds a BOM
    except FileNotFoundError:
        return Problem(file, 1, "this file is missing: put it back")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return Problem(file, line, "not UTF-8: save the file again as UTF-8")


def read_tree(root: Path, file: str) -> yaml.Node | Problem:
    """A data file as YAML nodes, which know their lines.

    BaseLoader leaves every value as the text that was typed, so that `no` stays
    "no" and 0800 keeps its first zero. The model turns text into dates and so on.
    """
    text = read_text(root, file)
    if isinstance(text, Problem):
        return text
    try:
        tree = compose(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        return Problem(file, line, f"not valid YAML: {error.problem}")
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        return Problem(file, line, "a character that cannot be printed: delete it")
    if tree is None:
        return Problem(file, 1, "nothing but comments: put the records back")
    return tree


def compose(text: str) -> yaml.Node | None:
    """YAML as nodes. Raises yaml.YAMLError.

    The loader written in C is ten times as fast; the one in Python explains better,
    so a file that the first refuses is read again by the second.
    """
    try:
        return yaml.compose(text, yaml.CBaseLoader)
    except yaml.YAMLError:
        return yaml.compose(text, yaml.BaseLoader)


def load_records(
    file: str, node: yaml.Node | None, model: type[Record], problems: list[Problem]
) -> Loaded:
    """The records listed below `node`, adding to `problems` whatever is wrong."""
    loaded = Loaded(file)
    if not isinstance(node, yaml.SequenceNode) or not all(
        isinstance(entry, yaml.MappingNode) for entry in node.value
    ):
        line = line_of(node) if node else 1
        problems.append(Problem(file, line, "every record must start with '- id:'"))
        return loaded
    for entry in node.value:
        record_id = text_of(entry, "id")
        if record_id in loaded.ids:
            problems.append(
                Problem(file, line_of(entry, "id"), f"the id '{record_id}' is taken")
            )
        loaded.ids.add(record_id)
        record = load_record(file, entry, model, problems)
        if record:
            loaded.records[record.id] = record
            loaded.nodes[record.id] = entry
    return loaded


def load_record(
    file: str, node: yaml.Node, model: type[M], problems: list[Problem]
) -> M | None:
    """One record, or None with `problems` saying why."""
    found = list(duplicate_keys(file, node))
    try:
        record = model.model_validate(plain(node))
    except ValidationError as error:
        for detail in error.errors():
            at = line_of(node, *detail["loc"])
            found.append(Problem(file, at, advice(detail, model)))
        record = None
    problems.extend(found)
    return None if found else record


def plain(node: yaml.Node) -> Any:
    """A node as Python values, each mapping with the line it starts on."""
    if isinstance(node, yaml.MappingNode):
        fields = {key.value: plain(value) for key, value in node.value}
        if "id" in fields:
            fields["line"] = line_of(node)
        return fields
    if isinstance(node, yaml.SequenceNode):
        return [plain(value) for value in node.value]
    return node.value


def duplicate_keys(file: str, node: yaml.Node) -> Iterator[Problem]:
    """YAML keeps the last of two equal keys in silence; an editor must know."""
    if isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from duplicate_keys(file, value)
    elif isinstance(node, yaml.MappingNode):
        seen = set()
        for key, value in node.value:
            if key.value in seen:
                message = f"'{key.value}' is written twice: delete one of them"
                yield Problem(file, line_of(key), message)
            seen.add(key.value)
            yield from duplicate_keys(file, value)


def child(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """The value of `key` in a mapping, or None."""
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for k, value in node.value if k.value == key), None)


def text_of(node: yaml.Node, key: str) -> str:
    """The text of `key` in a mapping, or nothing."""
    value = child(node, key)
    return value.value if isinstance(value, yaml.ScalarNode) else ""


def line_of(node: yaml.Node, *path: int | str) -> int:
    """The line of the deepest step of `path` that is written in the file."""
    for step in path:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
        elif isinstance(node, yaml.MappingNode):
            pairs = [(k, v) for k, v in node.value if k.value == step]
            if pairs:
                key, value = pairs[0]
                node = value if isinstance(value, yaml.CollectionNode) else key
    return node.start_mark.line + 1


def advice(detail: Mapping[str, Any], model: type[BaseModel]) -> str:
    """One Pydantic error, said for an editor."""
    name = next((p for p in reversed(detail["loc"]) if isinstance(p, str)), "record")
    if detail["type"] == "value_error":
        return f"'{name}' {detail['ctx']['error']}"
    if detail["type"] in {"enum", "literal_error"}:
        choices = detail["ctx"]["expected"].replace('"', "'")
        return f"'{name}' cannot be '{detail['input']}': choose from {choices}"
    if detail["type"] == "string_pattern_mismatch" and detail["ctx"]["pattern"] == PAGE:
        return f"'{name}' must be an address of this site, such as /panel/prepare/"
    words = ADVICE.get(detail["type"], "'{field}': {pydantic}")
    fields = [f.alias or n for n, f in model.model_fields.items() if n != "line"]
    return words.format(
        field=name,
        input=detail["input"],
        near=did_you_mean(name, fields),
        pydantic=detail["msg"],
    )
