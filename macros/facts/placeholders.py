"""Values of data/values.yml put into the texts of records that ask for them.

A text asks with double square brackets, which no record has for anything else:
`[[audit-cases]]`, `[[panel-ages short]]`, `[[audit-cases start]]`.
"""

import re
from collections.abc import Iterator
from typing import Any

from ..problems import Problem, did_you_mean
from ..reading.load import Loaded
from ..reading.tree import line_of
from ..schema.all_kinds import file_of
from ..schema.kinds.values import NamedValue
from ..schema.records import Record
from .absent import MISSPELT

KIND = "values"
ASKED = re.compile(r"\[\[\s*([^\[\]]*?)\s*\]\]|\[\[|\]\]")
FORMS = ("plain", "short", "start")


def words_of(value: NamedValue, form: str) -> str:
    """The words of a value in one of its forms. Raises KeyError with what to type."""
    if form == "start":
        return value.value[:1].upper() + value.value[1:]
    if form == "short" and value.short:
        return value.short
    if form == "short":
        raise KeyError(f"'{value.id}' has no 'short' in {file_of(KIND)}: add it there")
    if form != "plain":
        raise KeyError(f"'{form}' is not a form of it: {did_you_mean(form, FORMS)}")
    return value.value


def fill(part: Loaded, given: Loaded, problems: list[Problem]) -> dict[str, Record]:
    """The records of a kind with the values that they ask for, and each slip said.

    `given` are the values. Done again only when records or values have changed.
    """
    known = tuple(given.records.values())
    if part.filled is None or part.filled[0] != known:
        found: list[Problem] = []
        records = {
            name: _record(part, record, given, found)
            for name, record in part.records.items()
        }
        part.filled = (known, records, found)
    problems += part.filled[2]
    return part.filled[1]


def _record(
    part: Loaded, record: Record, given: Loaded, problems: list[Problem]
) -> Record:
    changed: dict[str, Any] = {}
    for name, held in vars(record).items():
        texts = held if isinstance(held, tuple) else (held,)
        if not any(isinstance(t, str) and ("[[" in t or "]]" in t) for t in texts):
            continue
        line = line_of(part.nodes[record.id], name)
        made = []
        for text in texts:
            for message, mend in _slips(text, given):
                code = "unknown-value"
                problems.append(Problem(part.file, line, message, code=code, mend=mend))
            made.append(ASKED.sub(lambda found: _put(found, given), text))
        changed[name] = tuple(made) if isinstance(held, tuple) else made[0]
    return record.model_copy(update=changed) if changed else record


def _put(found: re.Match[str], given: Loaded) -> str:
    """The words of the value that is asked for; what is typed, if there is none."""
    value_id, _, form = (found[1] or "").partition(" ")
    value = given.records.get(value_id)
    try:
        if isinstance(value, NamedValue):
            return words_of(value, form.strip() or "plain")
    except KeyError:
        pass  # said by `_slips`
    return found[0]


def _slips(text: str, given: Loaded) -> Iterator[tuple[str, str]]:
    """What is wrong with the values that a text asks for, and how to mend it."""
    for found in ASKED.finditer(text):
        value_id, _, form = (found[1] or "").partition(" ")
        value = given.records.get(value_id)
        if isinstance(value, NamedValue):
            try:
                words_of(value, form.strip() or "plain")
            except KeyError as error:
                yield f"'{found[0]}': {error.args[0]}", ""
        elif value_id not in given.lines and not given.unsure:
            near = did_you_mean(value_id, given.lines, MISSPELT)
            hint = near if value_id else "close it"
            yield f"'{found[0]}' is no value of {file_of(KIND)}", hint
