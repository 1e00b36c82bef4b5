"""Ids that name other records: each must exist."""

from collections.abc import Mapping
from typing import Any

import yaml

from .fields import Ref
from .load import child, line_of
from .problems import Problem, did_you_mean
from .records import Response


def unknown_ids(
    file: str, record: Any, node: yaml.Node, known: Mapping[str, set[str]]
) -> list[Problem]:
    """Ids in a record that no record of the kind they name has."""
    problems = []
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        if isinstance(value, Response):
            below = child(node, name)
            problems += unknown_ids(file, value, below or node, known)
        refs = [m for m in info.metadata if isinstance(m, Ref)]
        if not refs or not value or refs[0].kind not in known:
            continue
        kind, field = refs[0].kind, info.alias or name
        many = isinstance(value, tuple)
        for index, item in enumerate(value if many else [value]):
            wanted = item.partition("#")[0] if kind == "pages" else item
            if wanted in known[kind]:
                continue
            message = f"'{item}' is not one of the {kind}"
            hint = did_you_mean(item, known[kind])
            line = line_of(node, field, index) if many else line_of(node, field)
            problems.append(Problem(file, line, f"{message}: {hint}"))
    return problems
