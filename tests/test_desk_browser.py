"""The desk in a real browser: by keyboard alone, narrow, without scripts, killed."""

import contextlib
import re
import signal
import subprocess
import sys

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import ROOT
from small import make_small_site

CONTACT = "/facts/contacts/example-helpline/"
FILE = "data/local/contacts.yml"
ROOMS = [
    *("/", "/facts/", "/facts/contacts/", CONTACT, "/facts/sources/new/", "/pages/"),
    *("/pages/index.md/", "/pages/new/", "/pages/prepare.md/move/", "/questions/"),
    "/pages/prepare.md/picture/",
    *("/questions/gaps/example-question/", "/changes/", "/hand-over/", "/nothing/"),
    f"{CONTACT}withdraw/",
]


@contextlib.contextmanager
def running(root):
    """A desk as a person starts it; gives its first address and its process."""
    words = ["-m", "desk", "--root", str(root), "--port", "0", "--no-browser"]
    process = subprocess.Popen(
        [sys.executable, *words], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    try:
        said = process.stdout.readline()
        yield re.search(r"http\S+", said)[0], process
    finally:
        process.terminate()
        process.wait(30)
        process.stdout.close()


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return make_small_site(tmp_path_factory.mktemp("desk"))


@pytest.fixture(scope="module")
def first(project):
    with running(project) as (address, _):
        yield address


@pytest.fixture
def page(browser, first):
    """A page of a browser that was given the key."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    found = context.new_page()
    found.goto(first)
    yield found
    context.close()


def at(page, path):
    page.goto(re.match(r"http://[^/]+", page.url)[0] + path)


def text_of(project, file=FILE):
    return (project / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", ROOMS)
def test_every_room_is_clean_and_fits_the_narrowest_phone(page, path):
    at(page, path)

    found = Axe().run(page, options={"iframes": False}).response["violations"]
    assert [(v["id"], [n["target"] for n in v["nodes"]]) for v in found] == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_with_every_fold_open_and_every_fault_shown_it_is_clean(page):
    at(page, CONTACT)
    page.fill("#box-phone", "01632")
    page.fill("#box-name", "")
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_selector("#wrong")
    page.evaluate(
        "document.querySelectorAll('details').forEach((d) => (d.open = true))"
    )

    found = Axe().run(page, options={"iframes": False}).response["violations"]
    assert [(v["id"], [n["target"] for n in v["nodes"]]) for v in found] == []
    assert page.evaluate("document.activeElement.id") == "wrong"
    page.get_by_role("button", name="Throw away what I typed").click()


def test_a_number_is_changed_by_keyboard_alone(page, project):
    at(page, "/")
    keys(page, "A phone number or an address")
    keys(page, "The example helpline")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "phone":
            break
    page.keyboard.press("Control+A")
    page.keyboard.type("01632 960 888")
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Save":
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**?saved=*")

    assert "01632 960 888" in text_of(project)


def keys(page, words):
    """Follow a link by Tab and Enter, as soon as its words are under the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == words:
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    raise AssertionError(f"Tab never came to {words}")


def test_a_fault_shows_beside_its_field_while_typing_and_goes(page, project):
    before = text_of(project)
    at(page, CONTACT)
    box, fault = page.locator("#box-email"), page.locator("#fault-email")

    box.fill("nobody")
    fault.wait_for(state="visible")
    assert "must be an e-mail address" in fault.inner_text()
    assert box.get_attribute("aria-invalid") == "true"
    box.fill("somebody@example.org")
    fault.wait_for(state="hidden")

    assert text_of(project) == before
    page.get_by_role("button", name="Throw away what I typed").click()


def test_the_preview_shows_what_is_typed_and_the_file_does_not(page, project):
    at(page, "/pages/index.md/")
    before = text_of(project, "docs/index.md")
    box = page.locator("#box-words")

    box.fill(box.input_value().replace("# Start here", "# Start from this desk"))

    frame = page.frame_locator(".preview iframe")
    frame.get_by_role("heading", name="Start from this desk").wait_for(timeout=60_000)
    assert text_of(project, "docs/index.md") == before
    page.get_by_role("button", name="As on a desk").click()
    inside = page.locator(".preview iframe").element_handle().content_frame()
    assert inside.evaluate("innerWidth") == 1100  # and the page knows it
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_role("button", name="Throw away what I typed").click()


def test_a_macro_with_its_record_is_put_where_the_cursor_is(page):
    at(page, "/pages/index.md/")
    box = page.locator("#box-words")
    box.fill("# Start here\n\nRing  now.")
    box.evaluate("(b) => b.setSelectionRange(19, 19)")

    page.get_by_text("Put something in").click()
    page.get_by_label("Which one for phone").select_option("example-helpline")
    page.get_by_role("button", name="Put in phone", exact=True).click()

    assert box.input_value() == (
        '# Start here\n\nRing {{ phone("example-helpline") }} now.'
    )
    page.get_by_role("button", name="Throw away what I typed").click()


def test_it_works_without_a_script(browser, first, project):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(first)
    at(page, CONTACT)
    page.fill("#box-limit", "They tell nobody")
    page.get_by_role("button", name="Check, and show what changes").click()
    assert "limit: They tell nobody" in page.inner_text(".differences")
    page.get_by_role("button", name="Save", exact=True).click()
    assert "Saved." in page.inner_text("main")
    page.get_by_role("link", name="See what changed").click()
    page.get_by_role("button", name="Undo this change").click()
    context.close()

    assert "They tell nobody" not in text_of(project)


def test_killed_while_typing_it_loses_at_most_the_last_half_second(browser, tmp_path):
    root = make_small_site(tmp_path)
    context = browser.new_context()
    page = context.new_page()
    with running(root) as (address, process):
        page.goto(address)
        at(page, CONTACT)
        page.fill("#box-note", "Typed before the power went.")
        page.locator("#state", has_text="Kept as a draft").wait_for()
        process.send_signal(signal.SIGKILL)
        process.wait(30)
        page.fill("#box-who", "Typed after it.")
        page.locator("#state", has_text="does not answer").wait_for()
    with running(root) as (address, _):
        page.goto(address)
        page.get_by_role("link", name="Go on with").click()
        assert page.input_value("#box-note") == "Typed before the power went."
    context.close()


def test_a_browser_without_the_key_sees_nothing(browser, first):
    context = browser.new_context()
    page = context.new_page()
    answer = page.goto(re.match(r"http://[^/]+", first)[0] + CONTACT)

    assert answer.status == 403
    context.close()


def test_what_is_pasted_from_word_becomes_words_and_is_undone(page):
    at(page, "/pages/index.md/")
    box = page.locator("#box-words")
    before = box.input_value()
    html = "<h1>A part</h1><p>It is <b>urgent</b>: <a href='https://x.org'>x</a>.</p>"

    box.focus()
    page.keyboard.press("Control+End")
    box.evaluate(
        """(box, html) => {
          const data = new DataTransfer();
          data.setData("text/html", html);
          data.setData("text/plain", "plain");
          const options = { clipboardData: data, bubbles: true, cancelable: true };
          box.dispatchEvent(new ClipboardEvent("paste", options));
        }""",
        html,
    )

    page.locator("#notes", has_text="1 link left out").wait_for()
    assert box.input_value() == f"{before}## A part\n\nIt is **urgent**: x."
    page.keyboard.press("Control+Z")
    assert box.input_value() == before
    page.get_by_role("button", name="Throw away what I typed").click()
