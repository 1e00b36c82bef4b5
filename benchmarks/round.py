"""A round of fresh searches, asked of the built site: how many are answered.

    make site
    .venv/bin/python benchmarks/round.py FILE.yml [--visible] [--wrong]

FILE is a list as tests/asking.py describes it: `query`, `expected`, `kind`. It says by
kind how many searches were right first and right in three, and how often a card came
up. `--visible` opens a browser as small as a phone with its keyboard, 320 by 350, and
counts the first answers and the numbers to tap that are seen without scrolling.
`--wrong` lists what was not right first.
"""

import argparse
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright
from sites import ROOT, chromium, served

sys.path.insert(0, str(ROOT / "tests"))

from asking import counted, engine_of, judged, read_round
from searching import open_search, seen


def main() -> None:
    """Print the figures of one round."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--visible", action="store_true")
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    cases = list(read_round(options.file))
    results = list(judged(engine_of(options.site), cases))
    print(f"{'kind':<14} searches  right first  right in three")
    for kind, row in counted(results).items():
        many = row["searches"]
        shares = (f"{row[n]:>5} {row[n] / many:>5.0%}" for n in ("first", "three"))
        print(f"{kind:<14} {many:>8}  {'  '.join(shares)}")
    others = [r for r in results if r[0]["kind"] != "crisis"]
    cards = [case["q"] for case, _, _, answer in others if answer.card >= 0]
    if others:
        share = len(cards) / len(others)
        print(f"cards on other searches: {len(cards)} of {len(others)}, {share:.1%}")
    if options.visible:
        visible(options.site, cases)
    if options.wrong:
        for case, first, _, answer in results:
            if not first:
                got = [*filter(None, [answer.away]), *answer.places][:3]
                print(
                    f"  {case['kind']}: {case['q']!r} wants {case['want']}, got {got}"
                )
        print("  cards on:", cards)


def visible(site: Path, cases: list[dict[str, object]]) -> None:
    """Print what a small phone shows of the round without scrolling."""
    small = {"width": 320, "height": 350}
    with served(site) as (address, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_context(viewport=small).new_page()
        page.goto(address + "/panel/")
        open_search(page)
        found = seen(page, [str(case["q"]) for case in cases])
        browser.close()
    for kind in sorted({str(case["kind"]) for case in cases}):
        pairs = zip(cases, found, strict=True)
        shown = [one for case, one in pairs if case["kind"] == kind]
        answers, numbers = (sum(s[n] for s in shown) for n in ("answer", "number"))
        told = f"answer {answers} of {len(shown)}, number {numbers} of {len(shown)}"
        print(f"in sight, {kind}: {told}")


if __name__ == "__main__":
    main()
