"""Take the pictures of README, and of twelve pages in every look, from site/.

After `make site`, and with poppler's pdftoppm for the paper:

    .venv/bin/python screenshots/take.py

README's are single ones. Of each of the pages there is one sheet: on a phone and on a
wide screen, light and dark, and the first side of it on paper.
"""

import io
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "benchmarks"))

from PIL import Image  # noqa: E402
from playwright.sync_api import Browser, sync_playwright  # noqa: E402
from sites import chromium, served  # noqa: E402

# Name, page, width, height, scheme.
SHOTS = [
    ("start", "/", 1100, 620, "light"),
    ("start-phone", "/", 320, 620, "light"),
    ("contacts-phone", "/contacts/", 320, 620, "light"),
    ("panel-dark", "/panel/", 1100, 620, "dark"),
]
PAGES = [
    *("/", "/panel/", "/contacts/", "/respond/", "/route/", "/online/"),
    *("/help/teacher/", "/help/lead/", "/audit-2022/", "/continuum/"),
    *("/resources/", "/about/"),
]
PHONE, WIDE = (390, 844), (1280, 844)
WIDE_ON_SHEET, PAPER_ON_SHEET = (632, 417), (597, 844)
AIR = 10
COLOURS = 96


def shot(
    browser: Browser, url: str, size: tuple[int, int], scheme: str = "light"
) -> Image.Image:
    """What a page shows at first, in a window of this size."""
    page = browser.new_page(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page.goto(url)
    page.evaluate("document.fonts.ready")
    taken = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    page.close()
    return taken


def on_paper(browser: Browser, url: str) -> Image.Image:
    """The first side of a page as it prints: without backgrounds, with its margins."""
    page = browser.new_page()
    page.goto(url)
    printed = page.pdf(prefer_css_page_size=True)
    page.close()
    drawn = subprocess.run(
        ["pdftoppm", "-r", "96", "-f", "1", "-l", "1", "-png"],
        input=printed,
        capture_output=True,
        check=True,
    )
    return Image.open(io.BytesIO(drawn.stdout)).convert("RGB")


def sheet(browser: Browser, url: str) -> Image.Image:
    """All looks of one page beside each other."""
    phones = [shot(browser, url, PHONE, scheme) for scheme in ("light", "dark")]
    wides = [
        shot(browser, url, WIDE, scheme).resize(WIDE_ON_SHEET)
        for scheme in ("light", "dark")
    ]
    paper = on_paper(browser, url).resize(PAPER_ON_SHEET)
    across = (*(p.width for p in phones), WIDE_ON_SHEET[0], PAPER_ON_SHEET[0])
    whole = Image.new("RGB", (sum(across) + AIR * 3, PHONE[1]), "#888888")
    for place, phone in enumerate(phones):
        whole.paste(phone, (place * (PHONE[0] + AIR), 0))
    x = 2 * (PHONE[0] + AIR)
    for place, wide in enumerate(wides):
        whole.paste(wide, (x, place * (WIDE_ON_SHEET[1] + AIR)))
    whole.paste(paper, (x + WIDE_ON_SHEET[0] + AIR, 0))
    return whole


def save(picture: Image.Image, name: str) -> None:
    """Write a picture with few colours, which is small."""
    few = picture.quantize(COLOURS, kmeans=1, dither=Image.Dither.NONE)
    few.save(HERE / f"{name}.png", optimize=True)


def main() -> None:
    """Write one PNG for each of SHOTS and of PAGES beside this file."""
    with sync_playwright() as playwright, served(HERE.parent / "site") as (address, _):
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox"]
        )
        for name, path, width, height, scheme in SHOTS:
            save(shot(browser, address + path, (width, height), scheme), name)
        for path in PAGES:
            name = path.strip("/").replace("/", "-") or "home"
            save(sheet(browser, address + path), f"page-{name}")
        browser.close()


if __name__ == "__main__":
    main()
