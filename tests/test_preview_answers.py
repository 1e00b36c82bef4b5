"""Each answer of the preview to the letter, without a connection."""

import io
import socket
import threading
import time
from functools import partial
from types import SimpleNamespace

import pytest

from publish import preview_server
from publish.preview_server import FOLLOW, FULL, Handler, PreviewServer

HERE = "127.0.0.1:8000"
FOLLOWS = '<script src="/__preview/follow.js" data-turn="7-1"></script>'
FILES = {
    "/style.css": b"a{}",
    "/logo.svg": b"<svg/>",
    "/data.zz9": b"\x00\xff",
    "/pages.tar.gz": b"packed",
    "/panel/index.html": b"panel",
    "/404.html": b"<body>nothing \xe2\x80\x99 \xff</body>",
}


class Shown:
    """A preview of one page and a few files."""

    turn = "7-1"
    problems = ()
    pages: dict[str, str] = {"/": "<p>start</p>"}  # noqa: RUF012

    def page(self, address):
        return self.pages.get(address)

    def file(self, path):
        return FILES.get(path)


class Request:
    """A connection that has sent a question, and keeps what is answered."""

    def __init__(self, question=""):
        self.question, self.answer, self.told = question.encode(), b"", []
        self.fails = False

    def makefile(self, *_):
        return io.BytesIO(self.question)

    def sendall(self, data):
        self.answer += data

    def getsockname(self):
        return ("127.0.0.1", 8000)

    def setblocking(self, blocks):
        self.told.append(("blocks", blocks))

    def send(self, data):
        self.told.append(("send", data))
        if self.fails:
            raise BrokenPipeError

    def shutdown(self, how):
        self.told.append(("shutdown", how))
        if self.fails:
            raise OSError

    def close(self):
        self.told.append(("close",))


def ask(path, preview=None, method="GET", **headers):
    """The status, headers by name, and body of an answer."""
    headers = {"Host": HERE} | {n.replace("_", "-"): v for n, v in headers.items()}
    lines = [f"{method} {path} HTTP/1.1", *(f"{n}: {v}" for n, v in headers.items())]
    request = Request("\r\n".join([*lines, "", ""]))
    Handler(preview or Shown(), request, ("127.0.0.1", 5), None)
    head, _, body = request.answer.partition(b"\r\n\r\n")
    status, *fields = head.decode().split("\r\n")
    named = dict(field.split(": ", 1) for field in fields)
    assert named.pop("Cache-Control") == "no-store"
    assert named.pop("Content-Length") == str(len(body)) or method == "HEAD"
    del named["Server"], named["Date"]
    return int(status.split()[1]), named, body.decode(errors="surrogateescape")


def kind(name, text=True):
    return {"Content-Type": f"{name}; charset=utf-8" if text else name}


def test_a_page_follows_the_turn():
    shown = kind("text/html")

    assert ask("/") == (200, shown, f"<p>start</p>{FOLLOWS}")
    assert ask("/index.html") == (200, shown, f"<p>start</p>{FOLLOWS}")


def test_what_follows_stands_at_the_end_of_the_last_body():
    preview = Shown()
    preview.pages = {"/": "<body>a</body><pre></body></pre>", "/b/": "<BODY>a</BODY>"}

    assert ask("/", preview)[2] == f"<body>a</body><pre>{FOLLOWS}</body></pre>"
    assert ask("/b/", preview)[2] == f"<BODY>a</BODY>{FOLLOWS}"


def test_what_is_to_be_mended_is_no_good_page():
    preview = Shown()
    preview.problems = ["one"]

    assert ask("/", preview)[0] == 500


def test_the_preview_is_asked_for_its_turn_and_its_script():
    assert ask("/__preview/turn") == (200, kind("text/plain"), "7-1")
    script = FOLLOW % "/__preview/turn"
    assert ask("/__preview/follow.js") == (200, kind("text/javascript"), script)


@pytest.mark.parametrize(
    ("path", "head"),
    [
        ("/style.css", kind("text/css")),
        ("/logo.svg", kind("image/svg+xml", text=False)),
        ("/data.zz9", kind("application/octet-stream", text=False)),
        ("/pages.tar.gz", kind("application/x-tar", text=False)),
        ("/style.css?v=1#top", kind("text/css")),
        ("/st%79le.css", kind("text/css")),
    ],
)
def test_a_file_is_what_its_name_says(path, head):
    status, named, body = ask(path)

    assert (status, named) == (200, head)
    assert body.encode(errors="surrogateescape") in FILES.values()


def test_a_page_without_its_slash_is_led_to():
    there = kind("text/plain") | {"Location": "/panel/?a=b"}

    assert ask("/panel?a=b") == (302, there, "")


@pytest.mark.parametrize("path", ["/nowhere", "/nowhere/", "/nowhere/index.html"])
def test_what_is_not_there_is_said_on_a_page_of_the_site(path):
    body = f"<body>nothing \u2019 \ufffd{FOLLOWS}</body>"

    assert ask(path) == (404, kind("text/html"), body)


def test_before_there_is_a_page_that_says_so_it_is_said(monkeypatch):
    monkeypatch.delitem(FILES, "/404.html")

    assert ask("/nowhere")[2] == f"<p>Not found.</p>{FOLLOWS}"


def test_a_head_has_no_body():
    status, head, body = ask("/style.css", method="HEAD")

    assert (status, head, body) == (200, kind("text/css"), "")


def test_the_length_of_a_head_is_that_of_the_body():
    request = Request(f"HEAD /style.css HTTP/1.1\r\nHost: {HERE}\r\n\r\n")
    Handler(Shown(), request, ("127.0.0.1", 5), None)

    assert b"\r\nContent-Length: 3\r\n" in request.answer


def test_who_is_not_of_this_machine_is_told_so():
    said = (403, kind("text/plain"), "This preview is for this machine.")

    assert ask("/", Host="evil.example") == said
    assert ask("/", Origin="http://evil.example") == said


SITES = [
    ("none", "cors", 200),
    ("same-origin", "cors", 200),
    ("same-site", "cors", 403),
    ("cross-site", "no-cors", 403),
    ("cross-site", "navigate", 200),
]


@pytest.mark.parametrize(("site", "mode", "status"), SITES)
def test_another_site_may_lead_here_and_not_read(site, mode, status):
    assert ask("/", Sec_Fetch_Site=site, Sec_Fetch_Mode=mode)[0] == status
    if status == 403:
        assert ask("/", Sec_Fetch_Site=site)[0] == 403


def test_a_fault_of_its_own_is_told_to_both(capsys):
    preview = Shown()
    preview.page = partial(lambda *_: 1 / 0)
    said = "The preview met a fault of its own: load this page again. (%s)"

    status, head, body = ask("/", preview)

    assert (status, head) == (500, kind("text/html"))
    assert body == f"<p>{said % 'ZeroDivisionError'}</p>{FOLLOWS}"
    told = said % "ZeroDivisionError('division by zero')"
    assert capsys.readouterr().err == f"{told}\n"


def test_nothing_is_told_of_each_question(capsys):
    ask("/")

    assert capsys.readouterr() == ("", "")


@pytest.fixture
def server():
    server = PreviewServer(Shown(), 0, most=1, patience=9)
    yield server
    server.server_close()


def test_it_listens_on_this_machine_alone(server):
    assert server.server_address[0] == "127.0.0.1"
    assert server.daemon_threads is True


def test_it_serves_in_a_thread_that_ends_with_the_process(server, monkeypatch):
    made = []

    class Thread:
        def __init__(self, target, args):
            self.target, self.args, self.started = target, args, False
            made.append(self)

        def start(self):
            self.started = True

    monkeypatch.setattr(threading, "Thread", Thread)
    server.start(every=0.5)
    server.start()

    first, second = made
    assert (first.target, first.args) == (server.serve_forever, (0.5,))
    assert second.args == (0.1,)
    assert first.daemon is True
    assert first.started


@pytest.mark.parametrize("fails", [False, True])
def test_one_too_many_is_told_and_closed(server, fails):
    assert server._free.acquire(blocking=False)
    request = Request()
    request.fails = fails

    server.process_request(request, ("127.0.0.1", 5))

    assert request.told == [
        ("blocks", False),
        ("send", FULL),
        ("shutdown", socket.SHUT_WR),
        ("close",),
    ]
    assert server._since == {}


def test_a_place_is_kept_while_it_is_used_and_given_back_once(server, monkeypatch):
    given = []
    parent = preview_server.ThreadingHTTPServer
    monkeypatch.setattr(parent, "process_request", lambda _, *what: given.append(what))
    monkeypatch.setattr(time, "monotonic", lambda: 100.0)
    request = Request()

    server.process_request(request, ("127.0.0.1", 5))
    assert given == [(request, ("127.0.0.1", 5))]
    assert server._since == {request: 100.0}
    assert not server._free.acquire(blocking=False)

    server.shutdown_request(request)
    server.shutdown_request(request)
    assert server._since == {}
    assert request.told.count(("close",)) == 2
    assert server._free.acquire(blocking=False)
    assert not server._free.acquire(blocking=False)


def test_who_takes_too_long_is_cut_and_nobody_else(server, monkeypatch):
    monkeypatch.setattr(time, "monotonic", lambda: 100.0)
    long, just, short = Request(), Request(), Request()
    long.fails = True
    server._since = {long: 80.0, just: 91.0, short: 91.5}

    server.service_actions()

    assert long.told == just.told == [("shutdown", socket.SHUT_RDWR)]
    assert short.told == []


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ConnectionResetError("gone"), ""),
        (
            ValueError("odd"),
            "The preview met a fault of its own: load this page again. "
            "(ValueError('odd'))\n",
        ),
    ],
)
def test_a_fault_of_a_connection_is_told_in_a_line(server, capsys, error, said):
    try:
        raise error
    except Exception:
        server.handle_error(Request(), ("127.0.0.1", 5))

    assert capsys.readouterr() == ("", said)


def test_the_bounds_are_those_that_are_written():
    plain = PreviewServer(SimpleNamespace(), 0)
    plain.server_close()

    assert plain._patience == preview_server.PATIENCE
    assert plain._free._value == preview_server.MOST
