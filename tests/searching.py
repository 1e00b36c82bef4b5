"""The search box as a visitor uses it, and whether what came first is right."""

import time
from pathlib import Path

import yaml
from copying import ROOT

SEARCHES = Path(__file__).parent / "search"
OWN = "tests/local/search"  # those of a place's own facts

# Types each text into the box and reads the list, all in the one open page.
TYPE_ALL = """(texts) => {
  const input = document.querySelector("#search-box");
  return texts.map((text) => {
    input.value = text;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    return [...document.querySelectorAll("[role=option]")].map((o) => o.href);
  });
}"""

# The same, but whether the whole first answer and a number to tap are in sight.
SEE_ALL = """(texts) => {
  const input = document.querySelector("#search-box");
  const line = document.querySelector(".search-ring");
  const inSight = (one) => {
    const { top, bottom, height } = one.getBoundingClientRect();
    const edge = line.getBoundingClientRect().top || innerHeight; // 0 where hidden
    return height > 0 && top >= 0 && bottom <= Math.min(edge, innerHeight);
  };
  return texts.map((text) => {
    input.value = text;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    const first = document.querySelector("[role=option]:not(.search-call)");
    const told = first?.querySelectorAll(".search-title, .search-line") ?? [];
    const parts = [...told];
    const numbers = [...document.querySelectorAll(".search-list a[href^='tel:']")];
    return {
      answer: parts.length > 0 && parts.every(inSight),
      number: numbers.some(inSight),
    };
  });
}"""


def seen(page, texts):
    """For each text whether its first answer, and a number, are in sight."""
    return page.evaluate(SEE_ALL, list(texts))


def searches(name):
    """The cases of a list in tests/search/, and of the place's own of that name."""
    files = [SEARCHES / f"{name}.yml", *lists_of(ROOT, f"{name}.yml")]
    texts = [file.read_text(encoding="utf-8") for file in files]
    return [case for text in texts for case in yaml.safe_load(text)]


def lists_of(place, name="*.yml"):
    """The lists of searches that a place has of its own."""
    return sorted((place / OWN).glob(name))


def places_in(built):
    """Every place that a search of a built site may lead to."""
    return {f"{a}#{i}" for a, page in built.items() for i in page.ids} | built.keys()


def answerable(cases, places):
    """The cases for which a place that was wanted is there."""
    return [
        case
        for case in cases
        if any(meets(place, want) for want in case["want"] for place in places)
    ]


def meets(place, want):
    """Whether a place such as /glossary/#consent is one that was wanted."""
    page, hash_, anchor = want.partition("#")
    if not hash_:
        return place.startswith(page)
    here, _, there = place.partition("#")
    return here == page and anchor in there


# What a page that never became ready had fetched.
FETCHED = """
() => [location.href, ...performance.getEntriesByType("resource").map((r) => r.name)]
"""


def until(page, expression):
    """Wait for an expression of the page to be true. The page's policy forbids eval,
    which Playwright's own way of waiting needs."""
    end = time.monotonic() + 30
    while not page.evaluate(expression):
        assert time.monotonic() < end, (expression, page.evaluate(FETCHED))
        page.wait_for_timeout(10)


def open_search(page, touch=False):
    """Open the box and wait until both parts of the index are there."""
    link = page.locator(".search-open")
    link.tap() if touch else link.click()
    until(page, "!!window.siteSearch?.text && !!siteSearchBox.press")


def typed(page, texts):
    """What each text finds: the places in order, numbers to ring left out."""
    root = page.evaluate("new URL(document.querySelector('.search-open').href).origin")
    found = page.evaluate(TYPE_ALL, list(texts))
    return [
        [href.removeprefix(root) for href in hrefs if href.startswith("http")]
        for hrefs in found
    ]


def figures(cases, found):
    """By kind: how many searches, how many right first, how many right in three."""
    table = {}
    for case, places in zip(cases, found, strict=True):
        right = [any(meets(p, want) for want in case["want"]) for p in places]
        row = table.setdefault(case["kind"], [0, 0, 0])
        row[0] += 1
        row[1] += right[:1] == [True]
        row[2] += any(right[:3])
    table["all"] = [sum(column) for column in zip(*table.values(), strict=True)]
    return table


def printed(title, table):
    """The table for whoever reads the test's output."""
    lines = [f"\n{title:<14} searches  right first  right in three"]
    for kind, (many, *right) in table.items():
        shares = "  ".join(f"{n:>5} {n / many:>5.0%}" for n in right)
        lines.append(f"{kind:<14} {many:>8}  {shares}")
    print("\n".join(lines))
