"""The swap: wherever it is stopped, a whole site is there, and the next start mends."""

import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.problems import DataError
from publish import swap
from publish.exchange import exchange
from publish.leftovers import leftovers

pytest.importorskip("fcntl", reason="processes are forked and locked")
import fcntl

from stopped import ENDED, KILLED, SAID, WENT_ON, build, site_of, write_site

STOPPED = Path(__file__).parent / "stopped.py"
OLD, NEW, NEXT = site_of("old"), site_of("new"), site_of("next")


def able(folder):
    """Whether folders can change places here."""
    one, other = folder / "one", folder / "other"
    one.mkdir()
    other.mkdir()
    return exchange(one, other)


@pytest.fixture(params=["exchange", "pair"])
def move(request, tmp_path_factory):
    if request.param == "exchange" and not able(tmp_path_factory.mktemp("able")):
        pytest.skip("no exchange on this system")
    return request.param


@pytest.fixture
def live(tmp_path):
    write_site(tmp_path / "site", "old")
    return tmp_path / "site"


def files_of(folder):
    return {
        p.relative_to(folder).as_posix(): p.read_text()
        for p in folder.rglob("*")
        if p.is_file()
    }


def in_place(folder):
    """What a visitor finds now: the files of the site, or nothing."""
    return files_of(folder / "site") if (folder / "site").exists() else {}


def stopped_each(how, move, folder):
    """Each folder in which a swap was stopped, with how it ended."""
    done = subprocess.run(
        [sys.executable, STOPPED, "each", how, move, folder],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    ends = json.loads(done.stdout)
    rows = {name.rpartition("-")[0]: end for name, end in ends.items()}
    assert set(rows.values()) == {ENDED}, "each row goes to its end"
    return [(folder / name, name, end) for name, end in ends.items()]


def a_site_deleted_by_hand_does_not_come_back_in_part(folder):
    copy = folder.with_name(f"{folder.name}-by-hand")
    shutil.copytree(folder, copy)
    shutil.rmtree(copy / "site")

    swap.recover(copy / "site")

    assert in_place(copy) in ({}, OLD, NEW)


def test_killed_at_any_step_a_whole_site_is_found_at_the_next_start(move, tmp_path):
    gone = 0
    for folder, name, end in stopped_each("killed", move, tmp_path):
        before = OLD if name.startswith("with") else {}
        found = in_place(folder)
        assert end in (KILLED, ENDED), name
        gone += name.startswith("with") and not found
        if found and name.count("-") == 1:
            a_site_deleted_by_hand_does_not_come_back_in_part(folder)

        swap.recover(folder / "site")

        whole = in_place(folder)
        assert whole in (before, NEW), name
        assert found in ({}, whole), name
        assert not leftovers(folder / "site"), name
        assert {p.name for p in folder.iterdir()} <= {"site"}, name

        build(folder / "site", "next")
        assert files_of(folder) == {f"site/{path}": t for path, t in NEXT.items()}
    assert bool(gone) == (move == "pair"), "an exchange has no moment without a site"


@pytest.mark.parametrize("how", ["refused", "full"])
def test_refused_at_any_step_it_says_so_and_no_site_is_lost(move, how, tmp_path):
    ends = stopped_each(how, move, tmp_path)
    for folder, name, end in ends:
        before = OLD if name.startswith("with") else {}
        swap.recover(folder / "site")

        assert end in (ENDED, SAID, WENT_ON), name
        assert in_place(folder) == (before if end == SAID else NEW), name
        assert {p.name for p in folder.iterdir()} <= {"site"}, name
    assert {end for *_, end in ends} == {ENDED, SAID, WENT_ON}


class Builder:
    """A build in a process of its own, that goes on when it is told to."""

    def __init__(self, name, move, live):
        self._process = subprocess.Popen(
            [sys.executable, STOPPED, "wait", name, move, live],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def says(self):
        return self._process.stdout.readline().strip()

    def goes_on(self):
        self._process.communicate("\n")
        return self._process.returncode

    def dies(self):
        self._process.kill()
        self._process.communicate()


@pytest.fixture
def builder(move, live):
    """Starts builds, and ends what a failed test leaves running."""
    started = []

    def start(name):
        started.append(Builder(name, move, live))
        return started[-1]

    yield start
    for one in started:
        one.dies()


def test_of_two_builds_at_once_the_second_waits_for_the_first(builder, live):
    first = builder("new")
    assert first.says() == "in"
    second = builder("next")
    assert second.says().startswith("Another build is at work here: waiting")
    assert files_of(live) == OLD

    assert first.goes_on() == 0
    assert second.says() == "in"
    assert files_of(live) == NEW

    assert second.goes_on() == 0
    assert files_of(live.parent) == {f"site/{path}": t for path, t in NEXT.items()}


def test_a_build_that_is_killed_leaves_its_turn_to_the_next(builder, live):
    first = builder("new")
    assert first.says() == "in"
    second = builder("next")
    assert second.says().startswith("Another build")

    first.dies()

    assert second.says() == "in"
    assert len(leftovers(live)) == 1  # its own: that of the first is cleared away
    assert second.goes_on() == 0
    assert files_of(live.parent) == {f"site/{path}": t for path, t in NEXT.items()}


def test_who_finds_the_lock_taken_asks_again_and_waits(live, monkeypatch, capsys):
    asked = []

    def taken_at_first(_, how):
        asked.append(how)
        if how & fcntl.LOCK_NB:
            raise BlockingIOError

    monkeypatch.setattr("fcntl.flock", taken_at_first)

    build(live, "new")

    assert asked == [fcntl.LOCK_EX | fcntl.LOCK_NB, fcntl.LOCK_EX]
    assert "waiting until it is done" in capsys.readouterr().err


def no_locks(*_):
    raise OSError(errno.ENOLCK, "No locks available")


def test_without_locks_the_folder_of_another_build_is_left_alone(live, monkeypatch):
    with swap.beside(live) as theirs:
        monkeypatch.setattr("fcntl.flock", no_locks)
        build(live, "next")
        assert files_of(live) == NEXT
        assert theirs.is_dir()

        write_site(theirs, "new")

    assert files_of(live) == NEW


def test_without_locks_a_lost_site_is_put_back_all_the_same(live, monkeypatch):
    work = live.with_name(".site-abcd1234")
    work.mkdir()
    live.rename(work / "old")
    monkeypatch.setattr("fcntl.flock", no_locks)

    with pytest.raises(DataError), swap.beside(live):
        raise DataError([])

    assert files_of(live) == OLD


def test_what_goes_wrong_inside_leaves_the_live_folder(move, live, monkeypatch):
    if move == "pair":
        monkeypatch.setattr(swap, "exchange", lambda *_: False)

    def fails():
        with swap.beside(live) as new:
            write_site(new, "new")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()

    assert files_of(live.parent) == {f"site/{path}": t for path, t in OLD.items()}


def test_a_folder_of_somebody_else_is_never_cleared_away(live):
    theirs = [
        live.with_name(".site-original") / "letter.txt",
        live.with_name(".site-backup01") / "old" / "letter.txt",
        live.with_name(".site-abcd1234") / "letter.txt",
        live.with_name(".sites-abcd1234") / "new" / "letter.txt",
    ]
    for file in theirs:
        file.parent.mkdir(parents=True)
        file.write_text("dear")
    theirs[1].parent.with_name("readme.txt").touch()
    os.symlink(live, live.with_name(".site-linked_1"))

    build(live, "new")

    assert all(file.read_text() == "dear" for file in theirs)
    assert files_of(live) == NEW


def refused(live):
    with pytest.raises(DataError) as error:
        build(live, "new")
    assert not leftovers(live)
    return str(error.value)


def test_a_site_that_is_a_link_is_not_replaced(tmp_path):
    write_site(tmp_path / "www", "old")
    os.symlink("www", tmp_path / "site")

    said = refused(tmp_path / "site")

    assert said.startswith("site/:1: this is a link to 'www'")
    assert (tmp_path / "site").is_symlink()
    assert files_of(tmp_path / "www") == OLD


def test_a_site_that_is_a_link_to_nothing_is_not_replaced(tmp_path):
    os.symlink("nowhere", tmp_path / "site")

    assert "this is a link to 'nowhere'" in refused(tmp_path / "site")


def test_a_site_that_is_a_file_is_not_replaced(tmp_path):
    (tmp_path / "site").write_text("notes")

    assert "this is a file" in refused(tmp_path / "site")
    assert (tmp_path / "site").read_text() == "notes"


def test_a_site_that_is_a_disk_of_its_own_is_not_replaced(live, monkeypatch):
    monkeypatch.setattr(os.path, "ismount", lambda path: path == live)

    assert "mount the folder that it is in" in refused(live)
    assert files_of(live) == OLD


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.EACCES, "give yourself the right"),
        (errno.EROFS, "give yourself the right"),
        (errno.EBUSY, "mount the folder that it is in"),
        (errno.EDQUOT, "the disk is full"),
        (errno.EIO, "the site could not be made (Input/output error)"),
    ],
)
def test_a_site_that_will_not_move_stays_and_is_named(live, monkeypatch, number, says):
    def will_not(one, other):
        raise OSError(number, os.strerror(number), str(other))

    monkeypatch.setattr(swap, "exchange", will_not)

    said = refused(live)

    assert said.startswith("site/:1: ")
    assert says in said
    assert files_of(live) == OLD


def test_a_full_disk_is_the_sites_and_not_the_file_that_was_copied(live):
    with pytest.raises(DataError) as error, swap.beside(live) as new:
        raise OSError(errno.ENOSPC, "No space", "/theme/a.css", None, str(new / "a"))

    assert str(error.value).startswith("site/:1: the disk is full: make room")


def test_a_file_that_cannot_be_read_is_named_from_the_project(live):
    with pytest.raises(DataError) as error, swap.beside(live):
        (live.parent / "data" / "local" / "site.yml").read_text()

    assert str(error.value).startswith("data/local/site.yml:1: ")
