"""Search compared: stock Material, Pagefind and ours, in one run on the same pages.

    .venv/bin/python benchmarks/search.py

Each is asked all searches of tests/search/. The rivals get the benefit of the doubt: a
result counts as right when any heading that it shows does, and a second count asks for
the right page alone. Pagefind is asked through
its own API, without the weight of an interface. Material's weight leaves out the script
that its pages load anyway; it fetches its index before anyone searches, so its time on
the slow line leaves that wait out.
"""

import argparse
import contextlib
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from sites import ROOT, build_ours, build_stock, chromium, served

sys.path.insert(0, str(ROOT / "tests"))

from searching import figures, meets, open_search, searches, typed, until

SLOW = {  # 1.6 Mbit/s, 150 ms
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
SCRIPTS = Path(__file__).parent / "scripts"
STOPWATCH, ASK_OURS, ASK_STOCK, ASK_PAGEFIND, OPEN_PAGEFIND = (
    (SCRIPTS / f"{name}.js").read_text(encoding="utf-8").partition("\n")[2].strip()
    for name in ("stopwatch", "ask-ours", "ask-stock", "ask-pagefind", "open-pagefind")
)
LISTS = ("queries", "held-out")


@contextlib.contextmanager
def fresh(browser: Browser, slow: bool = False) -> Iterator[Page]:
    """A page with an empty cache."""
    context = browser.new_context()
    page = context.new_page()
    if slow:
        context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
    yield page
    context.close()


def build_pagefind(folder: Path) -> Path:
    """A copy of our pages, beside them, with Pagefind's index of them."""
    shutil.copytree(folder / "ours", folder / "pagefind")
    options = ["--site", str(folder / "pagefind"), "--root-selector", "article"]
    command = [sys.executable, "-m", "pagefind", *options]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return folder / "pagefind"


class Ours:
    """The box of this site."""

    name = "ours"
    # search-text is asked for once first results are there.
    parts = ("/assets/search-open", "/assets/search-index", "/assets/search.")
    first = "[role=option]"

    def open(self, page: Page) -> None:
        page.locator(".search-open").click()

    def ask(self, page: Page, texts: list[str]) -> tuple[list[list[str]], list[float]]:
        open_search(page)
        taken = page.evaluate(
            ASK_OURS,
            texts,
        )
        return [[[p] for p in places] for places in typed(page, texts)], taken


class Stock:
    """Material's own dialog."""

    name = "stock Material"
    parts = ("/workers/search", "/search/search_index")
    first = ".md-search-result__item"

    def open(self, page: Page) -> None:
        page.wait_for_load_state("networkidle")
        page.locator(".md-search__input").focus()

    def ask(self, page: Page, texts: list[str]) -> tuple[list[list[str]], list[float]]:
        self.open(page)
        found = page.evaluate(ASK_STOCK, texts)
        return [one["places"] for one in found], [one["taken"] for one in found]


class Pagefind:
    """Its JavaScript, asked for the three best results."""

    name = "Pagefind"
    parts = ("/pagefind/",)
    first = "#found"

    def open(self, page: Page) -> None:
        page.evaluate(OPEN_PAGEFIND)

    def ask(self, page: Page, texts: list[str]) -> tuple[list[list[str]], list[float]]:
        found = page.evaluate(ASK_PAGEFIND, texts)
        return [one["places"] for one in found], [one["taken"] for one in found]


def cold(browser: Browser, address: str, rival: object, slow: bool) -> float | None:
    """Milliseconds from the first key to the first result, with an empty cache."""
    with fresh(browser, slow) as page:
        page.goto(address + "/panel/")
        page.wait_for_load_state("networkidle")
        page.evaluate(STOPWATCH, rival.first)
        rival.open(page)
        page.keyboard.type("panel")
        with contextlib.suppress(AssertionError):
            until(page, "window.taken !== null")
        return page.evaluate("window.taken")


def measured(browser: Browser, rival: object, site: Path, rounds: int) -> dict:
    """All figures of one contender."""
    with served(site) as (address, sent):
        with fresh(browser) as page:
            page.goto(address + "/panel/")
            page.evaluate(STOPWATCH, rival.first)
            rival.open(page)
            page.keyboard.type("panel")
            until(page, "window.taken !== null")
            mine = [
                n for p, n in sent.items() if any(part in p for part in rival.parts)
            ]
        tables = {}
        taken = []
        for name in LISTS:
            cases = searches(name)
            with fresh(browser) as page:
                page.goto(address + "/panel/")
                found, times = rival.ask(page, [case["q"] for case in cases])
            taken += times
            pairs = zip(found, cases, strict=True)
            best = [[next_best(g, case) for g in groups] for groups, case in pairs]
            tables[name] = figures(cases, best)
            tables[f"{name}, pages"] = figures(*of_pages(cases, best))
        quick = [cold(browser, address, rival, False) for _ in range(rounds)]
        slow = [cold(browser, address, rival, True) for _ in range(rounds)]
    times = {"warm": taken, "cold": quick, "slow": slow}
    return {"weight": (len(mine), sum(mine)), "tables": tables, **times}


def next_best(group: list[str], case: dict) -> str:
    """The place of a result that is right, if one is, else its first."""
    wanted = (p for p in group if any(meets(p, want) for want in case["want"]))
    return next(wanted, group[0] if group else "")


def of_pages(cases: list[dict], best: list[list[str]]) -> tuple[list, list]:
    """The same, but the right page is enough: rivals know pages, and no records."""
    wants = [{**c, "want": [w.partition("#")[0] for w in c["want"]]} for c in cases]
    return wants, [[place.partition("#")[0] for place in places] for places in best]


def middle(times: list[float | None]) -> str:
    """The median of what was measured, and the time that 95 of 100 kept."""
    known = sorted(t for t in times if t)
    if not known:
        return "-"
    late = known[int(0.95 * (len(known) - 1))]
    return f"{statistics.median(known):.0f}, {late:.0f}"


def row(name: str, result: dict) -> str:
    """One line of the table that README shows."""
    cells = [name]
    for table in result["tables"].values():
        many, first, three = table["all"]
        cells += [f"{first / many:.0%}", f"{three / many:.0%}"]
    requests, size = result["weight"]
    cells += [f"{size / 1000:.1f} kB in {requests}"]
    cells += [middle(result[key]) for key in ("cold", "slow", "warm")]
    return "| " + " | ".join(cells) + " |"


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=7, help="of each cold measure")
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        ours = build_ours(folder)
        sites = {
            Stock(): build_stock(folder),
            Pagefind(): build_pagefind(folder),
            Ours(): ours,
        }
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        results = {
            rival: measured(browser, rival, site, rounds)
            for rival, site in sites.items()
        }
        browser.close()
    heads = ["search"]
    for name in ("own", "own, page", "held out", "held out, page"):
        heads += [f"{name}: first", "in three"]
    heads += ["before the first result", "cold ms", "slow line ms", "warm ms"]
    print("| " + " | ".join(heads) + " |")
    print("|" + "---|" * len(heads))
    for rival, result in results.items():
        print(row(rival.name, result))
    for rival, result in results.items():
        kinds = result["tables"]["queries"].items()
        print(f"{rival.name}: " + ", ".join(f"{k} {r[1]} of {r[0]}" for k, r in kinds))


if __name__ == "__main__":
    main()
