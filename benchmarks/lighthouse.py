"""Lighthouse (mobile) on four pages: ours beside stock Material, in one run.

Needs npm, which fetches Lighthouse 12.

    .venv/bin/python benchmarks/lighthouse.py
"""

import json
import os
import statistics
import subprocess
import tempfile
from pathlib import Path

from sites import build_ours, build_stock, chromium, served

PAGES = ("/", "/panel/", "/contacts/", "/resources/")
GRADES = ("performance", "accessibility", "best-practices", "seo")
TIMES = ("largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
RUNS = 3


def look(url: str) -> dict[str, float]:
    """One run of Lighthouse: grades of 100, times in ms, shift without a unit."""
    done = subprocess.run(
        [
            *("npx", "--yes", "lighthouse@12", url, "--quiet", "--output=json"),
            "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
            f"--only-categories={','.join(GRADES)}",
        ],
        capture_output=True,
        check=True,
        env={**os.environ, "CHROME_PATH": chromium()},
    )
    report = json.loads(done.stdout)
    grades = {g: report["categories"][g]["score"] * 100 for g in GRADES}
    return grades | {t: report["audits"][t]["numericValue"] for t in TIMES}


def main() -> None:
    """Print the median of three runs for each page of both sites."""
    print("| page | site | " + " | ".join((*GRADES, *TIMES)) + " |")
    print("|---" * (2 + len(GRADES) + len(TIMES)) + "|")
    with tempfile.TemporaryDirectory() as folder:
        sites = {"ours": build_ours(Path(folder)), "stock": build_stock(Path(folder))}
        for path in PAGES:
            for name, site in sites.items():
                with served(site) as (address, _):
                    runs = [look(address + path) for _ in range(RUNS)]
                cells = [
                    statistics.median(r[k] for r in runs) for k in (*GRADES, *TIMES)
                ]
                figures = " | ".join(f"{cell:.4g}" for cell in cells)
                print(f"| {path} | {name} | {figures} |", flush=True)


if __name__ == "__main__":
    main()
