"""Answers made records of the local layer: which record each becomes."""

import re
from collections.abc import Mapping
from typing import Any

from macros.schema.all_kinds import KINDS
from macros.schema.fields import Standing
from macros.schema.layers import LOCAL

from .answered import Answer
from .asked import saying
from .cells import Slip
from .local_records import LocalRecords
from .reached import Reached
from .ways_typed import Ways

MARK = re.compile(r"(?:[-*\u2022\u25cf\u00b7\u2013]|\d{1,2}[.)])\s+")  # of a list
REPLACED = "The partnership answered it."
NUMBER = "has a number or an address: give it in the row of its contact"
PART = (
    "{id} is of a list that all places share, so it stays as it is: tell those who "
    "keep data/national/ what the {by} said on {on}"
)


def take_up(answer: Answer, records: LocalRecords, reached: Reached) -> None:
    """Write one answer. What cannot be taken in goes to the slips of `reached`."""
    question = answer.question
    said = {"by": answer.by, "on": answer.on}
    stands = {"standing": Standing.CONFIRMED.value, "confirmed": said}
    if question.sort == "source":
        records.alter("sources", question.record, {"confirmed": said}, answer.place)
    elif question.sort == "number":
        way = answer.ways[0] if answer.ways else Ways(question.record)
        reached.confirm(answer, question.record, way, stands)
    elif question.sort == "words":
        _words(answer, records, reached, stands)
    else:
        _passage(answer, records, reached, stands)


def _passage(
    answer: Answer, records: LocalRecords, reached: Reached, stands: Mapping[str, Any]
) -> None:
    """The answer to a question, which its pages then show."""
    ids = [reached.named(answer, ways, stands) for ways in answer.ways]
    text, items = listed(answer.words)
    record: dict[str, Any] = {"id": answer.question.record, "text": text}
    record |= {"items": items} if items else {}
    record |= {"contacts": ids} if ids else {}
    record |= {**stands, "sources": [records.source()]}
    known = records.data.lines["passages"]
    if answer.question.record in known:  # it was confirmed, and is to be checked
        del record["id"]
        records.alter("passages", answer.question.record, record, answer.place)
    else:
        records.append("passages", record, answer.place)


def listed(words: str) -> tuple[str, list[str]]:
    """A text, and the list at its end, if it has one with marks before its lines."""
    lines = words.split("\n")
    first = len(lines)
    while first and MARK.match(lines[first - 1]):
        first -= 1
    if first == 0 or first > len(lines) - 2:  # nothing above it, or no list
        return words, []
    return "\n".join(lines[:first]), [MARK.sub("", line) for line in lines[first:]]


def _words(
    answer: Answer, records: LocalRecords, reached: Reached, stands: Mapping[str, Any]
) -> None:
    """A record that says something else from now on, or is right as it stands."""
    kind, record_id = answer.question.kind, answer.question.record
    fields = dict(stands)
    local = records.data.file_of(kind, record_id).startswith(LOCAL)
    if KINDS[kind].part and not local:
        said = PART.format(id=answer.question.id, by=answer.by, on=answer.on)
        reached.notes.append(Slip(answer.place, said))
        return
    if answer.words:
        fields[saying(records.data.kinds[kind][record_id])] = answer.words
        fields["sources"] = [records.source()]
    if not local:
        records.copy(kind, record_id, answer.place)
        fields["replaces"] = REPLACED
    if answer.ways:
        reached.slips.append(Slip(answer.place, NUMBER))
    records.alter(kind, record_id, fields, answer.place)
