"""What several tests need: the project, a copy to break, the site built once."""

import functools
import gc
import http.server
import os
import shutil
import threading
from pathlib import Path

import pytest
import yaml
from copying import ROOMS as ROOMS  # the preview has tests that take it from here
from copying import ROOT, copy_project, copy_released

from macros.facts.site_data import load_site, read_site
from macros.reading.rooms import is_place
from publish.build import build_site
from publish.headers import headers_at, headers_of

KEPT = type(functools.lru_cache(len))
CACHES = []  # of this process, as mutmut uses it again and again
CASES = Path(__file__).parent / "cases"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


# Every place of this tree: the project's own, and those in examples/.
PLACES = [ROOT, *(p for p in sorted(ROOT.glob("examples/*")) if is_place(p))]
# Who takes one of these waits for a whole build, or for a check of the real project.
WHOLE = {
    "site",
    "built_sites",
    "project",
    "released",
    "copy",
    "followed",
    "served",
    "attacked",
    "specimen",
}
# And these start processes or servers, make pages, or count steps for a long while.
LONG = {
    *("test_growth", "test_hosts", "test_parts", "test_preview", "test_serve"),
    *("test_smoke", "test_stopped", "test_wall", "test_editing_recipes"),
    *("test_desk", "test_desk_deeds", "test_desk_handing", "test_desk_tasks"),
}
APART = {"audit", "browser", "engines", "whole"}  # marks of what is no unit


def pytest_generate_tests(metafunc):
    """Run what is marked `everywhere` on every place, and `each_page` on its pages."""
    names = metafunc.fixturenames
    everywhere = metafunc.definition.get_closest_marker("everywhere")
    places = PLACES if everywhere else PLACES[:1]
    if "each_page" in names:
        both = [(place, page) for place in places for page in sorted(pages_of(place))]
        ids = [
            f"{place.name}-{page}" if place != ROOT else page for place, page in both
        ]
        wanted = {"indirect": ["root"], "ids": ids, "scope": "session"}
        metafunc.parametrize(("root", "each_page"), both, **wanted)
    elif everywhere and "root" in names:
        ids = [place.name if place != ROOT else "here" for place in places]
        metafunc.parametrize("root", places, indirect=True, ids=ids, scope="session")


@functools.cache
def pages_of(place):
    """The addresses of the pages that a place has."""
    return tuple(read_site(place)[0].pages)


def pytest_sessionstart():
    """Forget what an earlier run of this process kept: mutants get a warm one."""
    for kept in CACHES:
        kept.cache_clear()


def pytest_sessionfinish():
    """Find what is kept, once: looking through all there is takes a while."""
    if "MUTANT_UNDER_TEST" in os.environ and not CACHES:
        # A look at the type alone: other objects may act when they are asked.
        found = (kept for kept in gc.get_objects() if type(kept) is KEPT)
        ours = ("macros", "publish", "desk")
        CACHES.extend(k for k in found if k.__module__.split(".")[0] in ours)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark each test by what it takes: `browser`, `whole`, and `unit` for the rest."""
    for item in items:
        if "browser" in item.fixturenames:
            item.add_marker(pytest.mark.browser)
        if WHOLE.intersection(item.fixturenames) or item.module.__name__ in LONG:
            item.add_marker(pytest.mark.whole)
        if not {m.name for m in item.iter_markers()} & APART:
            item.add_marker(pytest.mark.unit)


def cases_of(module):
    """The case files of a module, as parameters named after them."""
    files = sorted((CASES / module).glob("*.yml"))
    assert files, f"no cases for {module}"
    return [
        pytest.param(yaml.safe_load(f.read_text(encoding="utf-8")), id=f.stem)
        for f in files
    ]


def file_with(project, pattern, words=""):
    """The first file of a pattern that has these words, such as data/*/terms.yml."""
    files = sorted(project.glob(pattern), reverse=True)
    return next(f for f in files if words in f.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def root(request):
    """The folder of a place: the project's own, or each where it is `everywhere`."""
    return getattr(request, "param", ROOT)


@pytest.fixture(scope="session")
def data(root):
    return load_site(root)


@pytest.fixture
def project(tmp_path):
    """A copy of the project that a test may break."""
    return copy_project(tmp_path)


@pytest.fixture
def released(tmp_path):
    """The same, with promised addresses also where a place has promised none yet."""
    return copy_released(tmp_path)


@pytest.fixture(scope="session")
def site(root, built_sites):
    """The real site of a place, built once for all tests."""
    if root not in built_sites:
        built_sites[root] = built_sites["folder"] / root.name / "site"
        built_sites[root].parent.mkdir()
        build_site(root, built_sites[root])
    return built_sites[root]


@pytest.fixture(scope="session")
def built_sites(tmp_path_factory):
    """The sites that were built, by the folder of their place."""
    return {"folder": tmp_path_factory.mktemp("built")}


@pytest.fixture(scope="session")
def address(site):
    """The built site on a server of its own; gives http://127.0.0.1:port."""
    yield from served(site, headers_of(site))


@pytest.fixture(scope="session")
def bare_address(site):
    """The built site on a host that says no headers of ours."""
    yield from served(site, {})


def served(site, headers):
    """Serve a folder with these headers until the test is over."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *args):
            pass

        def end_headers(self):  # as a real host says them
            said = headers_at(self.path, headers) if headers else {}
            for name, value in said.items():
                self.send_header(name, value)
            super().end_headers()

    handler = functools.partial(Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import sync_playwright

    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()
