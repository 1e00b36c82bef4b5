"""What the preview gives to whoever asks: its own folder, to this machine only."""

import http.client
import socket
from contextlib import suppress

import pytest

from publish.preview import Preview, inside
from publish.preview_server import PreviewServer

LAST_RESORT = 60  # seconds; nothing here takes a tenth of one


@pytest.fixture
def preview(tmp_path):
    """A preview of one page, beside which a secret lies."""
    for folder in ("made", "secret"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "index.html").write_text(f"{folder} page")
    preview = Preview(tmp_path, tmp_path)
    preview._whole = tmp_path / "made"
    return preview


@pytest.fixture
def serving(preview):
    """Start a server of the preview, with its bounds."""
    servers = []

    def start(**bounds):
        servers.append(PreviewServer(preview, 0, **bounds))
        servers[-1].start(every=0.01)
        return servers[-1]

    yield start
    for server in servers:
        server.end()


@pytest.fixture
def asked(serving):
    """Ask the preview."""
    port = serving().server_port

    def ask(path, method="GET", **headers):
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=LAST_RESORT)
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        line.request(method, path, headers=headers)
        answer = line.getresponse()
        said = answer.status, answer.getheader("Location") or answer.read().decode()
        line.close()
        return said

    ask.port = port
    return ask


OUTSIDE = ["/../secret/", "/%2e%2e/secret/", "/..%2fsecret/", "/x/../../secret/"]


@pytest.mark.parametrize("path", OUTSIDE)
@pytest.mark.parametrize("end", ["", "index.html"])
def test_nothing_outside_the_folder_is_given(asked, path, end):
    status, said = asked(path + end)

    assert status == 404
    assert "secret page" not in said


def test_a_file_outside_is_not_found_by_its_path(tmp_path):
    (tmp_path / "made").mkdir()
    (tmp_path / "key.txt").write_text("secret")
    (tmp_path / "made" / "way-out.txt").symlink_to(tmp_path / "key.txt")

    assert inside(tmp_path / "made", "/../key.txt") is None
    assert inside(tmp_path / "made", "/way-out.txt") is None
    assert inside(tmp_path, "/key.txt") == (tmp_path / "key.txt").resolve()


@pytest.mark.parametrize("path", ["/%00/", "/%00", f"/{'a' * 300}/", f"/{'a' * 300}"])
def test_a_name_no_disk_knows_is_not_found(asked, path):
    assert asked(path)[0] == 404


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_this_machine_is_answered_by_both_its_names(asked, name):
    host = f"{name}:{asked.port}"

    assert asked("/", Host=host)[0] == 200
    assert asked("/", Host=host, Origin=f"http://{host}")[0] == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{}", "localhost", "127.0.0.1:1", "[::1]:{}"]
)
def test_another_name_for_this_machine_is_refused(asked, host):
    status, said = asked("/", Host=host.format(asked.port))

    assert status == 403
    assert "made page" not in said


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1:{}"],
)
def test_a_page_of_another_origin_is_refused(asked, origin):
    assert asked("/", Origin=origin.format(asked.port))[0] == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_site_may_link_here_and_not_read(asked, site):
    assert asked("/", Sec_Fetch_Site=site, Sec_Fetch_Mode="cors")[0] == 403
    assert asked("/", Sec_Fetch_Site=site, Sec_Fetch_Mode="no-cors")[0] == 403
    assert asked("/", Sec_Fetch_Site=site, Sec_Fetch_Mode="navigate")[0] == 200


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_the_preview_may_ask_itself(asked, site):
    assert asked("/", Sec_Fetch_Site=site, Sec_Fetch_Mode="cors")[0] == 200


def test_the_page_follows_the_turn_that_it_was_made_in(asked, preview):
    assert asked("/__preview/turn") == (200, preview.turn)
    assert f'data-turn="{preview.turn}"' in asked("/")[1]
    assert "/__preview/turn" in asked("/__preview/follow.js")[1]


@pytest.mark.parametrize("query", ["", "?x=1"])
def test_a_page_without_its_slash_keeps_what_was_asked(asked, tmp_path, query):
    (tmp_path / "made" / "panel").mkdir()
    (tmp_path / "made" / "panel" / "index.html").write_text("panel page")

    assert asked(f"/panel{query}") == (302, f"/panel/{query}")
    elsewhere = asked(
        f"http://evil.example/panel{query}", Host=f"127.0.0.1:{asked.port}"
    )
    assert elsewhere == (302, f"/panel/{query}")


@pytest.mark.parametrize("path", ["/", "/style.css", "/nothing"])
def test_a_fault_of_the_preview_itself_is_answered(asked, preview, monkeypatch, path):
    def fail(*args):
        raise ZeroDivisionError("of its own")

    monkeypatch.setattr(preview, "page", fail)
    monkeypatch.setattr(preview, "file", fail)
    status, said = asked(path)

    assert status == 500
    assert "ZeroDivisionError" in said
    monkeypatch.undo()
    assert asked("/")[0] == 200


def ask_slowly(port, text):
    """A connection that has sent no more than this, unless it is cut before."""
    line = socket.create_connection(("127.0.0.1", port), timeout=LAST_RESORT)
    with suppress(ConnectionError):
        line.sendall(text.encode())
    return line


def all_of(line):
    """Everything that comes until the other side ends, politely or not."""
    said = b""
    with suppress(ConnectionError):
        while part := line.recv(4096):
            said += part
    return said.decode()


def test_a_question_for_the_head_alone_gets_no_more(serving):
    port = serving().server_port

    with ask_slowly(port, f"HEAD / HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\n\r\n") as line:
        said = all_of(line)

    assert said.startswith("HTTP/1.0 200")
    assert said.endswith("\r\n\r\n")


def test_beyond_the_most_connections_none_gets_a_thread(serving):
    port = serving(most=1).server_port
    question = f"GET / HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\n\r\n"

    for _ in range(2):  # the place is free again afterwards
        with ask_slowly(port, question[:-2]) as first:
            with ask_slowly(port, "") as second:
                assert all_of(second).startswith("HTTP/1.0 503")
            first.sendall(b"\r\n")
            assert "made page" in all_of(first)


@pytest.mark.parametrize("sent", ["", "GET / HTTP", "GET / HTTP/1.0\r\nHost: 1"])
def test_a_client_that_takes_too_long_is_cut(serving, sent):
    server = serving(most=1, patience=0)

    for _ in range(2):
        with ask_slowly(server.server_port, sent) as line:
            assert all_of(line) == ""
        assert server._free.acquire(timeout=LAST_RESORT), "its place is free again"
        server._free.release()
