"""Two folders change places, or it is said that they cannot."""

import ctypes
import errno
import os
import sys

import pytest

from publish.exchange import BOTH_WAYS, HERE, UNABLE, exchange

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has it")


@pytest.fixture
def pair(tmp_path):
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "is").write_text(name)
    if not exchange(tmp_path / "one", tmp_path / "other"):
        pytest.skip("not on this disk")
    return tmp_path / "one", tmp_path / "other"


def test_each_folder_is_where_the_other_was(pair):
    assert [(folder / "is").read_text() for folder in pair] == ["other", "one"]


def test_with_nothing_to_change_with_nothing_changes(pair, tmp_path):
    assert not exchange(pair[0], tmp_path / "nothing")
    assert (pair[0] / "is").is_file()


def test_what_the_system_refuses_is_an_error_that_names_the_place(pair):
    below = pair[1] / "is" / "below"

    with pytest.raises(NotADirectoryError) as refused:
        exchange(pair[0], below)

    wrong = refused.value
    assert wrong.errno == errno.ENOTDIR
    assert wrong.strerror == os.strerror(errno.ENOTDIR)
    assert wrong.filename == str(below)


def test_a_system_of_another_kind_is_not_asked(pair, monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")

    assert exchange(*pair) is False
    assert (pair[0] / "is").read_text() == "other"


@pytest.mark.parametrize(("answer", "done"), [(0, True), (-1, False)])
def test_the_system_is_asked_for_both_folders_at_once(monkeypatch, answer, done):
    asked = []

    class System:
        def renameat2(self, *what):
            asked.append(what)
            return answer

    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: System())
    monkeypatch.setattr(ctypes, "get_errno", lambda: errno.ENOSYS)

    assert exchange("one", "other") is done
    assert asked == [(HERE, b"one", HERE, b"other", BOTH_WAYS)]


@pytest.mark.parametrize("missing", [AttributeError, OSError])
def test_a_system_that_lacks_the_call_does_without(pair, monkeypatch, missing):
    class Without:
        def __getattr__(self, name):
            raise missing

    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: Without())

    assert exchange(*pair) is False


@pytest.mark.parametrize("number", sorted(UNABLE))
def test_a_disk_that_cannot_do_it_is_no_error(pair, monkeypatch, number):
    monkeypatch.setattr(ctypes, "get_errno", lambda: number)

    assert exchange(pair[0], pair[1] / "is" / "below") is False
