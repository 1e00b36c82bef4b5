"""What a first visit to the start page weighs: ours beside stock Material, in one run.

.venv/bin/python benchmarks/weight.py
"""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright
from sites import build_ours, build_stock, chromium, served


def main() -> None:
    """Print a table of requests and bytes (after gzip) for both sites."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox"]
        )
        rows = []
        for name, build in (("ours", build_ours), ("stock Material", build_stock)):
            with served(build(Path(folder))) as (address, sent):
                page = browser.new_page()
                asked: list[str] = []
                page.on(
                    "request", lambda request, asked=asked: asked.append(request.url)
                )
                page.goto(address + "/")
                page.wait_for_timeout(1500)
                # Headless browsers do not ask for the icon; real ones do.
                icon = page.locator("link[rel=icon]").get_attribute("href")
                page.evaluate("(url) => fetch(url).then((r) => r.blob())", icon)
                elsewhere = [url for url in asked if not url.startswith(address)]
                first = sum(n for p, n in sent.items() if p == "/" or ".css" in p)
                rows.append(
                    (name, len(sent), len(elsewhere), first, sum(sent.values()))
                )
                page.close()
        browser.close()
    print("| | requests | to other hosts | HTML and CSS | everything |")
    print("|---|---|---|---|---|")
    for name, requests, others, first, everything in rows:
        print(f"| {name} | {requests} | {others} | {first:,} B | {everything:,} B |")


if __name__ == "__main__":
    main()
