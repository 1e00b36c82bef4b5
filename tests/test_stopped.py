"""Builds that are killed, refused or two at once, in processes that really end.

Wherever a swap is stopped, a whole site is there, and the next start mends.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from publish import swap
from publish.exchange import exchange
from publish.leftovers import leftovers

pytest.importorskip("fcntl", reason="processes are forked and locked")

from stopped import ENDED, KILLED, SAID, WENT_ON, build, files_of, site_of, write_site

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
