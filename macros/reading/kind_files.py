"""The files of data/ read as their kinds, each again only when it has changed."""

from pathlib import Path

import yaml

from ..problems import Problem, did_you_mean
from ..schema.kinds import LISTS, SECTIONS, file_of
from ..schema.records import Record
from .files import kept, stamp
from .load import Loaded, load_records
from .tree import child, duplicate_keys, last_line, line_of, read_tree


def load_file(root: Path, kind: str, problems: list[Problem]) -> dict[str, Loaded]:
    """A file of data/ as its kinds, read again only when it has changed."""
    loaded, found = _load_kinds(root, kind, stamp(root / file_of(kind)))
    problems += found
    return loaded


@kept(64)
def _load_kinds(
    root: Path, kind: str, stamped: object
) -> tuple[dict[str, Loaded], list[Problem]]:
    problems: list[Problem] = []
    if kind in LISTS:
        return {kind: _load_list(root, kind, LISTS[kind], problems)}, problems
    return _load_sections(root, kind, SECTIONS[kind], problems), problems


def _load_list(
    root: Path, kind: str, model: type[Record], problems: list[Problem]
) -> Loaded:
    """A file that is one list of records."""
    tree = read_tree(root, file_of(kind), problems)
    if tree is None:
        return Loaded(file_of(kind), unsure=True)
    return load_records(file_of(kind), tree, model, problems)


def _load_sections(
    root: Path, kind: str, parts: dict[str, type[Record]], problems: list[Problem]
) -> dict[str, Loaded]:
    """A file of parts, such as audit.yml: each part as a kind, `audit.themes`."""
    file = file_of(kind)
    loaded = {f"{kind}.{part}": Loaded(file, unsure=True) for part in parts}
    tree = read_tree(root, file, problems)
    if tree is None:
        return loaded
    if not isinstance(tree, yaml.MappingNode):
        message = "start with one of the parts: " + ", ".join(f"{p}:" for p in parts)
        problems.append(Problem(file, line_of(tree), message))
        return loaded
    problems += duplicate_keys(file, tree)
    wrong = ""
    for key, _ in tree.value:
        if key.value not in parts:
            wrong = f"'{key.value}' is not a part: {did_you_mean(key.value, parts)}"
            problems.append(Problem(file, line_of(key), wrong))
    at = 1
    for part, model in parts.items():
        node = child(tree, part)
        if node is not None:
            loaded[f"{kind}.{part}"] = load_records(file, node, model, problems)
            at = last_line(node, node)
        elif not wrong:
            problems.append(Problem(file, at, f"the part '{part}:' is missing here"))
    return loaded
