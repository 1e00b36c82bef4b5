"""A record or a page taken away: its lines and no others, and a note at its address."""

from datetime import date

import pytest
import yaml
from conftest import ROOT
from deleting import LINES, RECORDS
from small import examples, make_small, promise

from macros.checks.examination import examine
from macros.facts.site_data import read_site
from macros.problems import Problem
from macros.reading.promises import read_promises
from publish.__main__ import main
from publish.changes import Change
from publish.withdraw import cut_out, still_asking, withdraw

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


def refused(small, named, kind=""):
    with pytest.raises(ValueError) as error:  # noqa: PT011 what it says is compared
        withdraw(small, named, "", DAY, kind)
    return str(error.value)


@pytest.mark.parametrize(
    ("named", "kind", "says"),
    [
        (" ", "", "say what: make withdraw ID=a-helpline"),
        ("/", "", "the start page has to stay"),
        ("index.md", "", "the start page has to stay"),
        ("/prepair/", "", "there is no page /prepair/: did you mean '/prepare/'?"),
        (
            "docs/prepair.md",
            "",
            "there is no page /prepair/: did you mean '/prepare/'?",
        ),
        ("nothing.md", "", "there is no page /nothing/: choose from: /, /prepare/"),
        ("index#a", "", "/#a was never published: look into addresses.txt"),
        ("index", "", "'index' is no record: for the page, type /"),
        (
            "exampel-plan",
            "",
            "there is no record 'exampel-plan': did you mean 'example-plan'?",
        ),
        ("example-plan", "steps", "no record of steps has the id 'example-plan'"),
    ],
)
def test_what_was_not_understood_is_said(small, named, kind, says):
    assert refused(small, named, kind) == says


def test_a_record_of_the_kind_that_was_meant_goes(small):
    terms = small / "data/local/terms.yml"
    text = terms.read_text(encoding="utf-8")
    terms.write_text(text.replace("id: example-plan", "id: prepare-first"), "utf-8")
    promise(
        small, f"{PROMISED}/#prepare-first of terms\n/#other of terms/prepare-first\n"
    )

    assert refused(small, "prepare-first") == (
        "several records have the id 'prepare-first': add KIND=steps or KIND=terms"
    )
    change = withdraw(small, "prepare-first", " Gone  now.\n", DAY, "terms")

    assert set(change.texts) == {"data/local/terms.yml", "addresses.txt"}
    assert change.text("data/local/terms.yml") == "[]\n"
    held = change.text("addresses.txt").splitlines()
    note = "withdrawn 2026-11-24: Gone now."
    assert f"/#prepare-first of terms {note}" in held
    assert f"/#other of terms/prepare-first {note}" in held
    assert "/prepare/#prepare-first of steps" in held


def test_a_record_that_went_by_hand_is_known_by_its_promise(small):
    (small / "data/local/steps.yml").write_text("[]\n", encoding="utf-8")

    change = withdraw(small, "prepare-first", "", DAY)

    assert set(change.texts) == {"addresses.txt"}
    note = "withdrawn 2026-11-24: It is no longer part of this site."
    assert f"/prepare/#prepare-first of steps {note}" in change.text("addresses.txt")


def test_a_record_with_faults_is_mended_first(small):
    steps = small / "data/local/steps.yml"
    text = steps.read_text(encoding="utf-8")
    steps.write_text(text.replace("  name: ", "  nam: "), encoding="utf-8")

    said = refused(small, "prepare-first")

    assert said == (
        "the record 'prepare-first' has faults: mend data/local/steps.yml:1 first"
    )


def test_a_place_gets_its_note_and_nothing_else_changes(small):
    change = withdraw(small, "prepare# what-to-have-ready", "Gone.", DAY)

    assert set(change.texts) == {"addresses.txt"}
    note = "/prepare/#what-to-have-ready withdrawn 2026-11-24: Gone."
    assert note in change.text("addresses.txt").splitlines()


def test_before_anything_is_promised_nothing_is_noted(small):
    (small / "addresses.txt").unlink()
    (small / "docs/more").mkdir()
    (small / "docs/prepare.md").rename(small / "docs/more/index.md")
    menu = small / "mkdocs.yml"
    text = menu.read_text(encoding="utf-8")
    menu.write_text(text.replace("prepare.md", "more/index.md"), encoding="utf-8")

    change = withdraw(small, "more/", "Gone.", DAY)

    assert change.texts == {
        "docs/more/index.md": None,
        "mkdocs.yml": text.replace("  - prepare.md\n", ""),
    }


def test_a_page_that_was_never_promised_leaves_the_list(small):
    promise(small, "/\n")

    change = withdraw(small, "prepare.md", "Gone.", DAY)

    assert {"docs/prepare.md", "mkdocs.yml"} < set(change.texts)
    assert "/prepare/" not in change.text("addresses.txt")


LAST = "- id: a\n  b: c\n\n# Next.\n- id: d\n  e: f\n\n\n- id: g\n  h: i\n \n"


@pytest.mark.parametrize(
    ("number", "left"),
    [
        (0, "# Next.\n- id: d\n  e: f\n\n\n- id: g\n  h: i\n \n"),
        (1, "- id: a\n  b: c\n\n# Next.\n- id: g\n  h: i\n \n"),
        (2, "- id: a\n  b: c\n\n# Next.\n- id: d\n  e: f\n"),
    ],
)
def test_a_record_goes_with_the_empty_lines_after_it(tmp_path, number, left):
    (tmp_path / "a.yml").write_text(LAST, encoding="utf-8")
    change = Change(tmp_path)
    record = yaml.compose(LAST, yaml.BaseLoader).value[number]

    cut_out(change, "a.yml", record)

    assert change.text("a.yml") == left


@pytest.mark.parametrize(
    ("text", "left"), [("- id: a\n  b: c", "[]\n"), ("# One.\n\n- id: a\n", "# One.\n")]
)
def test_a_file_that_loses_its_only_record_says_so(tmp_path, text, left):
    (tmp_path / "a.yml").write_text(text, encoding="utf-8")
    change = Change(tmp_path)

    cut_out(change, "a.yml", yaml.compose(text, yaml.BaseLoader).value[0])

    assert change.text("a.yml") == left


def test_templates_that_lead_to_a_page_are_named_and_to_a_place_are_not(small):
    template = small / "templates/a.html"
    template.write_text('{{ page.link("/prepare/") }}\n', encoding="utf-8")
    message = "this leads to /prepare/: ask a developer to take it out"
    leads = Problem("templates/a.html", 1, message)
    change = Change(small)

    assert list(still_asking(change, "/prepare/")) == [leads]
    assert list(still_asking(change, "docs/prepare.md")) == [leads]
    assert list(still_asking(change, "/prepare/#a")) == []
    assert list(still_asking(change, "prepare")) == []
    change.set("docs/prepare.md", None)
    assert list(still_asking(change, "/prepare/"))[-1] == leads
    assert len(list(still_asking(change, "/prepare/"))) > 1


def test_a_link_goes_with_its_words_and_its_short_address_says_so(small):
    promise(small, f"/\n/go/ready/\n{PROMISED[2:]}")

    withdraw(small, "ready", "Ring instead.", DAY, "links.pages").write()

    assert "ready" not in (small / "data/local/links.yml").read_text(encoding="utf-8")
    assert read_promises(small, [])["/go/ready/"].note == "Ring instead."
    assert examine(small).faults == []


def test_an_embed_leaves_a_note_where_it_stood(small):
    promise(small, f"/\n/embed/who/\n{PROMISED[2:]}")

    withdraw(small, "who", "Ring instead.", DAY, "links.embeds").write()

    assert read_promises(small, [])["/embed/who/"].note == "Ring instead."
    assert examine(small).faults == []
