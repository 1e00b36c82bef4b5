"""The swap: a new site takes its place, or the old one stays and it is said why."""

import errno
import os
import re
import shutil
from pathlib import Path

import pytest

from macros.problems import DataError
from publish import swap
from publish.leftovers import leftovers

pytest.importorskip("fcntl", reason="builds are locked in another way")
import fcntl

from stopped import build, files_of, site_of, write_site

OLD, NEW, NEXT = site_of("old"), site_of("new"), site_of("next")


@pytest.fixture(params=["exchange", "pair"])
def move(request, monkeypatch):
    """A move as this system has it, and as one without an exchange does it."""
    if request.param == "pair":
        monkeypatch.setattr(swap, "exchange", lambda *_: False)


@pytest.fixture
def live(tmp_path):
    write_site(tmp_path / "site", "old")
    return tmp_path / "site"


@pytest.fixture
def left(live):
    """The working folder of a build that was killed."""
    work = live.with_name(".site-abcd1234")
    work.mkdir()
    return work


def only(live, site):
    """Whether the live site is that one, and nothing is left beside it."""
    assert files_of(live.parent) == {f"site/{path}": t for path, t in site.items()}
    assert os.listdir(live.parent) == ["site"]


def test_a_new_site_takes_the_place_of_the_old(move, live):
    build(live, "new")

    only(live, NEW)


def test_a_first_site_takes_its_place(move, tmp_path):
    build(tmp_path / "site", "new")

    only(tmp_path / "site", NEW)


def test_the_work_is_done_beside_the_live_folder_on_the_same_disk(live):
    with swap.beside(live) as new:
        write_site(new, "new")
        assert new.parent.parent == live.parent
        assert re.fullmatch(r"\.site-\w{8}", new.parent.name)
        assert leftovers(live) == [new.parent]


def test_a_new_site_that_is_lost_meanwhile_leaves_the_old_in_place(move, live):
    with pytest.raises(DataError), swap.beside(live) as new:
        new.rmdir()

    only(live, OLD)


def test_what_a_killed_build_left_is_cleared_away_by_the_next(live, left):
    write_site(left / "new", "next")
    write_site(left / "gone", "older")

    build(live, "new")

    only(live, NEW)


def test_the_last_site_is_put_back_where_none_is_live(live, left):
    live.rename(left / "old")

    swap.recover(live)

    only(live, OLD)


def test_the_last_site_is_put_back_even_by_who_may_not_clear(live, left):
    write_site(left / "new", "next")
    live.rename(left / "old")

    swap.recover(live, clear=False)

    assert files_of(live) == OLD
    assert files_of(left / "new") == NEXT


def test_a_site_that_is_live_is_not_replaced_by_an_older_one(live, left):
    write_site(left / "old", "older")

    swap.recover(live)

    only(live, OLD)


def test_a_site_is_not_put_back_in_place_of_a_link_to_nothing(tmp_path, left, live):
    live.rename(left / "old")
    live.symlink_to("nowhere")

    swap.recover(live)

    assert live.is_symlink()


def test_what_is_half_cleared_away_is_never_taken_for_a_site(live, left, monkeypatch):
    write_site(left / "old", "older")
    monkeypatch.setattr(shutil, "rmtree", lambda *_, **__: None)

    swap.recover(live)

    assert os.listdir(left) == ["gone"]


def test_a_site_that_cannot_be_set_aside_is_no_harm(live, left, monkeypatch):
    write_site(left / "old", "older")
    rename = Path.rename

    def will_not(path, other):
        if path == left / "old":
            raise OSError(errno.EACCES, "Permission denied")
        return rename(path, other)

    monkeypatch.setattr(Path, "rename", will_not)
    build(live, "new")

    assert files_of(live) == NEW


def test_one_file_that_stays_does_not_keep_the_rest(live, left, monkeypatch):
    write_site(left / "new", "next")
    unlink, stays = os.unlink, []

    def will_not_at_first(path, **more):
        if not stays:
            stays.append(path)
            raise PermissionError(errno.EACCES, "Permission denied")
        unlink(path, **more)

    monkeypatch.setattr(os, "unlink", will_not_at_first)
    swap.recover(live)

    assert len(files_of(left)) == 1


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


def test_without_locks_a_lost_site_is_put_back_all_the_same(live, left, monkeypatch):
    live.rename(left / "old")
    monkeypatch.setattr("fcntl.flock", no_locks)

    with pytest.raises(DataError), swap.beside(live):
        raise DataError([])

    assert files_of(live) == OLD


def test_what_goes_wrong_inside_leaves_the_live_folder(move, live):
    def fails():
        with swap.beside(live) as new:
            write_site(new, "new")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()

    only(live, OLD)


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
