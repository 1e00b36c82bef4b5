"""The files of data/ read as their kinds, each again only when it has changed."""

from pathlib import Path

import yaml

from ..problems import Problem, did_you_mean
from ..schema.all_kinds import file_of, files
from ..schema.kind import Kind
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
    kinds = files()[kind]
    if not kinds[0].part:
        return {kind: _load_list(root, kinds[0], problems)}, problems
    return _load_parts(root, kind, kinds, problems), problems


def _load_list(root: Path, kind: Kind, problems: list[Problem]) -> Loaded:
    """A file that is one list of records."""
    file = file_of(kind.name)
    tree = read_tree(root, file, problems, may_be_empty=True)
    if tree is None:
        return Loaded(file, unsure=True)
    return load_records(file, tree, model_of(kind), problems)


def _load_parts(
    root: Path, name: str, kinds: tuple[Kind, ...], problems: list[Problem]
) -> dict[str, Loaded]:
    """A file of parts, such as audit.yml: each part is a kind, `audit.themes`."""
    file = file_of(name)
    parts = {kind.part: kind for kind in kinds}
    loaded = {kind.name: Loaded(file, unsure=True) for kind in kinds}
    tree = read_tree(root, file, problems)
    if tree is None:
        return loaded
    if not isinstance(tree, yaml.MappingNode):
        message = "start with one of the parts: " + ", ".join(f"{p}:" for p in parts)
        problems.append(Problem(file, line_of(tree), message, code="part-missing"))
        return loaded
    problems += duplicate_keys(file, tree)
    wrong = ""
    for key, _ in tree.value:
        if key.value not in parts:
            wrong = f"'{key.value}' is not a part: {did_you_mean(key.value, parts)}"
            problems.append(Problem(file, line_of(key), wrong, code="unknown-part"))
    at = 1
    for part, kind in parts.items():
        node = child(tree, part)
        if node is not None:
            loaded[kind.name] = load_records(file, node, model_of(kind), problems)
            at = last_line(node, node)
        elif not wrong:
            problems.append(
                Problem(
                    file, at, f"the part '{part}:' is missing here", code="part-missing"
                )
            )
    return loaded


def model_of(kind: Kind) -> type[Record]:
    """The model of a kind that is read as a list: that of a record with an id."""
    assert issubclass(kind.model, Record), kind.name
    return kind.model
