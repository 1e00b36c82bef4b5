"""A YAML file as nodes, which know their lines: what stands where in a file."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from ..problems import Problem
from .bounds import ALIAS, TOO_DEEP, bounded
from .files import read_text
from .slips import slips_in

UNREADABLE = (
    "this line does not fit the lines above it: compare its indent, its dash and its "
    "colon with theirs"
)


def read_tree(
    root: Path, file: str, problems: list[Problem], *, may_be_empty: bool = False
) -> yaml.Node | None:
    """A data file as YAML nodes, which know their lines; or None with `problems`.

    A file of records with nothing but its comments is a list of none. One without a
    single letter is not: some program has emptied it.

    BaseLoader leaves every value as the text that was typed, so that `no` stays
    "no" and 0800 keeps its first zero. The model turns text into dates and so on.
    """
    text = read_text(root, file, problems)
    if text is None:
        return None
    tree = tree_of(file, text, problems)
    if tree is None and not any(p.file == file for p in problems):
        if may_be_empty and text.strip():
            return yaml.compose("[]", yaml.CBaseLoader)
        what = "nothing but comments" if text.strip() else "this file is empty"
        problems.append(
            Problem(file, 1, f"{what}: put the records back", code="file-empty")
        )
    return tree


def tree_of(
    file: str, text: str, problems: list[Problem], first: int = 1
) -> yaml.Node | None:
    """A YAML text as nodes, adding to `problems` every line that has a slip.

    `first` is the line of the file on which the text starts.
    """
    found = slips_in(file, text, first)
    beyond = list(bounded(file, text, first))
    slipped = {problem.line for problem in found}
    problems += found + [problem for problem in beyond if problem.line not in slipped]
    if any(problem.code in (TOO_DEEP, ALIAS) for problem in beyond):
        return None
    try:
        # Empty lines stand for what comes before, so that lines count as in the file.
        return yaml.compose("\n" * (first - 1) + text, yaml.CBaseLoader)
    except yaml.MarkedYAMLError as error:
        if not found:
            mark = error.problem_mark or error.context_mark
            problems.append(
                Problem(
                    file, mark.line + 1 if mark else 1, UNREADABLE, code="unreadable"
                )
            )
    except yaml.YAMLError:
        if not found:
            message = "a character that cannot be read: delete it"
            problems.append(Problem(file, first, message, code="unreadable"))
    return None


def duplicate_keys(file: str, node: yaml.Node) -> Iterator[Problem]:
    """YAML keeps the last of two equal keys in silence; an editor must know."""
    if isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from duplicate_keys(file, value)
    elif isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen and key.value == "id":
                message = "'id' is written twice: a new record starts with '- id:'"
                yield Problem(file, line_of(key), message, code="key-twice")
                return  # what comes below belongs to that record
            if key.value in seen:
                message = f"'{key.value}' is written twice: delete one of them"
                yield Problem(file, line_of(key), message, code="key-twice")
            seen.add(key.value)
            yield from duplicate_keys(file, value)


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
            # a role in a list stands for several ids: the last is its place too
            node = node.value[min(step, len(node.value) - 1)] if node.value else node
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
