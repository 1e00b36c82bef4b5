"""How a preview is started, kept up to date and ended, without a server or a clock."""

import signal
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from macros.problems import Problem
from publish import serve

SLIP = Problem("docs/a.md", 1, "mend this")
OTHER = Problem("theme/b.html", 1, "and that")
ROOMS = ["data", "docs", "templates", "theme", "mkdocs.yml", "addresses.txt"]


class Scripted:
    """A preview that keeps what it is told, and what is wrong after each change."""

    def __init__(self, *, held=False, wrong=()):
        self.problems, self.held, self.wrong = [], held, list(wrong)
        self.told = []

    def change(self):
        self.told.append("change")
        self.problems = self.wrong.pop(0) if self.wrong else []

    def again(self):
        self.told.append("again")

    def finish(self):
        self.told.append("finish")

    def look(self):
        self.told.append("look")

    def stop(self):
        self.told.append("stop")


class Time:
    """A clock that goes on by a second with each pause, for so many pauses."""

    def __init__(self, seconds, at=lambda second: None):
        self.second, self.seconds, self.at = 0.0, seconds, at

    def wait(self, pause):
        assert pause == serve.PAUSE
        self.second += 1
        self.at(self.second)
        return self.second > self.seconds


@pytest.fixture
def follow(tmp_path, monkeypatch):
    """Follow a folder with a preview, for so many seconds."""

    def following(preview, seconds, at=lambda second: None, quiet=1.0):
        clock = Time(seconds, at)
        monkeypatch.setattr(serve, "QUIET", quiet)
        monkeypatch.setattr(time, "monotonic", lambda: clock.second)
        serve.follow(tmp_path, preview, clock)
        return preview.told

    return following


def save(place):
    def at(second):
        if second == place.second:
            (place.root / "mkdocs.yml").write_text(str(second))

    return at


def test_the_first_look_is_a_change_and_quiet_finishes_it(follow):
    assert follow(Scripted(), 2) == ["change"]
    assert follow(Scripted(), 3) == ["change", "finish", "look"]
    assert follow(Scripted(), 4) == ["change", "finish", "look", "finish", "look"]


def test_a_change_is_told_and_quiet_begins_anew(follow, tmp_path):
    save_at = save(SimpleNamespace(root=tmp_path, second=3))

    assert follow(Scripted(), 4, save_at) == ["change", "change"]
    (tmp_path / "mkdocs.yml").unlink()
    assert follow(Scripted(), 5, save_at) == ["change", "change", "finish", "look"]


def test_what_is_wrong_is_looked_at_once_more_when_it_is_quiet(follow):
    told = follow(Scripted(wrong=[[SLIP]]), 9)

    assert told[:4] == ["change", "again", "finish", "look"]
    assert told.count("again") == 1
    assert told.count("finish") == told.count("look") == 6


def test_a_file_that_cannot_be_had_is_looked_at_whenever_it_is_quiet(follow):
    told = follow(Scripted(wrong=[[SLIP]], held=True), 9)

    assert told == ["change", *["again", "finish", "look"] * 4]


def test_nothing_is_looked_at_again_when_nothing_is_wrong(follow):
    assert "again" not in follow(Scripted(held=True), 9)


def test_a_second_slip_is_looked_at_again_as_well(follow, tmp_path):
    save_at = save(SimpleNamespace(root=tmp_path, second=6))
    told = follow(Scripted(wrong=[[SLIP], [SLIP]]), 12, save_at)

    assert told.count("change") == 2
    assert told.count("again") == 2


def test_what_is_wrong_is_told_once_and_so_is_that_it_is_mended(
    follow, tmp_path, capsys, monkeypatch
):
    monkeypatch.setattr(time, "strftime", lambda form: f"<{form}>")
    save_at = save(SimpleNamespace(root=tmp_path, second=4))
    follow(Scripted(wrong=[[SLIP, OTHER]]), 6, save_at)

    out, err = capsys.readouterr()
    lines = "docs/a.md:1: mend this\ntheme/b.html:1: and that"
    assert err == f"\n{lines}\n\nMend and save: the preview follows.\n"
    assert out == "<%H:%M:%S> The preview is up to date.\n"


def test_each_change_is_told_though_nothing_is_wrong(follow, tmp_path, capsys):
    save_at = save(SimpleNamespace(root=tmp_path, second=3))
    follow(Scripted(), 4, save_at)

    assert capsys.readouterr().out.count("up to date") == 2


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_is_followed(tmp_path, room):
    for name in ROOMS:
        if "." in name:
            (tmp_path / name).write_text("old")
        else:
            (tmp_path / name).mkdir()
    before = serve.followed(tmp_path)
    assert serve.followed(tmp_path) == before
    file = tmp_path / room
    if file.is_dir():
        file = file / "deep" / "new.md"
        file.parent.mkdir()
    file.write_text("other text")

    assert serve.followed(tmp_path) != before


@pytest.fixture
def server(monkeypatch):
    """What a server is told, and what ends the preview."""
    told = SimpleNamespace(said=[], ends=KeyboardInterrupt, refuses=False, folder=None)

    class Server:
        server_port = 8123

        def __init__(self, preview, port):
            if told.refuses:
                raise OSError
            told.preview, told.port = preview, port
            told.folder = preview._folder
            preview.stop = lambda: told.said.append("preview stops")

        def start(self):
            told.said.append("starts")

        def end(self):
            told.said.append("ends")

    def follow(root, preview, ended):
        assert preview is told.preview
        assert not ended.is_set()
        assert told.folder.is_dir()
        told.said.append(("follows", root))
        if told.ends:
            raise told.ends

    monkeypatch.setattr(serve, "PreviewServer", Server)
    monkeypatch.setattr(serve, "follow", follow)
    before = signal.getsignal(signal.SIGTERM)
    yield told
    signal.signal(signal.SIGTERM, before)


@pytest.fixture
def printed(monkeypatch):
    """How each line is printed, besides its words."""
    said = []

    def print_it(*words, **more):
        said.append(more)
        print(*words, **more)

    monkeypatch.setattr(serve, "print", print_it, raising=False)
    return said


def test_that_it_is_up_to_date_is_printed_at_once(printed):
    serve.tell(Scripted())

    assert printed == [{"flush": True}]


def test_a_preview_is_served_until_ctrl_c(server, printed, tmp_path, capsys):
    assert serve.serve(tmp_path, 8000) == 0

    assert server.port == 8000
    assert server.preview.root == tmp_path
    assert server.said == [
        "starts",
        ("follows", tmp_path),
        "preview stops",
        "ends",
    ]
    assert Path(server.folder).name.startswith("preview-")
    assert printed == [{"flush": True}, {}]
    assert not Path(server.folder).exists()
    assert capsys.readouterr().out == (
        "Preview: http://127.0.0.1:8123/ (Ctrl C ends it)\n\nThe preview has ended.\n"
    )


def test_whoever_ends_the_process_ends_the_preview_as_ctrl_c_does(server, tmp_path):
    serve.serve(tmp_path, 8000)

    assert signal.getsignal(signal.SIGTERM) is signal.default_int_handler


def test_a_fault_gives_the_port_back_as_well(server, tmp_path):
    server.ends = ZeroDivisionError
    with pytest.raises(ZeroDivisionError):
        serve.serve(tmp_path, 8000)

    assert server.said[-2:] == ["preview stops", "ends"]


def test_a_port_in_use_is_told_with_the_next(server, tmp_path, capsys):
    server.refuses = True

    assert serve.serve(tmp_path, 8000) == 1
    assert capsys.readouterr().err == (
        "Port 8000 is in use, perhaps by another preview: end that one with "
        "Ctrl C, or type: python -m publish serve --port 8001\n"
    )
    assert server.said == []


def test_an_end_that_was_told_ends_the_following(tmp_path):
    ended = threading.Event()
    ended.set()
    preview = Scripted()

    serve.follow(tmp_path, preview, ended)

    assert preview.told == []
