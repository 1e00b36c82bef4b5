"""Any record can be deleted: what still asks for it is named, and nothing else is."""

import pytest
from copying import ROOT, copy_released
from deleting import LINES, RECORDS, TWICE, asking, promised

from macros.checks.examination import examine
from macros.reading.promises import FILE as PROMISES

# Each deletion is a check of the whole project: of each kind, the one in its middle.
KINDS = {
    record.kind: [r for r in RECORDS if r.kind == record.kind] for record in RECORDS
}
SAMPLE = [records[len(records) // 2] for records in KINDS.values()]
REST = [record for record in RECORDS if record not in SAMPLE]


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A copy of the project, for all deletions in turn."""
    return copy_released(tmp_path_factory.mktemp("deleting"))


def without(copy, gone):
    """What is said of the project without a record."""
    file = copy / gone.file.relative_to(ROOT)
    lines = LINES[gone.file]
    left = [*lines[: gone.start], *lines[gone.end :]]
    was = file.read_bytes()
    try:
        file.write_text("\n".join(left), encoding="utf-8", newline="\n")
        return examine(copy).faults
    finally:
        file.write_bytes(was)


def moved(gone, file, line):
    """The line of a place once the record above it is out."""
    same = file == gone.file.relative_to(ROOT).as_posix()
    below = same and line > gone.start
    return file, line - (gone.end - gone.start) if below else line


def held(copy, gone):
    """The problems of a deletion, held to who asks for the record."""
    faults = without(copy, gone)
    places = {moved(gone, *place) for place in asking(gone)}
    lines = {(PROMISES, line) for line in promised(gone).values()}

    assert {(p.file, p.line) for p in faults} == places | lines
    for problem in faults:
        nameless = gone.kind == "routes.choices"  # nothing names a choice
        take_out = "take this call out" in problem.said
        assert gone.id in problem.said or take_out or nameless
        assert "did you mean" not in problem.said, problem
    return faults


def test_every_record_of_the_project_is_deleted_in_turn(data):
    assert len(RECORDS) + len(TWICE) == sum(map(len, data.kinds.values()))
    assert {(r.kind, r.id) for r in RECORDS} | TWICE == {
        (kind, id) for kind, records in data.kinds.items() for id in records
    }
    replaced = (r for part in data.kinds.values() for r in part.values() if r.replaces)
    assert {id for _, id in TWICE} == {record.id for record in replaced}


@pytest.mark.parametrize("gone", SAMPLE, ids=lambda r: f"{r.kind}: {r.id}")
def test_only_what_asks_for_a_deleted_record_is_named(copy, gone):
    held(copy, gone)


@pytest.mark.audit
@pytest.mark.parametrize("gone", REST, ids=lambda r: f"{r.kind}: {r.id}")
def test_only_what_asks_for_any_other_deleted_record_is_named(copy, gone):
    held(copy, gone)
