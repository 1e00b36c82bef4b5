"""A question that only the partnership can answer, by the rules of its sheet."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from macros.facts.site_data import load_site
from publish.changes import Change
from publish.questions.answered import Note, understood
from publish.questions.asked import Question, asked
from publish.questions.cells import Cell, Slip
from publish.questions.columns import BY_KEY, COLUMNS, FILLED_IN
from publish.questions.local_records import LocalRecords
from publish.questions.reached import Reached
from publish.questions.returned import Row
from publish.questions.roles_typed import words_known
from publish.questions.taken_up import take_up

from .deeds import Deed, tried
from .saving import Saver

OPEN = "it changes nothing"
KEYS = tuple(column.key for column in FILLED_IN)


@dataclass
class Answered:
    """What an answer would do, the slips beside its boxes, what a person must know."""

    deed: Deed | None = None
    beside: dict[str, list[str]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def questions(root: Path, today: date) -> list[Question]:
    """Every open question. Raises DataError while the facts have faults."""
    return asked(root, load_site(root), today)


def answered(
    saver: Saver, question: Question, typed: Mapping[str, str], today: date
) -> Answered:
    """What was typed into the boxes of a question, taken in but not written."""
    data = load_site(saver.root)
    slips: list[Slip] = []
    row = Row({column.key: _cell(column.key, question, typed) for column in COLUMNS})
    answer = understood(row, question, today, words_known(data), slips)
    found = Answered(beside=_by_box(slips))
    if isinstance(answer, Note):
        found.beside.setdefault("answer", []).append(f"{answer.said}; {OPEN}")
    if answer is None or isinstance(answer, Note) or slips:
        return found
    change = Change(saver.root)
    records = LocalRecords(data, change, today)
    reached = Reached(records)
    take_up(answer, records, reached)
    found.notes = [note.message for note in reached.notes]
    found.beside = _by_box(reached.slips)
    if not found.beside:
        words = f"Answered: {question.question}"
        found.deed = tried(saver, words, lambda: change)
    return found


def _cell(key: str, question: Question, typed: Mapping[str, str]) -> Cell:
    """A box as a cell of the sheet, so that one set of rules reads both."""
    known = {"id": question.id, "question": question.question}
    value: str | date = known.get(key, typed.get(key, ""))
    if key == "on":
        with suppress(ValueError):  # typed as words, which the rules read as well
            value = date.fromisoformat(str(value))
    return Cell(key, value)


def _by_box(slips: list[Slip]) -> dict[str, list[str]]:
    """Each slip at its box: the box's key stands in for a cell."""
    found: dict[str, list[str]] = {}
    for slip in slips:
        key = slip.place if slip.place in BY_KEY else "answer"
        found.setdefault(key, []).append(slip.message)
    return found
