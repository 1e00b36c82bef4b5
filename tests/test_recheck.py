"""A person looks at sources again: a key for each, written at once and nowhere else."""

import io
import subprocess
import sys
from datetime import date

import pytest
from conftest import ROOT
from small import make_small

import publish.upkeep.outcomes
from macros.checks.safety import open_safety
from macros.facts.site_data import load_site
from publish.__main__ import main
from publish.questions.shown_on import shown_on
from publish.questions.splices import removed, retyped
from publish.upkeep.outcomes import Looks, with_outcome
from publish.upkeep.recheck import looks_of, sitting, told
from publish.upkeep.rests import resting

TODAY = date(2027, 3, 1)
TEXT = """\
# A head
- id: one
  title: "One: the first"
  read: 2026-11-22  # by a person
  how: in full

# Between
- id: two
  read: '2026-11-22'
  found:
    now: gone
    on: 2026-12-01
  how: in part
"""
SECOND = """\

# Another one
- id: another-guide
  publisher: Example
  title: Another guide
  dated: March 2026
  read: 2026-11-22
  how: the whole page
  licence: not checked
  use: quote
"""


@pytest.fixture
def small(tmp_path):
    root = make_small(tmp_path)
    file = root / "data" / "local" / "sources.yml"
    file.write_text(file.read_text(encoding="utf-8") + SECOND, encoding="utf-8")
    return root


def text_of(root):
    return (root / "data" / "local" / "sources.yml").read_bytes().decode("utf-8")


def looks(root, *named, today=TODAY, every=False):
    data = load_site(root)
    return looks_of(
        data, resting(data, shown_on(root, data)), today, named, every=every
    )


def press(root, keys, today=TODAY):
    """Go through all sources with these keys; gives how many were recorded, and what
    was said."""
    said, typed = [], iter(keys)
    found = looks(root, every=True)
    done = sitting(found, Looks(root, today), lambda: next(typed, ""), said.append)
    return done, "\n".join(said)


def lines_that_differ(was, now):
    return [
        (old, new)
        for old, new in zip(was.splitlines(), now.splitlines(), strict=True)
        if old != new
    ]


def test_still_stands_types_the_day_anew_and_keeps_what_stands_beside_it():
    then = with_outcome(TEXT, "one", "stands", TODAY)

    assert lines_that_differ(TEXT, then) == [
        ("  read: 2026-11-22  # by a person", "  read: 2027-03-01  # by a person")
    ]


def test_still_stands_takes_away_that_it_was_found_otherwise():
    then = with_outcome(TEXT, "two", "stands", TODAY)

    found = "  found:\n    now: gone\n    on: 2026-12-01\n"
    assert then == TEXT.replace(found, "").replace("'2026-11-22'", "2027-03-01")


@pytest.mark.parametrize("outcome", ["changed", "gone"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_changed_and_gone_leave_the_day_and_every_other_line(outcome, end):
    text = TEXT.replace("\n", end)
    then = with_outcome(text, "one", outcome, TODAY)

    added = f"  found:\n    now: {outcome}\n    on: 2027-03-01\n".replace("\n", end)
    assert then.replace(added, "") == text
    assert then.count(added) == 1


def test_a_second_look_replaces_what_the_first_one_found():
    then = with_outcome(TEXT, "two", "changed", TODAY)

    assert lines_that_differ(TEXT, then) == [
        ("    now: gone", "    now: changed"),
        ("    on: 2026-12-01", "    on: 2027-03-01"),
    ]


def test_a_value_over_several_lines_is_not_typed_anew():
    with pytest.raises(ValueError, match="does not stand on one line"):
        retyped("- id: a\n  read: >-\n    x\n    y\n", "a", "read", "z")


def test_a_field_that_is_not_there_is_not_removed():
    assert removed(TEXT, "one", "found") == TEXT


def test_each_key_is_written_before_the_next_is_asked_for(small):
    states = []

    def key():
        states.append(text_of(small))
        return "sc"[len(states) - 1]

    assert sitting(looks(small, every=True), Looks(small, TODAY), key, str) == 2

    assert states[0].count("read: 2027-03-01") == 0
    assert states[1].count("read: 2027-03-01") == 1
    assert "now: changed" not in states[1]
    assert "now: changed" in text_of(small)


@pytest.mark.parametrize("end", ["", "\x03", "\x04", "\x1b", "q", "Q"])
def test_an_end_at_any_key_keeps_what_was_recorded(small, end):
    done, _ = press(small, ["s", end])

    assert done == 1
    assert text_of(small).count("read: 2027-03-01") == 1


def test_not_now_and_a_wrong_key_record_nothing(small):
    was = text_of(small)
    done, said = press(small, ["x", "n", "\n", "n"])

    assert (done, text_of(small)) == (0, was)
    assert "'x' is none of the keys" in said


def test_a_slip_is_taken_back_and_the_same_source_asked_again(small):
    was = text_of(small)
    done, said = press(small, ["g", "u", "u", "n", "n"])

    assert (done, text_of(small)) == (0, was)
    assert "is as it was" in said
    assert "there is nothing to take back" in said


def test_nothing_is_taken_back_over_what_somebody_else_saved(small):
    kept = Looks(small, TODAY)
    kept.record("data/local/sources.yml", "example-guide", "gone")
    file = small / "data" / "local" / "sources.yml"
    file.write_text(text_of(small) + "# mine\n", encoding="utf-8")

    with pytest.raises(ValueError, match="has changed since"):
        kept.take_back()

    assert text_of(small).endswith("# mine\n")
    assert "now: gone" in text_of(small)


def test_what_somebody_saves_during_a_sitting_is_kept(small):
    file = small / "data" / "local" / "sources.yml"
    keys = iter("ss")

    def key():
        file.write_text(text_of(small) + "# mine\n", encoding="utf-8")
        return next(keys)

    assert sitting(looks(small, every=True), Looks(small, TODAY), key, str) == 2
    assert text_of(small).count("# mine") == 2
    assert text_of(small).count("read: 2027-03-01") == 2


def test_a_source_that_was_taken_away_meanwhile_is_said_and_passed_over(small):
    found = looks(small, every=True)
    file = small / "data" / "local" / "sources.yml"
    file.write_text(text_of(small).replace("id: another-guide", "id: renamed"), "utf-8")
    said, keys = [], iter("ss")

    done = sitting(found, Looks(small, TODAY), lambda: next(keys), said.append)

    assert done == 1
    assert any("there is no record 'another-guide' any more" in line for line in said)


def test_a_kill_before_the_plan_loses_the_key_and_after_it_nothing(small, monkeypatch):
    was = text_of(small)

    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(publish.upkeep.outcomes, "prepare", killed)
        with pytest.raises(KeyboardInterrupt):
            press(small, "s")
    assert text_of(small) == was

    with monkeypatch.context() as patch:
        patch.setattr(publish.upkeep.outcomes, "finish", killed)
        with pytest.raises(KeyboardInterrupt):
            press(small, "s")
    publish.upkeep.outcomes.finish(small)
    assert text_of(small).count("read: 2027-03-01") == 1


def test_what_is_due_is_asked_and_what_was_found_otherwise_first(small):
    early = date(2026, 12, 1)
    assert looks(small, today=early) == []

    Looks(small, early).record("data/local/sources.yml", "another-guide", "changed")

    assert [look.source.id for look in looks(small, today=early)] == ["another-guide"]
    late = [look.source.id for look in looks(small, today=date(2028, 1, 1))]
    assert late == ["another-guide", "example-guide"]


def test_a_source_is_named_or_the_nearest_is_said(small):
    assert [k.source.id for k in looks(small, "another-guide")] == ["another-guide"]

    with pytest.raises(ValueError, match="did you mean 'another-guide'"):
        looks(small, "another-giude")


def test_a_person_is_told_where_to_look_and_what_rests_on_it(small):
    (look,) = looks(small, "example-guide")
    said = "\n".join(told(look))

    assert "https://www.example.org/guide" in said
    assert "contacts/example-helpline: The example helpline" in said
    assert "docs/prepare.md:16: Write down what you know" in said
    assert "(/prepare/)" in said
    (other,) = looks(small, "another-guide")
    assert "It has no address: the whole page" in "\n".join(told(other))
    assert "on it rests: nothing" in "\n".join(told(other))


def test_what_is_critical_to_safety_is_open_while_its_source_is_found_otherwise(small):
    day = date(2026, 11, 23)
    before = {(one.record, one.why) for one in open_safety(load_site(small), day)}

    Looks(small, day).record("data/local/sources.yml", "example-guide", "gone")
    new = {(o.record, o.why) for o in open_safety(load_site(small), day)} - before

    assert new
    assert all("'example-guide' was found gone on 2026-11-23" in why for _, why in new)


def test_the_command_takes_keys_from_a_pipe_and_says_what_is_left(
    small, monkeypatch, capsys
):
    monkeypatch.setattr(sys, "stdin", io.StringIO("s"))

    assert main(["--root", str(small), "recheck", "--all", "--today", str(TODAY)]) == 0

    assert "1 of 2 recorded. The rest: make recheck" in capsys.readouterr().out
    assert text_of(small).count("read: 2027-03-01") == 1


def test_the_list_asks_for_no_key_and_writes_nothing(small, monkeypatch, capsys):
    was = text_of(small)
    monkeypatch.setattr(sys, "stdin", None)

    assert main(["--root", str(small), "recheck", "--all", "--list"]) == 0

    assert "Another guide" in capsys.readouterr().out
    assert text_of(small) == was


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminal")
def test_one_key_is_enough_in_a_real_terminal(small):
    import os
    import pty

    ours, theirs = pty.openpty()
    words = ["--root", str(small), "recheck", "--all", "--today", str(TODAY)]
    with subprocess.Popen(
        [sys.executable, "-m", "publish", *words],
        cwd=ROOT,
        stdin=theirs,
        stdout=subprocess.PIPE,
        text=True,
    ) as asked:
        assert asked.stdout
        until_asked(asked.stdout)
        os.write(ours, b"s")
        until_asked(asked.stdout)
        asked.kill()
    os.close(theirs)
    os.close(ours)
    assert text_of(small).count("read: 2027-03-01") == 1


def until_asked(said):
    """Read what a sitting says, up to where it waits for a key."""
    for line in said:
        if "[q] stop" in line:
            return
    pytest.fail("it ended before it asked")
