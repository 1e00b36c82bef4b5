"""What somebody comes for, walked from the start page on a phone of 390 x 844."""

PHONE = {"width": 390, "height": 844}
MOST = {"taps": 2, "screens": 1, "words": 120}
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


def walked(browser, address, task):
    """Taps through a task; gives where that led, and what stands before the answer.

    The place is an address of the site. What stands before it is None where the words
    of the answer are not to be seen, and else the screens and words above them.
    """
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
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
    top = page.evaluate("scrollY") / PHONE["height"]  # where a link to a place has led
    context.close()
    if found is None:
        return at, None
    words = 0 if "#" in at else found["before"]  # a link to a place leads past them
    return at, {"screens": found["screens"] - top, "words": words}


def fits(task, found):
    """Hold what was walked to its task, and to the most taps, screens and words."""
    at, before = found
    assert len(task["taps"]) <= MOST["taps"]
    assert at == task["at"]
    assert before, f"'{task['answer']}' is not to be seen there"
    assert {name: n for name, n in before.items() if n > MOST[name]} == {}
