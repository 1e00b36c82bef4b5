"""The live preview, as an editor has it: a server of its own and a browser."""

import shutil
import signal
import socket
import subprocess
import sys
import time
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from conftest import ROOMS, ROOT

from macros.problems import Problem
from publish.fault_page import fault_page

SLIP = '{{ phone("front-door-<b>") }}'
WAIT = 20  # seconds, for a machine that is busy


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def start(project, port):
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


def get(address):
    try:
        with urlopen(address, timeout=WAIT) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()
    except URLError:
        return 0, ""


def until(check):
    """Wait for something to become true; gives what it gave."""
    end = time.monotonic() + WAIT
    while time.monotonic() < end:
        found = check()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError("it did not happen")


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A copy of the project and the address of its preview."""
    project = tmp_path_factory.mktemp("served")
    ignore = shutil.ignore_patterns("__pycache__")
    for room in ROOMS:
        shutil.copytree(ROOT / room, project / room, ignore=ignore)
    shutil.copy(ROOT / "mkdocs.yml", project)
    shutil.copy(ROOT / "addresses.txt", project)
    port = free_port()
    server = start(project, port)
    site = f"http://127.0.0.1:{port}"
    until(lambda: "Which door" in get(f"{site}/route/")[1])
    yield project, site
    server.send_signal(signal.SIGINT)
    server.communicate(timeout=WAIT)


@pytest.fixture
def page(served):
    """A page of the project, put back afterwards."""
    file = served[0] / "docs" / "route.md"
    text = file.read_text(encoding="utf-8")
    yield file
    file.write_text(text, encoding="utf-8")
    until(lambda: "Which door" in get(f"{served[1]}/route/")[1])


def slip(file):
    text = file.read_text(encoding="utf-8")
    wrong = text.replace("{{ page_foot() }}", SLIP + "\n\n{{ page_foot() }}")
    file.write_text(wrong.replace("reviewed: 2", "reviewed: x"), encoding="utf-8")


def test_a_fault_is_shown_in_the_browser_which_heals_when_it_is_mended(
    served, page, browser
):
    good = page.read_text(encoding="utf-8")
    tab = browser.new_context().new_page()
    tab.goto(f"{served[1]}/route/")

    slip(page)
    tab.get_by_role("heading", name="2 things to mend").wait_for(timeout=WAIT * 1000)
    said = tab.locator("main").inner_text()
    assert "docs/route.md" in said
    assert "must be written year-month-day" in said
    assert "'front-door-<b>' is not in data/contacts.yml" in said

    page.write_text(good, encoding="utf-8")
    tab.get_by_role("heading", name="Which door for which worry").wait_for(
        timeout=WAIT * 1000
    )
    tab.context.close()


def test_every_page_says_what_to_mend_and_no_address_hangs(served, page):
    slip(page)

    # A first answer may be of the file while it was still being written.
    until(lambda: "2 things to mend" in get(f"{served[1]}/")[1])

    assert get(f"{served[1]}/")[0] == 500
    assert get(f"{served[1]}/nowhere/")[0] == 500
    assert get(f"{served[1]}/sitemap.xml")[0] == 200


def test_an_edit_of_a_fact_is_seen_on_a_page_that_shows_it(served):
    project, site = served
    file = project / "data" / "site.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("name: HSB Panel", "name: Our Panel", 1), "utf-8")

    until(lambda: "Our Panel Wakefield" in get(f"{site}/schools/link-kit/")[1])
    file.write_text(text, encoding="utf-8")
    until(lambda: "HSB Panel Wakefield" in get(f"{site}/schools/link-kit/")[1])


def test_a_page_is_the_same_in_the_preview_as_in_the_site(served, site):
    html = get(f"{served[1]}/panel/prepare/")[1]
    head, _, rest = html.partition('<script src="/__preview/')
    built = (site / "panel" / "prepare" / "index.html").read_text(encoding="utf-8")

    assert head + rest.partition("</script>")[2] == built


def test_a_second_preview_says_that_the_port_is_in_use(served):
    port = int(served[1].rpartition(":")[2])

    server = start(served[0], port)
    _, said = server.communicate(timeout=WAIT)

    assert server.returncode == 1
    assert f"Port {port} is in use" in said
    assert "Traceback" not in said


def test_ctrl_c_gives_the_port_back(project):
    port = free_port()
    server = start(project, port)
    until(lambda: get(f"http://127.0.0.1:{port}/__preview/turn")[0])

    server.send_signal(signal.SIGINT)
    out, said = server.communicate(timeout=WAIT)

    assert server.returncode == 0
    assert "Traceback" not in said
    assert "The preview has ended." in out
    with socket.socket() as again:
        again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        again.bind(("127.0.0.1", port))


def test_what_was_typed_is_shown_as_text(tmp_path):
    (tmp_path / "a.md").write_text("<script>alert(1)</script>\n", encoding="utf-8")

    html = fault_page(tmp_path, [Problem("a.md", 1, "<b> is not used")])

    assert "<pre>&lt;script&gt;alert(1)&lt;/script&gt;</pre>" in html
    assert "&lt;b&gt; is not used" in html
