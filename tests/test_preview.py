"""What the preview gives to whoever asks: its own folder, to this machine only."""

import http.client
import threading
from functools import partial
from http.server import ThreadingHTTPServer

import pytest

from publish.preview import Preview, inside
from publish.serve import Handler


@pytest.fixture
def asked(tmp_path):
    """Ask a preview of one page, beside which a secret lies."""
    for folder in ("made", "secret"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "index.html").write_text(f"{folder} page")
    preview = Preview(tmp_path, tmp_path)
    preview._whole = tmp_path / "made"
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, preview))
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()

    def ask(path, **headers):
        line = http.client.HTTPConnection("127.0.0.1", server.server_port)
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        line.request("GET", path, headers=headers)
        answer = line.getresponse()
        said = answer.status, answer.getheader("Location") or answer.read().decode()
        line.close()
        return said

    yield ask
    server.shutdown()
    server.server_close()


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

    assert inside(tmp_path / "made", "/../key.txt") is None
    assert inside(tmp_path, "/key.txt") == (tmp_path / "key.txt").resolve()


@pytest.mark.parametrize("path", ["/%00/", "/%00", f"/{'a' * 300}/", f"/{'a' * 300}"])
def test_a_name_no_disk_knows_is_not_found(asked, path):
    assert asked(path)[0] == 404


def test_another_name_for_this_machine_is_refused(asked):
    assert asked("/")[0] == 200
    assert asked("/", Host="evil.example")[0] == 403


def test_another_site_may_link_here_and_not_read(asked):
    assert asked("/", Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="cors")[0] == 403
    assert asked("/", Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="navigate")[0] == 200


@pytest.mark.parametrize("query", ["", "?x=1"])
def test_a_page_without_its_slash_keeps_what_was_asked(asked, tmp_path, query):
    (tmp_path / "made" / "panel").mkdir()
    (tmp_path / "made" / "panel" / "index.html").write_text("panel page")

    assert asked(f"/panel{query}") == (302, f"/panel/{query}")
