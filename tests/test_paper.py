"""Pages on paper: how many sheets they take, and what stands on each."""

import io

import pikepdf
import pytest

from macros.schema.kinds.contacts import Contact

pytestmark = [pytest.mark.browser, pytest.mark.everywhere]

ONE_SIDE = ("one side", "one side, small", "wall card")
# The words of a page that a reader of paper sees, and how large the smallest are.
SEEN = """() => {
  const found = { words: document.body.innerText.replace(/\\s+/g, " "), small: [] };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const box = walk.currentNode.parentElement;
    const text = walk.currentNode.textContent.trim();
    const seen = box.checkVisibility() && !box.closest(".unseen, sup, style, svg");
    if (text && seen && parseFloat(getComputedStyle(box).fontSize) < 11.99) // 9 points
      found.small.push(text);
  }
  return found;
}"""


@pytest.fixture(scope="module")
def printed(browser, address, data):
    """Each page that promises one side of paper: its sheets, and what is seen there."""
    page = browser.new_context().new_page()
    page.emulate_media(media="print")
    found = {}
    for path, source in data.pages.items():
        if source.meta.paper in ONE_SIDE:
            page.goto(address + path)
            with pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as pdf:
                size = [round(float(side)) for side in pdf.pages[0].mediabox]
                found[path] = page.evaluate(SEEN) | {
                    "sheets": len(pdf.pages),
                    "size": size[2:],
                }
    page.context.close()
    return found


def test_every_task_page_promises_one_side(data):
    tasks = ("/", "/panel/", "/respond/", "/route/", "/online/", "/contacts/")
    promised = {
        path for path, page in data.pages.items() if page.meta.paper in ONE_SIDE
    }

    assert {path for path in data.pages if path.startswith("/help/")} <= promised
    assert promised.issuperset(tasks)


def test_one_side_of_a4_is_one_side_of_a4(printed):
    for path, page in printed.items():
        assert (page["sheets"], page["size"]) == (1, [595, 842]), path


def test_each_side_has_the_numbers_of_an_emergency(printed, data):
    roles = (data.site.emergency, data.site.front_door)
    numbers = [data.of(Contact)[role].phone for role in roles]

    missing = {
        path: [number for number in numbers if number not in page["words"]]
        for path, page in printed.items()
    }
    assert not any(missing.values()), missing


def test_each_side_says_when_it_was_true_and_where_its_sources_are(printed, data):
    host = (data.site.address or "").rstrip("/")

    for path, page in printed.items():
        assert "Page last reviewed:" in page["words"], path
        assert f"on the page itself, {host}{path}." in page["words"], path
        assert ("Draft" in page["words"]) == (data.site.status is not None), path


def test_nothing_on_paper_is_smaller_than_nine_points(printed):
    small = {path: page["small"] for path, page in printed.items() if page["small"]}

    assert small == {}
