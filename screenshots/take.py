"""Take the pictures of README from site/, after `make site`.

.venv/bin/python screenshots/take.py
"""

import shutil
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "benchmarks"))

from playwright.sync_api import sync_playwright  # noqa: E402
from sites import chromium, served  # noqa: E402

# Name, page, width, height, scheme.
SHOTS = [
    ("start", "/", 1100, 620, "light"),
    ("start-phone", "/", 320, 620, "light"),
    ("contacts-phone", "/contacts/", 320, 620, "light"),
    ("panel-dark", "/panel/", 1100, 620, "dark"),
]
# Hand-outs, as /kit/ shows them.
HANDED_OUT = (
    *("one-minute-guide", "poster", "card"),
    *("seven-point-briefing", "seven-minute-session", "slides"),
)


def main() -> None:
    """Write one PNG for each of SHOTS and HANDED_OUT beside this file."""
    for name in HANDED_OUT:
        made = HERE.parent / "site" / "kit" / "files" / f"{name}.png"
        shutil.copyfile(made, HERE / f"handout-{name}.png")
    with sync_playwright() as playwright, served(HERE.parent / "site") as (address, _):
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox"]
        )
        for name, path, width, height, scheme in SHOTS:
            page = browser.new_page(
                viewport={"width": width, "height": height}, color_scheme=scheme
            )
            page.goto(address + path)
            page.screenshot(path=HERE / f"{name}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
