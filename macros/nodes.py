"""YAML nodes, which know their lines: what stands where in a file."""

from typing import Any

import yaml


def plain(node: yaml.Node) -> Any:
    """A node as Python values, each mapping with the line it starts on."""
    if isinstance(node, yaml.MappingNode):
        fields = {str(key.value): plain(value) for key, value in node.value}
        if "id" in fields:
            fields["line"] = line_of(node)
        return fields
    if isinstance(node, yaml.SequenceNode):
        return [plain(value) for value in node.value]
    return node.value


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
    return int(node.start_mark.line) + 1


def last_line(key: yaml.Node, value: yaml.Node) -> int:
    """The line on which a field ends."""
    if isinstance(value, yaml.MappingNode) and value.value:
        return last_line(*value.value[-1])
    if isinstance(value, yaml.SequenceNode) and value.value and not value.flow_style:
        return last_line(key, value.value[-1])
    end = value.end_mark
    ends_before = end.column == 0 and end.line > key.start_mark.line
    return int(end.line) + (0 if ends_before else 1)


def inside_text(node: yaml.Node, name: str) -> int:
    """The line on which folded text looks like the field `name`, or 0.

    Folding joins lines, so the line is counted from the end of the text.
    """
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if isinstance(value, yaml.ScalarNode) and value.style in (">", "|"):
            before, found, after = value.value.rpartition(f"{name}: ")
            if found and (not before or before[-1].isspace()):
                ends = last_line(key, value) - str(after).count("\n")
                return max(ends, line_of(key) + 1)
    return 0


def usual_order(node: yaml.SequenceNode) -> list[str]:
    """The order in which the records of a file write their fields."""
    order: list[str] = []
    for entry in node.value:
        at = 0
        for key, _ in entry.value if isinstance(entry, yaml.MappingNode) else ():
            if key.value in order:
                at = order.index(key.value) + 1
            else:
                order.insert(at, key.value)
                at += 1
    return order
