"""A live copy that differs is found out, in words for who looks after the server."""

import functools
import http.server
import shutil
import threading

import pytest

from publish.__main__ import main
from publish.headers import ASSETS_KEPT, PAGES_KEPT, headers_of
from publish.hosting.pages import CHARSET_TAG, policy_tag, with_tag
from publish.smoke import smoke
from publish.visitor import Visitor

PAGE = f"<!doctype html>{CHARSET_TAG}<title>x</title>{'words ' * 10}"


class Host(http.server.SimpleHTTPRequestHandler):
    """A host that is set up as it should be, but for what a test changes."""

    headers_said: dict[str, str]
    types = "text/html; charset=utf-8"
    assets_kept = ASSETS_KEPT

    def log_message(self, *args):
        pass

    def end_headers(self):
        for name, value in self.headers_said.items():
            self.send_header(name, value)
        asset = "/assets/" in self.path and not self.lost
        self.send_header("Cache-Control", self.assets_kept if asset else PAGES_KEPT)
        super().end_headers()

    def guess_type(self, path):
        return self.types if str(path).endswith(".html") else super().guess_type(path)

    lost = False

    def send_error(self, code, *args):
        self.lost = True
        body = (type(self).root / "404.html").read_bytes()
        self.send_response(code)
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def little(tmp_path):
    site = tmp_path / "site"
    (site / "assets").mkdir(parents=True)
    (site / "panel").mkdir()
    for name in ("index.html", "panel/index.html", "404.html"):
        (site / name).write_text(PAGE)
    (site / "assets" / "site.12345678.css").write_text("b { color: red }")
    (site / "web.config").write_text("for the host alone")
    return site


@pytest.fixture
def live(little, tmp_path):
    """The copy on a server that a test may change; gives (folder, host, address)."""
    copy = tmp_path / "live"
    shutil.copytree(little, copy)
    said = {"root": copy, "headers_said": headers_of(little)}
    kind = type("Changed", (Host,), said)
    handler = functools.partial(kind, directory=str(copy))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield copy, kind, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_copy_that_is_right_is_found_right(little, live):
    found, visited = smoke(little, Visitor(live[2]))

    assert found == {}
    assert visited == 5  # two pages, a file, a wrong address, one without its slash


def test_the_words_of_a_rule_may_stand_in_any_order(little, live):
    _, host, address = live
    host.assets_kept = "public, immutable,max-age=31536000"  # as IIS has it

    assert smoke(little, Visitor(address))[0] == {}


def test_an_old_page_a_lost_page_and_a_lost_style_are_found(little, live):
    copy, _, address = live
    (copy / "index.html").write_text(PAGE.replace("words", "older"))
    shutil.rmtree(copy / "panel")
    (copy / "assets" / "site.12345678.css").unlink()

    found, _ = smoke(little, Visitor(address))

    assert found == {
        "is not what was built: copy the site up again": ["/"],
        "answers 404, not 200": ["/assets/site.12345678.css", "/panel/"],
        "an address without its slash answers 404, not 301": ["/panel"],
    }


def test_each_header_that_is_missing_or_other_is_named_once(little, live):
    _, host, address = live
    host.headers_said |= {"Referrer-Policy": "origin"}
    del host.headers_said["Content-Security-Policy"]
    host.assets_kept = PAGES_KEPT
    host.types = "text/html"

    found, _ = smoke(little, Visitor(address))

    assert found == {
        "Content-Security-Policy is missing": [
            "/assets/site.12345678.css",
            "/",
            "/panel/",
            "/smoke/nothing-is-here/",
        ],
        "Referrer-Policy says 'origin', not 'no-referrer'": [
            "/assets/site.12345678.css",
            "/",
            "/panel/",
            "/smoke/nothing-is-here/",
        ],
        f"Cache-Control says '{PAGES_KEPT}', not '{ASSETS_KEPT}'": [
            "/assets/site.12345678.css"
        ],
        "Content-Type says 'text/html', not 'charset=utf-8'": ["/", "/panel/"],
    }


def test_a_wrong_address_that_shows_the_start_is_found(little, live):
    _, host, address = live

    def start(self, code, *args):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"start")

    host.send_error = start

    found, _ = smoke(little, Visitor(address))

    assert found == {
        "a wrong address answers 200, not 404": ["/smoke/nothing-is-here/"],
        "a wrong address does not show 404.html": ["/smoke/nothing-is-here/"],
    }


def test_a_large_page_that_is_sent_unpacked_is_found(little, live):
    copy, _, address = live
    for folder in (little, copy):
        (folder / "index.html").write_text(PAGE * 10)

    found, _ = smoke(little, Visitor(address))

    assert found == {"is sent unpacked: switch compression on": ["/"]}


def test_a_policy_that_stands_in_the_pages_is_no_difference(little, live):
    copy, _, address = live
    for page in copy.rglob("*.html"):
        page.write_text(with_tag(page.read_text(), policy_tag(little)))

    assert smoke(little, Visitor(address))[0] == {}


def test_of_a_host_that_says_nothing_the_policy_is_wanted_in_each_page(little, live):
    copy, host, address = live
    host.headers_said = {}
    host.assets_kept = "max-age=600"
    page = copy / "panel" / "index.html"
    page.write_text(with_tag(page.read_text(), policy_tag(little)))

    found, _ = smoke(little, Visitor(address), silent=True)

    assert found == {"has no policy in it: type deploy pages, and copy that up": ["/"]}


def test_a_host_that_does_not_answer_is_named(little, capsys):
    assert main(["smoke", "http://127.0.0.1:1", "--site", str(little)]) == 1
    assert "no answer" in capsys.readouterr().out


@pytest.mark.parametrize(
    "url", ["hsb.example.org", "ftp://x.example", "https://a@b.example", "https:///"]
)
def test_what_is_no_address_is_refused(url):
    with pytest.raises(ValueError, match="'"):
        Visitor(url)


def test_the_command_says_what_differs_and_where(little, live, capsys):
    copy, _, address = live
    words = ["smoke", address, "--site", str(little)]

    assert main(words) == 0
    assert capsys.readouterr().out == ("5 addresses visited: all is as it was built.\n")
    for name in ("index.html", "panel/index.html"):
        (copy / name).write_text("else")
    assert main(words) == 1
    assert capsys.readouterr().out == (
        "/ and 1 more: is not what was built: copy the site up again\n"
        "5 addresses visited: 1 thing differs.\n"
    )
