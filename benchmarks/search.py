"""Search compared: stock Material, Pagefind and ours, in one run on the same pages.

    python -m benchmarks.search

Each is asked all searches of tests/search/. The rivals get the benefit of the doubt: a
result counts as right when any heading that it shows does. Pagefind is asked through its
own API, without the weight of an interface; Material's weight leaves out the scripts that
its pages load anyway.
"""

import argparse
import contextlib
import gzip
import http.server
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from searching import figures, meets, open_search, searches, typed, until  # noqa: E402

from publish.build import build_site  # noqa: E402

SLOW = {  # 1.6 Mbit/s, 150 ms
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
KINDS = {".js": "text/javascript", ".css": "text/css", ".html": "text/html"}
LISTS = ("queries",)

# From the first key in a field until an element is there, in milliseconds.
STOPWATCH = """(done) => {
  let start;
  window.taken = null;
  addEventListener("keydown", (e) => {
    if (e.key.length === 1 && start === undefined) start = performance.now();
  }, true);
  new MutationObserver(() => {
    if (start !== undefined && window.taken === null && document.querySelector(done)) {
      window.taken = performance.now() - start;
    }
  }).observe(document, { subtree: true, childList: true });
}"""


class Server:
    """A folder on a port of its own, compressed, counting what it sends."""

    def __init__(self, folder: Path) -> None:
        self.sent: dict[str, int] = {}
        sent, ready = self.sent, {}

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                path = self.path.partition("?")[0]
                file = folder / path.lstrip("/")
                file = file / "index.html" if file.is_dir() else file
                if not file.is_file():
                    self.send_error(404)
                    return
                if file not in ready:
                    ready[file] = gzip.compress(file.read_bytes(), 9)
                body = ready[file]
                sent[path] = sent.get(path, 0) + len(body)
                self.send_response(200)
                kind = KINDS.get(file.suffix, "application/octet-stream")
                self.send_header("Content-Type", kind)
                self.send_header("Content-Encoding", "gzip")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args: object) -> None:
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_port}"

    def asked(self, *parts: str) -> tuple[int, int]:
        """How many requests and bytes went to paths that hold one of the parts."""
        found = [n for path, n in self.sent.items() if any(p in path for p in parts)]
        return len(found), sum(found)


@contextlib.contextmanager
def fresh(browser: Browser, slow: bool = False) -> Iterator[Page]:
    """A page with an empty cache."""
    context = browser.new_context()
    page = context.new_page()
    if slow:
        context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
    yield page
    context.close()


def built(folder: Path) -> dict[str, Path]:
    """The three sites: ours, the same pages in Material's frame, ours for Pagefind."""
    sites = {name: folder / name for name in ("stock", "pagefind", "ours")}
    build_site(ROOT, sites["ours"])
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    macros = {"module_name": "macros", "on_undefined": "strict"}
    config = load_config(
        str(ROOT / "mkdocs.yml"),
        site_dir=str(sites["stock"]),
        theme={"name": "material", "language": "en", "font": False},
        plugins=[{"search": {"lang": "en"}}, {"macros": macros}],
        extra_css=[],
        extra_javascript=[],
        strict=False,
    )
    build(config)
    shutil.copytree(sites["ours"], sites["pagefind"])
    options = ["--site", str(sites["pagefind"]), "--root-selector", "article"]
    command = [sys.executable, "-m", "pagefind", *options]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return sites


class Ours:
    """The box of this site."""

    name = "ours"
    parts = ("/assets/search",)
    first = "[role=option]"

    def open(self, page: Page) -> None:
        page.locator(".search-open").click()

    def ask(self, page: Page, texts: list[str]) -> tuple[list[list[str]], list[float]]:
        open_search(page)
        taken = page.evaluate(
            """(texts) => { const box = document.querySelector("#search-box");
              return texts.map((text) => { box.value = text; const now = performance.now();
                box.dispatchEvent(new InputEvent("input")); return performance.now() - now; }) }""",
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
        found = page.evaluate(STOCK, texts)
        return [one["places"] for one in found], [one["taken"] for one in found]


class Pagefind:
    """Its JavaScript, asked for the three best results."""

    name = "Pagefind"
    parts = ("/pagefind/",)
    first = "#found"

    def open(self, page: Page) -> None:
        page.evaluate(PAGEFIND_BOX)

    def ask(self, page: Page, texts: list[str]) -> tuple[list[list[str]], list[float]]:
        found = page.evaluate(PAGEFIND, texts)
        return [one["places"] for one in found], [one["taken"] for one in found]


STOCK = """async (texts) => {
  const input = document.querySelector(".md-search__input");
  const list = document.querySelector(".md-search-result__list");
  const meta = document.querySelector(".md-search-result__meta");
  const still = (most) => new Promise((done) => {
    let timer = setTimeout(() => { eye.disconnect(); done(0); }, most), last = 0;
    const eye = new MutationObserver(() => {
      last ||= performance.now();
      clearTimeout(timer);
      timer = setTimeout(() => { eye.disconnect(); done(last); }, 60);
    });
    for (const part of [list, meta]) eye.observe(part, { childList: true, subtree: true, characterData: true });
  });
  const all = [];
  for (const text of texts) {
    input.value = "";
    input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
    await still(250);
    const start = performance.now();
    input.value = text;
    input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
    const end = await still(400);
    const places = [...list.children].map((item) => [...item.querySelectorAll("a.md-search-result__link")].map((a) => {
      const url = new URL(a.href);
      return url.pathname + url.hash;
    }));
    all.push({ places, taken: end ? end - start : 0 });
  }
  return all;
}"""

PAGEFIND = """async (texts) => {
  const engine = await import("/pagefind/pagefind.js");
  const place = (url) => new URL(url, location.origin).pathname + new URL(url, location.origin).hash;
  const all = [];
  for (const text of texts) {
    const start = performance.now();
    const { results } = await engine.search(text);
    const first = await Promise.all(results.slice(0, 3).map((one) => one.data()));
    const taken = performance.now() - start;
    all.push({ taken, places: first.map((one) => [one.url, ...one.sub_results.slice(0, 3).map((sub) => sub.url)].map(place)) });
  }
  return all;
}"""

PAGEFIND_BOX = """() => {
  const box = document.createElement("input");
  document.body.prepend(box);
  const engine = import("/pagefind/pagefind.js");
  box.oninput = async () => {
    const { results } = await (await engine).search(box.value);
    await Promise.all(results.slice(0, 3).map((one) => one.data()));
    if (document.querySelector("#found") || !results.length) return;
    const found = document.createElement("p");
    found.id = "found";
    document.body.append(found);
  };
  box.focus();
}"""


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
    server = Server(site)
    with fresh(browser) as page:
        page.goto(server.address + "/panel/")
        page.evaluate(STOPWATCH, rival.first)
        rival.open(page)
        page.keyboard.type("panel")
        until(page, "window.taken !== null")
        weight = server.asked(*rival.parts)
    tables = {}
    taken = []
    for name in LISTS:
        cases = searches(name)
        with fresh(browser) as page:
            page.goto(server.address + "/panel/")
            found, times = rival.ask(page, [case["q"] for case in cases])
        taken += times
        best = [[next_best(group, case) for group in groups] for groups, case in zip(found, cases, strict=True)]
        tables[name] = figures(cases, best)
    quick = [cold(browser, server.address, rival, False) for _ in range(rounds)]
    slow = [cold(browser, server.address, rival, True) for _ in range(rounds)]
    return {"weight": weight, "tables": tables, "warm": taken, "cold": quick, "slow": slow}


def next_best(group: list[str], case: dict) -> str:
    """The place of a result that is right, if one is, else its first."""
    wanted = (p for p in group if any(meets(p, want) for want in case["want"]))
    return next(wanted, group[0] if group else "")


def middle(times: list[float | None]) -> str:
    """The median of what was measured, and its range."""
    known = sorted(t for t in times if t)
    if not known:
        return "-"
    return f"{statistics.median(known):.0f} ({known[0]:.0f} to {known[-1]:.0f})"


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
    rivals = [Stock(), Pagefind(), Ours()]
    names = ["stock", "pagefind", "ours"]
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        sites = built(Path(folder))
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        results = [
            measured(browser, rival, sites[name], rounds)
            for rival, name in zip(rivals, names, strict=True)
        ]
        browser.close()
    heads = ["search", "own: first", "in three", "held out: first", "in three"]
    heads += ["before the first result", "cold ms", "slow line ms", "warm ms"]
    print("| " + " | ".join(heads) + " |")
    print("|" + "---|" * len(heads))
    for rival, result in zip(rivals, results, strict=True):
        print(row(rival.name, result))
    for rival, result in zip(rivals, results, strict=True):
        kinds = result["tables"]["queries"].items()
        print(f"{rival.name}: " + ", ".join(f"{k} {r[1]} of {r[0]}" for k, r in kinds))


if __name__ == "__main__":
    main()
