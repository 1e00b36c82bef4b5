"""The process behind a preview, as it is asked and answers; none is started here."""

import multiprocessing
from types import SimpleNamespace

import pytest

from macros.problems import DataError, Problem
from publish import behind
from publish.behind import LOST, Behind, checked

SLIP = Problem("docs/a.md", 3, "mend this")


class Process:
    """A process that does nothing, and remembers what it was told."""

    def __init__(self, target, args):
        self.target, self.args, self.told = target, args, []
        SYSTEM.started = self

    def start(self):
        if SYSTEM.full:
            raise OSError(11, "Resource temporarily unavailable")
        self.told.append("start")

    def kill(self):
        self.told.append("kill")

    def join(self):
        self.told.append("join")


SYSTEM = SimpleNamespace(started=None, full=False, ends=())


@pytest.fixture
def system(monkeypatch):
    def pipe():
        SYSTEM.ends = multiprocessing.Pipe()
        return SYSTEM.ends

    SYSTEM.full = False
    monkeypatch.setattr(behind, "FRESH", SimpleNamespace(Pipe=pipe, Process=Process))
    return SYSTEM


@pytest.fixture
def worker(system, tmp_path):
    """A worker, and an end of its pipe that is still open, as in its process."""
    theirs = SimpleNamespace(send=None)
    pipe = multiprocessing.Pipe

    def kept():
        ours, end = pipe()
        theirs.send, theirs.close = end.send, end.close
        shown = SimpleNamespace(send=end.send, close=lambda: None)
        return ours, shown

    behind.FRESH.Pipe = kept
    return Behind(tmp_path, tmp_path / "made"), theirs


def test_a_process_is_started_with_all_that_it_needs(system, tmp_path):
    worker = Behind(tmp_path, tmp_path / "made")
    ours, theirs = system.ends

    assert worker.folder == tmp_path / "made"
    assert system.started.target is behind._make_whole
    assert system.started.args == (tmp_path, tmp_path / "made", theirs)
    assert system.started.told == ["start"]
    assert theirs.closed, "or the end of the process would not be seen"
    assert not ours.closed


def test_where_there_is_no_room_nothing_is_left_open(system, tmp_path):
    system.full = True

    with pytest.raises(OSError, match="Resource"):
        Behind(tmp_path, tmp_path / "made")

    assert [end.closed for end in system.ends] == [True, True]


def test_there_is_no_result_before_it_is_sent(worker):
    made, theirs = worker
    assert made.done is False

    theirs.send([SLIP])
    made.wait()

    assert made.done is True
    assert made.result() == [SLIP]


def test_to_wait_is_to_wait_for_as_long_as_it_takes(worker):
    asked = []
    made, _ = worker
    made._ours = SimpleNamespace(poll=lambda *most: asked.append(most))

    made.wait()

    assert asked == [(None,)]


def test_a_process_that_has_died_has_a_result(worker):
    made, theirs = worker
    theirs.close()

    assert made.done is True
    assert made.result() == [LOST]


def test_what_cannot_be_received_is_a_result(worker):
    made, _ = worker

    def lost():
        raise OSError

    made._ours = SimpleNamespace(recv=lost)
    assert made.result() == [LOST]


def test_it_is_stopped_for_good(system, tmp_path):
    worker = Behind(tmp_path, tmp_path / "made")
    worker.end()

    assert system.started.told == ["start", "kill", "join"]
    assert system.ends[0].closed


@pytest.fixture
def examined(monkeypatch, tmp_path):
    found = SimpleNamespace(faults=[])

    def examine(root):
        assert root == tmp_path
        return found

    monkeypatch.setattr(behind, "examine", examine)
    return found


def test_every_fault_is_raised_but_those_of_files_that_pass(examined, tmp_path):
    passing = Problem("docs/~$a.docx", 1, "not published")
    examined.faults = [passing]
    assert checked(tmp_path) is examined

    examined.faults = [passing, SLIP]
    with pytest.raises(DataError) as raised:
        checked(tmp_path)
    assert raised.value.problems == [SLIP]


def test_the_whole_site_is_made_and_nothing_is_wrong(examined, tmp_path, monkeypatch):
    made, sent = [], []
    monkeypatch.setattr(behind, "make_site", lambda *what: made.append(what))

    behind._make_whole(tmp_path, tmp_path / "made", SimpleNamespace(send=sent.append))

    assert made == [(tmp_path, examined, tmp_path / "made")]
    assert sent == [[]]


@pytest.mark.parametrize("kind", [ZeroDivisionError, ValueError])
def test_what_goes_wrong_is_sent(examined, tmp_path, monkeypatch, kind):
    def fails(*_):
        raise kind("so")

    sent = []
    monkeypatch.setattr(behind, "make_site", fails)
    behind._make_whole(tmp_path, tmp_path, SimpleNamespace(send=sent.append))

    [[problem]] = sent
    said = f"something cannot be made ({kind.__name__}: so): undo what was changed last"
    assert problem == Problem("mkdocs.yml", 1, said, code="engine")


def test_a_fault_of_the_facts_is_sent_as_it_is(examined, tmp_path):
    examined.faults = [SLIP]
    sent = []
    behind._make_whole(tmp_path, tmp_path, SimpleNamespace(send=sent.append))

    assert sent == [[SLIP]]


def test_ctrl_c_is_no_fault_of_the_site(tmp_path, monkeypatch):
    def interrupted(_):
        raise KeyboardInterrupt

    sent = []
    monkeypatch.setattr(behind, "checked", interrupted)
    behind._make_whole(tmp_path, tmp_path, SimpleNamespace(send=sent.append))

    assert sent == []
