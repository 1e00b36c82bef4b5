"""What people come for, walked from the start page on a phone: see tasks.yml."""

from pathlib import Path

import pytest
import yaml

pytestmark = pytest.mark.browser
HERE = Path(__file__).parent
TABLE = yaml.safe_load((HERE / "tasks.yml").read_text(encoding="utf-8"))
TASKS = TABLE["tasks"]
# Where the words of the answer are first seen, and how many words stand above them.
ANSWER = """
(words) => {
  const article = document.querySelector("article");
  const unsaid = "svg, .unseen, [popover], .way-out, .toc-fold, .whose, .cite";
  const shut = "details:not([open]) > :not(summary)";
  const whole = (node) => node.textContent.replace(/\\s+/g, " ");
  const holds = (node) => node.checkVisibility() && whole(node).includes(words);
  const found = [...article.querySelectorAll("*")].find(
    (node) => holds(node) && ![...node.children].some(holds));
  if (!found) return null;
  const range = document.createRange();
  range.setStart(article, 0);
  range.setEndBefore(found);
  const box = document.createElement("div");
  box.append(range.cloneContents());
  for (const part of box.querySelectorAll(`${unsaid}, ${shut}`)) part.remove();
  const before = (box.textContent.match(/[\\p{L}\\p{N}]+/gu) || []).length;
  const end = found.getBoundingClientRect().bottom + scrollY;
  return { before, screens: end / innerHeight };
}
"""


@pytest.fixture(scope="module")
def phone(browser):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context
    context.close()


@pytest.mark.parametrize("name", TASKS)
def test_the_answer_is_two_taps_one_screen_and_few_words_away(phone, address, name):
    task = TASKS[name]
    page = phone.new_page()
    page.goto(address + "/")
    for tapped in task["taps"]:
        if tapped == "Menu":
            page.get_by_role("button", name="Menu").click()
            continue
        links = page.get_by_role("link", name=tapped, exact=True)
        links.locator("visible=true").first.click()
        page.wait_for_load_state()
    at = page.url.removeprefix(address)
    page.evaluate("document.fonts.ready")
    found = page.evaluate(ANSWER, task["answer"])
    top = page.evaluate("scrollY") / 844  # where a link to a place has led
    page.close()

    assert len(task["taps"]) <= TABLE["most"]["taps"]
    assert at == task["at"]
    assert found, f"'{task['answer']}' is not to be seen there"
    assert found["screens"] - top <= TABLE["most"]["screens"]
    assert "#" in at or found["before"] <= TABLE["most"]["words"]
