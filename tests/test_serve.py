"""The live preview, as an editor has it: a server of its own and a browser.

Nothing here waits for a time: a preview tells when it has taken in a change, and a
process when it is ready. What is given in seconds only ends a test that hangs.
"""

import signal
import socket
import subprocess
import sys
import threading
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from conftest import ROOT
from small import make_small_site

from publish import serve
from publish.preview import Preview
from publish.preview_server import PreviewServer

SLIP = '{{ phone("front-door-<b>") }}'
LAST_RESORT = 60  # seconds
PAGE = "/prepare/"
WORDS = "Write down what you know"


def get(address):
    try:
        with urlopen(address, timeout=LAST_RESORT) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()


class Served:
    """A project, its preview, and the address of that."""

    def __init__(self, project, preview, site):
        self.project, self.preview, self.site = project, preview, site
        self.page = project / "docs" / "prepare.md"

    def until(self, check):
        """Return when something is true of the preview, looked at after each turn."""
        while True:
            turn = self.preview.turn
            if check():
                return
            assert self.preview.wait(turn, LAST_RESORT) != turn, "it did not happen"

    def shows(self, words, address=PAGE):
        self.until(lambda: words in get(f"{self.site}{address}")[1])


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """A small project that is followed and served."""
    project = make_small_site(tmp_path_factory.mktemp("served"))
    preview = Preview(project, tmp_path_factory.mktemp("made"))
    server = PreviewServer(preview, 0)
    server.start(every=0.01)
    ended = threading.Event()
    following = threading.Thread(target=serve.follow, args=(project, preview, ended))
    following.start()
    yield Served(project, preview, f"http://127.0.0.1:{server.server_port}")
    ended.set()
    following.join()
    preview.stop()
    server.end()


@pytest.fixture
def served(running):
    """The preview, whose page is put back afterwards."""
    text = running.page.read_text(encoding="utf-8")
    running.shows(WORDS)
    yield running
    running.page.write_text(text, encoding="utf-8")
    running.shows(WORDS)


def slip(file):
    text = file.read_text(encoding="utf-8")
    wrong = text.replace("{{ page_foot() }}", SLIP + "\n\n{{ page_foot() }}")
    file.write_text(wrong.replace("reviewed: 2", "reviewed: x"), encoding="utf-8")


@pytest.mark.browser
def test_a_fault_is_shown_in_the_browser_which_heals_when_it_is_mended(served, browser):
    good = served.page.read_text(encoding="utf-8")
    tab = browser.new_context().new_page()
    tab.set_default_timeout(LAST_RESORT * 1000)
    tab.goto(f"{served.site}{PAGE}")

    slip(served.page)
    tab.get_by_role("heading", name="2 things to mend").wait_for()
    said = tab.locator("main").inner_text()
    assert "docs/prepare.md" in said
    assert "must be written year-month-day" in said
    assert "'front-door-<b>' is not in contacts.yml" in said

    served.page.write_text(good, encoding="utf-8")
    tab.get_by_role("heading", name="Prepare for the panel").wait_for()
    tab.context.close()


def test_every_page_says_what_to_mend_and_no_address_hangs(served):
    slip(served.page)

    # A first answer may be of the file while it was still being written.
    served.shows("2 things to mend", "/")

    assert get(f"{served.site}/")[0] == 500
    assert get(f"{served.site}/nowhere/")[0] == 500
    assert get(f"{served.site}/sitemap.xml")[0] == 200


def test_an_edit_of_a_fact_is_seen_on_a_page_that_shows_it(served):
    file = served.project / "data" / "local" / "contacts.yml"
    text = file.read_text(encoding="utf-8")
    name = text.partition("  name: ")[2].partition("\n")[0]
    served.shows(name, "/")

    file.write_text(text.replace(name, "The other helpline"), encoding="utf-8")
    served.shows("The other helpline", "/")
    file.write_text(text, encoding="utf-8")
    served.shows(name, "/")


def test_a_page_is_the_same_in_the_preview_as_in_the_site(site, tmp_path):
    preview = Preview(ROOT, tmp_path)
    preview.change()
    preview.change()  # from now on each page is made when it is asked for

    for address in ("/", "/panel/prepare/", "/glossary/"):
        built = site / address.lstrip("/") / "index.html"
        assert preview.page(address) == built.read_text(encoding="utf-8")


def start(project, port):
    """A preview in a process of its own, which Ctrl C ends even if it does not us."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return subprocess.Popen(
            [
                *(sys.executable, "-m", "publish", "--root", str(project)),
                *("serve", "--port", str(port)),
            ],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
    finally:
        signal.signal(signal.SIGINT, before)


def test_a_second_preview_says_that_the_port_is_in_use(running):
    port = int(running.site.rpartition(":")[2])

    server = start(running.project, port)
    _, said = server.communicate(timeout=LAST_RESORT)

    assert server.returncode == 1
    assert f"Port {port} is in use" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("ours", [signal.SIG_IGN, signal.default_int_handler])
def test_ctrl_c_gives_the_port_back(tmp_path, ours):
    before = signal.signal(signal.SIGINT, ours)
    try:
        server = start(make_small_site(tmp_path), 0)
    finally:
        signal.signal(signal.SIGINT, before)
    port = int(server.stdout.readline().partition("127.0.0.1:")[2].partition("/")[0])
    assert "is up to date" in server.stdout.readline()

    server.send_signal(signal.SIGINT)
    out, said = server.communicate(timeout=LAST_RESORT)

    assert server.returncode == 0
    assert "Traceback" not in said
    assert "The preview has ended." in out
    with socket.socket() as again:
        again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        again.bind(("127.0.0.1", port))
