"""Lines of a data file changed or added, and no other line touched.

A whole file written anew would lose its comments, and show as changed from end to end.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import yaml

from macros.reading.tree import last_line

from ..places.by_hand import yaml_of

Fields = Mapping[str, Any]
Finder = Callable[[str], yaml.MappingNode]
# After which field another one is put, where it is not there yet; the first that is.
AFTER = {
    "phone": ("who",),
    "email": ("phone", "who"),
    "confirmed": ("standing",),
    "replaces": ("sources",),
    "found": ("how", "read"),
}


def line_end(text: str) -> str:
    """How the lines of a file end."""
    return "\r\n" if "\r\n" in text else "\n"


def as_lines(value: Fields) -> str:
    """Fields as the lines of a record."""
    made = yaml_of([value]).lstrip("\n")
    made = re.sub(r"^( *)'on':", r"\1on:", made, flags=re.M)  # a word, to us
    made = re.sub(
        r"^([ -]*\w+: )'(yes|no)'$", r"\1\2", made, flags=re.M
    )  # so are these
    made = re.sub(r"^([ -]*phone: )(\d[\d ]*)$", r"\1'\2'", made, flags=re.M)
    return "".join(f"{line}\n" for line in made.splitlines())


def appended(text: str, record: str) -> str:
    """A file with the lines of one more record at its end. `text` is not empty."""
    end = line_end(text)
    record = record.replace("\r\n", "\n").replace("\n", end)
    empty = re.search(r"^\[\][ \t]*\r?\n?\Z", text, re.M)
    if empty:  # how a file of no records is written
        text = text[: empty.start()]
    if not text.endswith("\n"):
        text += end
    blank = "" if text.endswith(end * 2) else end
    return f"{text}{blank}{record}"


def put_before(text: str, record: str, record_id: str) -> str:
    """A file with the lines of one more record above the one of that id."""
    end = line_end(text)
    record = record.replace("\r\n", "\n").replace("\n", end)
    lines = text.splitlines(keepends=True)
    at = record_in(text, record_id).start_mark.line
    return "".join([*lines[:at], record, end, *lines[at:]])


def changed(text: str, record_id: str, fields: Fields, part: str = "") -> str:
    """A file with fields of one record written anew, or added to it.

    Raises ValueError where the file has no such record.
    """
    return with_fields(text, lambda text: record_in(text, record_id, part), fields)


def with_fields(
    text: str, find: Finder, fields: Fields, order: Sequence[str] = ()
) -> str:
    """The same for what `find` finds; what is None goes, and only its lines go.

    `order` says after which others a new field stands.
    """
    for name, value in fields.items():
        text = _with_field(text, find(text), name, value, order)
    return text


def retyped(text: str, record_id: str, name: str, words: str, part: str = "") -> str:
    """A file with the value of one field typed anew, and what stands beside it kept.

    The value is one that stands on a line. Raises ValueError where the file has no
    such record, or the record no such field.
    """
    key, held = _field(record_in(text, record_id, part), name)
    start, end = held.start_mark, held.end_mark
    if start.line != key.start_mark.line or end.line != start.line:
        raise ValueError(f"'{name}' of '{record_id}' does not stand on one line")
    lines = text.splitlines(keepends=True)
    line = lines[start.line]
    lines[start.line] = f"{line[: start.column]}{words}{line[end.column :]}"
    return "".join(lines)


def removed(text: str, record_id: str, name: str, part: str = "") -> str:
    """A file without the lines of one field, if the record has it.

    Raises ValueError where the file has no such record.
    """
    node = record_in(text, record_id, part)
    if all(key.value != name for key, _ in node.value):
        return text
    key, held = _field(node, name)
    lines = text.splitlines(keepends=True)
    del lines[key.start_mark.line : last_line(key, held)]
    return "".join(lines)


def _field(node: yaml.MappingNode, name: str) -> tuple[yaml.Node, yaml.Node]:
    for key, held in node.value:
        if key.value == name:
            return key, held
    raise ValueError(f"the record has no '{name}'")


def taken(text: str, record_id: str, part: str = "") -> str:
    """The lines of one record, as its file has them."""
    node = record_in(text, record_id, part)
    lines = text.splitlines(keepends=True)
    return "".join(lines[node.start_mark.line : last_line(*node.value[-1])])


def record_in(text: str, record_id: str, part: str = "") -> yaml.MappingNode:
    """A record of a file, or the one that the file is. Raises ValueError."""
    tree: Any = yaml.compose(text, yaml.CBaseLoader)
    if part and isinstance(tree, yaml.MappingNode):
        tree = next((v for k, v in tree.value if k.value == part), None)
    for node in tree.value if isinstance(tree, yaml.SequenceNode) else [tree]:
        fields = node.value if isinstance(node, yaml.MappingNode) else ()
        if any((k.value, v.value) == ("id", record_id) for k, v in fields):
            found: yaml.MappingNode = node
            return found
    raise ValueError(f"there is no record '{record_id}' any more")


def _with_field(
    text: str, node: yaml.MappingNode, name: str, value: Any, order: Sequence[str]
) -> str:
    lines = text.splitlines(keepends=True)
    fields = {key.value: (key, held) for key, held in node.value}
    new: list[str] = []
    if value is not None:
        indent = " " * node.value[0][0].start_mark.column
        made = as_lines({name: value}).replace("\n", line_end(text)).splitlines(True)
        # As the first field of a record it came with a dash; here it is further in.
        new = [f"{indent}{line[2:]}" if line.strip() else line for line in made]
        if name in fields:
            new = _as_it_was(new, fields[name][1], value, lines)
    if name in fields:
        first = fields[name][0].start_mark.line
        lines[first : last_line(*fields[name])] = new
    elif new:
        before = AFTER.get(
            name, order[: order.index(name)][::-1] if name in order else ()
        )
        beside = next((n for n in before if n in fields), None)
        after = fields[beside] if beside else node.value[-1]
        at = last_line(*after)
        if not lines[at - 1].endswith("\n"):
            lines[at - 1] += line_end(text)
        lines[at:at] = new
    return "".join(lines)


def _as_it_was(
    new: list[str], was: yaml.Node, value: Any, lines: Sequence[str]
) -> list[str]:
    """The new lines of a field as the old ones were: their quotes, dashes, remark."""
    end = new[0][len(new[0].rstrip("\r\n")) :]
    name = new[0].partition(":")[0]
    if isinstance(was, yaml.SequenceNode) and not was.flow_style and was.value:
        items = [as_lines({"x": item}) for item in value or ()]
        if items and all(item.count("\n") == 1 for item in items):
            dash = " " * int(was.start_mark.column) + "- "
            listed = [dash + item.removeprefix("- x: ") for item in items]
            return [f"{name}:{end}", *(f"{item.rstrip()}{end}" for item in listed)]
    if isinstance(was, yaml.ScalarNode) and len(new) == 1:
        line = new[0].rstrip("\r\n")
        if was.style == '"' and isinstance(value, str) and not {'"', "\\"} & {*value}:
            line = f'{name}: "{value}"'
        if was.start_mark.line == was.end_mark.line:
            rest = lines[was.end_mark.line][was.end_mark.column :].rstrip()
            line += rest if rest.lstrip().startswith("#") else ""
        return [f"{line}{end}"]
    return new
