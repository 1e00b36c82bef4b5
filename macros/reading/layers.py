"""The two layers of a kind put together: what is true everywhere, and what is here."""

from collections.abc import Iterator, Mapping
from heapq import merge

from ..problems import Problem
from ..schema.kind import Kind
from ..schema.layers import NATIONAL
from ..schema.records import ONLY_HERE
from .load import Loaded
from .tree import line_of

NOT_HERE = "'{field}' stands in data/local/ alone: delete it here"
NOTHING = (
    "'{id}' replaces nothing, for data/national/ has no record of that id: delete "
    "'replaces' here"
)
TAKEN = (
    "the id '{id}' is taken, in {file} on line {line}: choose another or, if this "
    "record is to stand for that one, add 'replaces:' and why it does"
)
SORTED = "these records stand in an order of their own: delete 'stands' here"
NOBODY = "'{id}' is no record of this kind in data/national/"


def merged(kind: Kind, layers: Mapping[str, Loaded], problems: list[Problem]) -> Loaded:
    """The records of a kind out of its files, the national ones first.

    A local record stands for a national one of its id, and in its place, if it says
    why, and beside one if it says which. Whatever is wrong between the layers is added
    to `problems`.
    """
    whole = Loaded(unsure=any(layer.unsure for layer in layers.values()))
    for file, layer in layers.items():
        for record_id, line in layer.lines.items():
            said = wrong_with(file, layer, record_id, whole)
            if said:
                field, words = said
                at = line_of(layer.nodes[record_id], field)
                code = "id-twice" if field == "id" else f"{field}-wrong"
                problems.append(Problem(file, at, words, code=code))
                if field == "id":
                    continue
            add(whole, file, line, layer, record_id)
    if kind.order:
        problems += [
            Problem(whole.files[i], line_of(whole.nodes[i], "stands"), SORTED)
            for i, record in whole.records.items()
            if record.stands and not whole.files[i].startswith(NATIONAL)
        ]
        # As each file has them: one that replaces another was found at its place.
        found = sorted(whole.records, key=lambda i: whole.lines[i])
        rows = [[i for i in found if whole.files[i] == f] for f in layers]
        by = kind.order
        order = list(merge(*rows, key=lambda i: by(whole.records[i])))
    else:
        order = arranged(whole, problems)
    whole.records = {i: whole.records[i] for i in order}
    return whole


def wrong_with(
    file: str, layer: Loaded, record_id: str, above: Loaded
) -> tuple[str, str] | None:
    """What a record says wrongly of the layer above it: the field, and the words."""
    record = layer.records.get(record_id)
    if record is None:
        return None  # it has a fault, which is said
    if file.startswith(NATIONAL):
        field = next((n for n in ONLY_HERE if getattr(record, n, None)), "")
        return (field, NOT_HERE.format(field=field)) if field else None
    first = above.lines.get(record_id)
    if record.replaces and first is None and not above.unsure:
        return "replaces", NOTHING.format(id=record_id)
    if first is not None and not record.replaces:
        there = above.files[record_id]
        return "id", TAKEN.format(id=record_id, file=there, line=first)
    return None


def add(whole: Loaded, file: str, line: int, layer: Loaded, record_id: str) -> None:
    """Take a record of a layer into the whole, where it may stand for another."""
    whole.lines[record_id], whole.files[record_id] = line, file
    if record_id in layer.records:
        whole.records[record_id] = layer.records[record_id]
        whole.nodes[record_id] = layer.nodes[record_id]
    else:  # it has a fault, and may stand for that one
        whole.records.pop(record_id, None)


def arranged(whole: Loaded, problems: list[Problem]) -> list[str]:
    """The ids in order: what is local below all else, or where it says."""
    fixed = [i for i in whole.records if is_fixed(whole, i)]
    order = list(fixed)
    last = ""
    for record_id in (i for i in whole.records if not is_fixed(whole, i)):
        where, _, other = (whole.records[record_id].stands or "").partition(" ")
        if where and other not in fixed:
            problems += list(lost(whole, record_id, other))
            where = ""
        if where:
            at = order.index(other) + (where == "below")
        else:
            at = order.index(last) + 1 if last else len(order)
        order.insert(at, record_id)
        last = record_id
    return order


def is_fixed(whole: Loaded, record_id: str) -> bool:
    """Whether a record is of the national layer, or stands for one that is."""
    record = whole.records[record_id]
    return whole.files[record_id].startswith(NATIONAL) or bool(record.replaces)


def lost(whole: Loaded, record_id: str, other: str) -> Iterator[Problem]:
    """A record that is to stand beside one which is not there."""
    faulty = whole.files.get(other, "").startswith(NATIONAL)  # and said there
    if not faulty and not whole.unsure:
        line = line_of(whole.nodes[record_id], "stands")
        message = NOBODY.format(id=other)
        mend = "name another one, or delete 'stands' here"
        yield Problem(
            whole.files[record_id], line, message, code="stands-wrong", mend=mend
        )
