"""What a first visit costs, held to tests/budget.yml."""

import gzip
from pathlib import Path

import pytest
import yaml

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


@pytest.mark.browser
def test_what_is_needed_to_paint_fits_the_first_answer(first_visit):
    needed = [f for f in first_visit if f.suffix in {".html", ".css"}]

    assert len(needed) == 2
    assert sum(map(gzipped, needed)) <= BUDGET["before-first-paint"]
