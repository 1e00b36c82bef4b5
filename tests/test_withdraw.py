"""A record or a page taken away: its lines and no others, and a note at its address."""

from datetime import date

import pytest
from conftest import ROOT
from deleting import LINES, RECORDS
from small import examples, make_small, promise

from macros.checks.examination import examine
from macros.facts.site_data import read_site
from macros.reading.promises import read_promises
from publish.__main__ import main
from publish.changes import Change
from publish.withdraw import cut_out, withdraw

DAY = date(2026, 11, 24)
PROMISED = """\
/
/prepare/
/prepare/#prepare-first of steps
/prepare/#what-to-have-ready
"""
SECOND = examples()["data/local/steps.yml"].replace("prepare-first", "prepare-second")


@pytest.fixture
def small(tmp_path):
    make_small(tmp_path)
    promise(tmp_path, PROMISED)
    return tmp_path


def typed(small, *words):
    return main(["--root", str(small), "withdraw", *words, "--today", "2026-11-24"])


def test_exactly_the_lines_of_any_record_are_deleted():
    data, _ = read_site(ROOT)

    for record in RECORDS:
        change = Change(ROOT)
        file = record.file.relative_to(ROOT).as_posix()
        if data.file_of(record.kind, record.id) != file:
            continue  # a local record stands for it
        cut_out(change, file, data.nodes[record.kind][record.id])

        lines = LINES[record.file]
        left = [*lines[: record.start], *lines[record.end :]]
        assert change.text(file).rstrip("\n") == "\n".join(left).rstrip("\n"), record
        assert change.text(file).endswith("\n")
        assert not change.text(file).endswith("\n\n")


def test_a_comment_above_the_next_record_stays(small):
    file = small / "data/local/steps.yml"
    first = file.read_text(encoding="utf-8")
    file.write_text(f"{first}\n# The next one.\n{SECOND}", encoding="utf-8")

    withdraw(small, "prepare-first", "", DAY).write()

    assert file.read_text(encoding="utf-8") == f"# The next one.\n{SECOND}"


def test_a_record_leaves_a_note_at_its_addresses(small, capsys):
    file = small / "data/local/steps.yml"
    first = file.read_text(encoding="utf-8")
    file.write_text(f"{first}\n{SECOND}", encoding="utf-8")

    code = typed(small, "prepare-first", "--note", "It is part of\nthe form.")

    assert code == 0, capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == SECOND
    assert str(read_promises(small, [])["/prepare/#prepare-first"]) == (
        "/prepare/#prepare-first of steps withdrawn 2026-11-24: It is part of the form."
    )
    assert examine(small).faults == []


def test_who_still_asks_is_named_at_the_lines_of_today(small, capsys):
    before = {p: p.read_bytes() for p in small.rglob("*") if p.is_file()}

    assert typed(small, "prepare-first") == 1

    said = capsys.readouterr().err.split("\n")
    assert said[0].startswith("docs/prepare.md:20: 'prepare' is not a group of steps")
    assert said[-3].startswith("Nothing was withdrawn, because these places ask")
    assert {p: p.read_bytes() for p in small.rglob("*") if p.is_file()} == before


def test_what_is_asked_for_can_be_taken_away_anyway(small):
    assert typed(small, "prepare-first", "--anyway") == 0

    assert "prepare-first" not in (small / "data/local/steps.yml").read_text()
    assert [p.file for p in examine(small).faults] == ["docs/prepare.md"]


def test_a_page_goes_with_its_place_in_the_menu(small):
    menu = "site_name: Example\nnav:\n  - index.md\n  - More:\n      - prepare.md\n"
    (small / "mkdocs.yml").write_text(menu, encoding="utf-8")

    withdraw(small, "/prepare/", "Ring the helpline.", DAY).write()

    assert not (small / "docs/prepare.md").exists()
    assert (small / "mkdocs.yml").read_text() == (
        "site_name: Example\nnav:\n  - index.md\n"
    )
    assert [str(p) for p in read_promises(small, []).values()][1] == (
        "/prepare/ withdrawn 2026-11-24: Ring the helpline."
    )
    assert not [p for p in examine(small).faults if p.file == "addresses.txt"]


def test_what_went_by_hand_gets_its_note(small):
    (small / "docs/prepare.md").unlink()
    (small / "data/local/steps.yml").write_text("# None.\n", encoding="utf-8")

    withdraw(small, "/prepare/", "", DAY).write()
    withdraw(small, "prepare-first", "It is over.", DAY).write()

    assert not [p for p in examine(small).faults if p.file == "addresses.txt"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["prepare-fist"],
            "there is no record 'prepare-fist': did you mean 'prepare-first'?",
        ),
        (["prepare"], "'prepare' is no record: for the page, type /prepare/"),
        (["/"], "the start page has to stay"),
        ([""], "say what: make withdraw ID=a-helpline"),
        (
            ["/prepare/#nothing"],
            "/prepare/#nothing was never published: look into addresses.txt",
        ),
        (
            ["prepare-first", "--note", "<b>Gone</b>"],
            "holds HTML: write plain words, without '<'",
        ),
        (
            ["prepare-first", "--kind", "terms"],
            "no record of terms has the id 'prepare-first'",
        ),
    ],
)
def test_what_cannot_be_withdrawn_is_refused_with_what_to_do(
    small, capsys, words, said
):
    assert typed(small, *words) == 1
    assert capsys.readouterr().err.strip() == f"Nothing was withdrawn: {said}"


def test_two_records_of_one_id_are_told_apart(small, capsys):
    file = small / "data/local/terms.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("id: example-plan", "id: prepare-first"), encoding="utf-8"
    )

    assert typed(small, "prepare-first") == 1
    assert "add KIND=steps or KIND=terms" in capsys.readouterr().err
