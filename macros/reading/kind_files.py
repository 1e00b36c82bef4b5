"""The files of data/ read as their kinds, each again only when it has changed."""

from collections.abc import Mapping
from pathlib import Path

import yaml

from ..problems import Problem, did_you_mean
from ..schema.all_kinds import files, files_of
from ..schema.kind import Kind
from ..schema.records import Record
from .files import kept, stamp
from .layers import merged
from .load import Loaded, load_records
from .rooms import at
from .tree import child, duplicate_keys, last_line, line_of, read_tree


def load_kinds(root: Path, name: str, problems: list[Problem]) -> dict[str, Loaded]:
    """The kinds that share a file's name, out of both layers, the national one first.

    Read again only when one of the files has changed.
    """
    stamps = tuple(stamp(at(root, file)) for file in files_of(name))
    loaded, found = _load_kinds(root, name, stamps)
    problems += found
    return loaded


@kept(64)
def _load_kinds(
    root: Path, name: str, stamps: object
) -> tuple[dict[str, Loaded], list[Problem]]:
    problems: list[Problem] = []
    kinds = files()[name]
    there = [file for file in files_of(name) if at(root, file).is_file()]
    if not there and not (kinds[0].local or kinds[0].spare):
        there = [missing_of(root, name)]
    layers = {}
    for file in there:
        if kinds[0].part:
            layers[file] = _load_parts(root, file, kinds, problems)
        else:
            layers[file] = {name: _load_list(root, file, kinds[0], problems)}
    _parts_in_no_layer(kinds, layers, problems)
    return {
        kind.name: merged(
            kind, {f: layer[kind.name] for f, layer in layers.items()}, problems
        )
        for kind in kinds
    }, problems


def missing_of(root: Path, name: str) -> str:
    """Of the files of a kind that has none: the one that has to be put back.

    It is the national one, but for a project that has no such layer.
    """
    first = files_of(name)[0]
    return first if at(root, first).parent.is_dir() else files_of(name)[-1]


def _load_list(root: Path, file: str, kind: Kind, problems: list[Problem]) -> Loaded:
    """A file that is one list of records."""
    tree = read_tree(root, file, problems, may_be_empty=True)
    if tree is None:
        return Loaded(unsure=True)
    return load_records(file, tree, model_of(kind), problems)


def _load_parts(
    root: Path, file: str, kinds: tuple[Kind, ...], problems: list[Problem]
) -> dict[str, Loaded]:
    """A file of parts, such as audit.yml: each part is a kind, `audit.themes`.

    A part that is not there is a kind without records, and says the line for it.
    """
    parts = {kind.part: kind for kind in kinds}
    loaded = {kind.name: Loaded(unsure=True) for kind in kinds}
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
    at_line = 1
    for part, kind in parts.items():
        node = child(tree, part)
        if node is not None:
            loaded[kind.name] = load_records(file, node, model_of(kind), problems)
            at_line = last_line(node, node)
        elif not wrong:
            loaded[kind.name].absent = at_line
    return loaded


def _parts_in_no_layer(
    kinds: tuple[Kind, ...],
    layers: Mapping[str, Mapping[str, Loaded]],
    problems: list[Problem],
) -> None:
    """A part may stand in one layer alone, but it has to stand somewhere."""
    for kind in kinds:
        absent = [(f, layer[kind.name].absent) for f, layer in layers.items()]
        if absent and all(line for _, line in absent):
            message = f"the part '{kind.part}:' is missing here"
            problems.append(Problem(*absent[-1], message, code="part-missing"))
            continue
        for layer in layers.values():
            if layer[kind.name].absent:
                layer[kind.name].unsure = False


def model_of(kind: Kind) -> type[Record]:
    """The model of a kind that is read as a list: that of a record with an id."""
    assert issubclass(kind.model, Record), kind.name
    return kind.model
