"""What a first visit costs, held to tests/budget.yml."""

import gzip
import re
from pathlib import Path

import pytest
import yaml

SCRIPTS = re.compile(r"<script[^>]*>.*?</script>", re.DOTALL)
BUDGET = yaml.safe_load((Path(__file__).parent / "budget.yml").read_text())


def gzipped(file):
    return len(gzip.compress(file.read_bytes(), 9))


@pytest.fixture(scope="module")
def first_visit(browser, address, site):
    """Every file that the browser asks for before the visitor acts."""
    context = browser.new_context()
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + "/")
    page.wait_for_load_state("networkidle")
    context.close()
    paths = {url.removeprefix(address).lstrip("/") or "index.html" for url in asked}
    icons = {p.relative_to(site).as_posix() for p in site.glob("assets/favicon*")}
    return [site / path for path in paths | icons]  # headless browsers skip the icon


@pytest.mark.browser
def test_a_first_visit_stays_within_its_requests(first_visit):
    assert len(first_visit) <= BUDGET["requests"]


@pytest.mark.browser
def test_a_first_visit_stays_within_its_bytes(first_visit):
    sizes = {file.name: gzipped(file) for file in first_visit}

    assert sum(sizes.values()) <= BUDGET["everything"], sizes


def test_what_print_alone_asks_for_stays_within_its_bytes(site):
    """A browser asks for it last, and on each page at most once for each file."""
    pages = [file.read_text(encoding="utf-8") for file in site.rglob("*.html")]
    asked = r'<link rel="stylesheet" media="print" href="[^"]*/?assets/([^"/]+)">'
    names = {name for html in pages for name in re.findall(asked, html)}

    assert len(names) == 2  # what every page has, and what a side of A4 needs besides
    assert sum(gzipped(site / "assets" / name) for name in names) <= BUDGET["paper"]


@pytest.mark.parametrize("page", BUDGET["html-and-css"])
def test_a_page_and_its_styles_fit_their_budget(site, page):
    """Styles stand in the page; what is left to ask for counts as well."""
    file = site / page.strip("/") / "index.html"
    html = SCRIPTS.sub("", file.read_text(encoding="utf-8"))
    links = re.findall(r'rel="stylesheet" href="([^"]+)"', html)

    weight = len(gzip.compress(html.encode(), 9))
    weight += sum(gzipped(file.parent / link) for link in links)

    assert weight <= BUDGET["html-and-css"][page]
