"""The desk at work: typed, checked, saved, undone; and nothing of it lost."""

import json
import os
import shutil
import signal
import subprocess
import sys

import pytest
from conftest import ROOT
from desks import desk_of
from small import make_small

from desk.journal import KEPT, Journal
from desk.three_ways import both

CONTACT = "/facts/contacts/example-helpline/"
FILE = "data/local/contacts.yml"


@pytest.fixture
def project(tmp_path):
    return make_small(tmp_path)


@pytest.fixture
def opened(project):
    with desk_of(project) as browser:
        yield browser


def text_of(project, file=FILE):
    return (project / file).read_text(encoding="utf-8")


def test_a_number_changed_is_one_line_of_one_file(opened, project):
    before = {f: f.read_bytes() for f in project.rglob("*.*") if ".desk" not in f.parts}

    answer = opened.change(CONTACT, phone="01632 960 777")

    assert "Saved." in answer.text
    changed = [f for f, held in before.items() if f.read_bytes() != held]
    assert changed == [project / FILE]
    was = before[project / FILE].decode().splitlines()
    now = text_of(project).splitlines()
    assert [(a, b) for a, b in zip(was, now, strict=True) if a != b] == [
        ('  phone: "01632 960001"', '  phone: "01632 960 777"')
    ]


def test_a_fault_is_said_beside_its_field_and_nothing_is_written(opened, project):
    before = text_of(project)

    answer = opened.change(CONTACT, phone="01632 960", name="")

    assert answer.status_code == 422
    assert text_of(project) == before
    assert 'aria-invalid="true"' in answer.text
    assert "has 8 digits" in answer.text
    assert "This has to be filled in." in answer.text
    assert 'value="01632 960"' in answer.text  # what was typed is there still


def test_a_fault_that_shows_elsewhere_is_said_and_may_wait(opened, project):
    page, file = "/pages/prepare.md/", "docs/prepare.md"
    form = opened.form(page)
    words = form["words"].replace("## What to have ready", "## What to bring")

    answer = opened.press(page, {**form, "words": words, "_do": "save"})

    assert answer.status_code == 422
    assert "Elsewhere: docs/index.md:" in answer.text
    assert "Save all the same" in answer.text
    assert "## What to bring" not in text_of(project, file)
    saved = opened.press(page, {**form, "words": words, "_do": "anyway"})
    assert "Saved." in saved.text
    assert "## What to bring" in text_of(project, file)


def test_a_fault_of_the_whole_record_cannot_wait(opened, project):
    form = {**opened.form(CONTACT), "phone": "", "_do": "anyway"}

    answer = opened.press(CONTACT, form)

    assert answer.status_code == 422
    assert "This as a whole: &#39;example-helpline&#39; is emergency" in answer.text
    assert "phone:" in text_of(project)


def test_a_fault_of_another_file_does_not_stop_this_one(opened, project):
    page = project / "docs/index.md"
    page.write_text(text_of(project, "docs/index.md") + "\n{{ nothing() }}\n")

    assert "Saved." in opened.change(CONTACT, who="Everyone").text


def test_the_script_gets_the_same_faults_and_writes_nothing(opened, project):
    before = text_of(project)
    form = {**opened.form(CONTACT), "email": "nobody", "_partial": "1"}

    kept = opened.press(CONTACT, {**form, "_do": "keep"}).json()
    found = opened.press(CONTACT, {**form, "_do": "check"}).json()

    assert kept["clash"] is False
    assert "must be an e-mail address" in found["beside"]["email"][0]
    assert found["sound"] is False
    assert text_of(project) == before


def test_a_draft_outlives_the_desk_and_is_gone_on_with(project):
    with desk_of(project) as browser:
        form = {**browser.form(CONTACT), "who": "Whoever asks", "_do": "keep"}
        browser.press(CONTACT, form)
    with desk_of(project) as browser:
        assert "Go on with example-helpline" in browser.get("/").text
        assert "draft that was not saved" in browser.get(CONTACT).text
        again = browser.form(f"{CONTACT}?draft={form['_draft']}")
        assert again["who"] == "Whoever asks"
        assert "Saved." in browser.press(CONTACT, {**again, "_do": "save"}).text
        assert "Not saved yet" not in browser.get("/").text
    assert "who: Whoever asks" in text_of(project)


def test_a_draft_can_be_thrown_away(opened, project):
    before = text_of(project)
    opened.change(CONTACT, "keep", who="Nobody")
    form = opened.form(CONTACT)

    opened.press(CONTACT, {**form, "_do": "drop"})
    [left] = (project / ".desk/drafts").glob("*.json")
    opened.press(f"/drafts/{left.stem}/drop/")

    assert not list((project / ".desk/drafts").glob("*.json"))
    assert text_of(project) == before


def test_a_form_that_was_only_opened_leaves_no_draft(opened, project):
    opened.change(CONTACT, "keep")

    assert not list((project / ".desk/drafts").glob("*.json"))


def test_two_tabs_of_one_record_lose_nothing(opened, project):
    one, two = opened.form(CONTACT), opened.form(CONTACT)

    opened.press(CONTACT, {**one, "who": "From the first tab", "_do": "save"})
    refused = opened.press(CONTACT, {**two, "note": "From the second.", "_do": "save"})

    assert refused.status_code == 409
    assert "It was changed meanwhile" in refused.text
    assert "From the first tab" in refused.text
    assert "From the second." in refused.text
    assert "From the second." not in text_of(project)
    saved = opened.press(CONTACT, {**two, "note": "From the second.", "_do": "over"})
    assert "Saved." in saved.text
    assert "who: From the first tab" in text_of(project)
    assert "note: From the second." in text_of(project)


def test_another_program_that_saved_the_record_meanwhile_is_not_written_over(
    opened, project
):
    form = opened.form(CONTACT)
    theirs = text_of(project).replace("reason: A child is in", "reason: Somebody is in")
    (project / FILE).write_text(theirs, encoding="utf-8")

    answer = opened.press(CONTACT, {**form, "reason": "Mine", "_do": "save"})

    assert answer.status_code == 409
    assert text_of(project) == theirs


def test_another_record_changed_meanwhile_stays_and_stops_nothing(opened, project):
    form = opened.form(CONTACT)
    theirs = "# A remark of somebody else\n" + text_of(project)
    (project / FILE).write_text(theirs, encoding="utf-8")

    answer = opened.press(CONTACT, {**form, "who": "Mine", "_do": "save"})

    assert "Saved." in answer.text
    assert text_of(project) == theirs.replace("who: Anyone", "who: Mine")


def test_words_of_a_page_changed_at_two_places_are_both_there(opened, project):
    form = opened.form("/pages/index.md/")
    file = "docs/index.md"
    theirs = text_of(project, file).replace("Another thing", "A third thing")
    (project / file).write_text(theirs, encoding="utf-8")
    mine = form["words"].replace("# Start here", "# Start right here")

    refused = opened.press("/pages/index.md/", {**form, "words": mine, "_do": "save"})
    opened.press("/pages/index.md/", {**form, "words": mine, "_do": "over"})

    assert refused.status_code == 409
    assert text_of(project, file) == theirs.replace(
        "# Start here", "# Start right here"
    )


def test_a_saved_change_is_undone_to_the_letter(opened, project):
    before = text_of(project)
    opened.change(CONTACT, name="Another name", also="")

    answer = opened.press("/changes/1/undo/")

    assert text_of(project) == before
    assert "Undone: The example helpline" in answer.text
    opened.press("/changes/2/undo/")
    assert "name: Another name" in text_of(project)


def test_the_last_hundred_changes_are_kept_and_numbered_on(tmp_path):
    journal = Journal(tmp_path)
    for number in range(KEPT + 5):
        journal.add(f"Change {number + 1}", {"a": "x"}, {"a": "y"})

    numbers = [entry.number for entry in journal.all()]
    assert numbers == list(range(6, KEPT + 6))


def test_undoing_keeps_what_was_changed_since_elsewhere(opened, project):
    before = text_of(project)
    opened.change(CONTACT, name="Another name")
    opened.change(CONTACT, note="Something since.")

    opened.press("/changes/1/undo/")

    note = "note: The line is not real."
    assert text_of(project) == before.replace(note, "note: Something since.")


def test_what_was_changed_again_is_not_undone_beneath(opened, project):
    opened.change(CONTACT, name="The second name")
    opened.change(CONTACT, name="The third name")

    answer = opened.press("/changes/1/undo/")

    assert answer.status_code == 409
    assert "changed there again" in answer.text
    assert "name: The third name" in text_of(project)


def test_a_new_record_is_written_as_a_person_writes_one(opened, project):
    form = opened.form("/facts/sources/new/")
    typed = {
        "id": "new-guide",
        "publisher": "Example Partnership",
        "title": "The new guide: a title",
        "url": "https://www.example.org/new",
        "dated": "March 2026",
        "read": "2026-11-24",
        "how": "Read whole",
        "licence": "not stated",
        "use": "quote",
    }
    before = text_of(project, "data/local/sources.yml")

    answer = opened.press("/facts/sources/new/", {**form, **typed, "_do": "anyway"})

    assert "Saved." in answer.text, answer.text
    after = text_of(project, "data/local/sources.yml")
    assert after.startswith(before)
    assert after[len(before) :].splitlines() == [
        "",
        "- id: new-guide",
        "  publisher: Example Partnership",
        "  title: 'The new guide: a title'",
        "  url: https://www.example.org/new",
        "  dated: March 2026",
        "  read: 2026-11-24",
        "  how: Read whole",
        "  licence: not stated",
        "  use: quote",
    ]


def test_what_is_wrong_with_a_new_record_stands_beside_its_fields(opened):
    form = opened.form("/facts/contacts/new/")
    typed = {"id": "new-line", "name": "New line", "phone": "01632", "who": "Anyone"}

    found = opened.press(
        "/facts/contacts/new/", {**form, **typed, "_do": "check", "_partial": "1"}
    ).json()

    assert "must be a UK number" in found["beside"]["phone"][0]
    assert found["beside"]["reason"] == ["This has to be filled in."]
    assert found["elsewhere"] == []


def test_a_new_record_with_an_id_that_is_taken_is_refused(opened, project):
    before = text_of(project)
    form = opened.form("/facts/contacts/new/")

    answer = opened.press(
        "/facts/contacts/new/", {**form, "id": "example-helpline", "_do": "anyway"}
    )

    assert answer.status_code == 422
    assert "choose another id" in answer.text
    assert text_of(project) == before


def test_a_page_keeps_every_line_that_was_not_typed_in(opened, project):
    file = "docs/prepare.md"
    before = text_of(project, file)

    opened.change("/pages/prepare.md/", reviewed="2026-11-24")

    was, now = before.splitlines(), text_of(project, file).splitlines()
    different = [(a, b) for a, b in zip(was, now, strict=True) if a != b]
    assert [b for _, b in different] == ["reviewed: 2026-11-24"]


KILLED = """\
import sys, os, signal
sys.path[:0] = {paths!r}
from pathlib import Path
from desks import desk_of
import desk.saving
at = {at!r}
def dies(*args, **more):
    os.kill(os.getpid(), signal.SIGKILL)
if at == "journal":
    desk.saving.Journal.add = dies
elif at == "prepare":
    desk.saving.prepare = dies
with desk_of(Path({root!r})) as browser:
    if at == "plan":  # only now, as a desk finishes what was begun when it opens
        desk.saving.finish = dies
    browser.change({contact!r}, who="Typed before it died")
"""


@pytest.mark.parametrize("at", ["journal", "prepare", "plan"])
def test_killed_in_the_middle_of_a_save_it_loses_nothing(project, at):
    paths = [str(ROOT), str(ROOT / "tests")]
    code = KILLED.format(paths=paths, at=at, root=str(project), contact=CONTACT)
    before = text_of(project)

    ended = subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=False)

    assert ended.returncode == -signal.SIGKILL
    assert text_of(project) == before  # whole, as it was
    with desk_of(project) as browser:
        if at == "plan":  # what was begun is done first
            assert "who: Typed before it died" in text_of(project)
        else:
            [draft] = browser.desk.saver.drafts.all()
            assert draft.form["who"] == ["Typed before it died"]
            assert text_of(project) == before


def test_a_draft_file_that_was_cut_short_is_passed_by(opened, project):
    opened.change(CONTACT, "keep", who="Kept")
    (project / ".desk/drafts/000000000000.json").write_text('{"id": "0000')

    assert "Go on with" in opened.get("/").text


def test_a_disk_that_refuses_is_said_and_nothing_counts_as_saved(
    opened, project, monkeypatch
):
    def full(*_):
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("desk.saving.prepare", full)
    before = text_of(project)

    answer = opened.change(CONTACT, who="Nobody")

    assert answer.status_code == 500
    assert "No space left" in answer.text
    assert text_of(project) == before
    assert not list((project / ".desk/journal").glob("*.json"))
    assert [d.form["who"] for d in opened.desk.saver.drafts.all()] == [["Nobody"]]


def test_a_file_that_changed_in_the_last_moment_is_not_written_over(opened, project):
    saver, now = opened.desk.saver, text_of(project)

    with pytest.raises(ValueError, match="changed in this moment"):
        saver.write("Mine", {FILE: "as it was"}, {FILE: "mine"})

    assert text_of(project) == now
    assert saver.journal.all() == []


def test_the_copy_holds_one_draft_at_a_time(opened, project):
    form = {**opened.form(CONTACT), "_do": "check", "_partial": "1", "phone": "01632"}
    assert not opened.press(CONTACT, form).json()["sound"]
    page = "/pages/prepare.md/"

    asked = {**opened.form(page), "_do": "check", "_partial": "1"}

    assert opened.press(page, asked).json()["sound"]
    assert text_of(opened.desk.saver.shadow.root) == text_of(project)


def test_what_the_desk_keeps_is_for_its_person_alone_and_never_committed(project):
    with desk_of(project) as browser:
        browser.change(CONTACT, "keep", who="Nobody yet")
    assert (project / ".desk/drafts").stat().st_mode & 0o077 == 0
    assert ".desk/" in (ROOT / ".gitignore").read_text().splitlines()
    for file in (project / ".desk/drafts").glob("*.json"):
        json.loads(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("mine", "theirs", "whole"),
    [
        ("A\nb\nc\n", "a\nb\nC\n", "A\nb\nC\n"),
        ("a\nc\n", "a\nb\nc\nd\n", "a\nc\nd\n"),
        ("A\nb\nc\n", "A\nb\nc\n", "A\nb\nc\n"),
        ("A\nb\nc\n", "B\nb\nc\n", None),
        ("A\nb\nc\n", "a\nB\nc\n", None),
        ("a\nb\nc\nmine\n", "a\nb\nc\ntheirs\n", None),
    ],
)
def test_two_changes_are_taken_together_where_they_do_not_meet(mine, theirs, whole):
    assert both("a\nb\nc\n", mine, theirs) == whole


def test_a_place_below_the_project_is_edited_in_its_own_files(tmp_path):
    make_small(tmp_path)
    place = tmp_path / "examples/other"
    place.mkdir(parents=True)
    shutil.copytree(tmp_path / "data", place / "data")
    (place / "addresses.txt").write_text("", encoding="utf-8")
    before = text_of(tmp_path)

    with desk_of(place) as browser:
        answer = browser.change(CONTACT, who="Whoever lives there")

    assert "Saved." in answer.text, answer.text
    assert "who: Whoever lives there" in text_of(place)
    assert text_of(tmp_path) == before
