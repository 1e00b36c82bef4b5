"""Real nginx, Caddy and Apache, with what `deploy` wrote for them."""

import gzip
import os
import shutil

import brotli
import pytest
from servers import PATH, ask, running

from macros.schema.kinds.links import Embed, Opened
from publish.headers import (
    ASSETS_KEPT,
    LOST,
    OF_THE_HOST,
    PAGES_KEPT,
    embed_policy,
    headers_of,
)
from publish.hosting.plan import Plan
from publish.links.small import short_addresses
from publish.smoke import smoke
from publish.visitor import Visitor

PLACES = [("nginx", "/"), ("caddy", "/"), ("apache", "/")]
PLACES += [(name, "/hsb/") for name, _ in PLACES]
MOVED = (("/old-help/", "/support/"), ("/a.pdf", "/panel/#who"))


@pytest.fixture(scope="module", params=PLACES, ids=lambda p: f"{p[0]} at {p[1]}")
def host(request, site, data):
    name, folder = request.param
    binary = "apache2" if name == "apache" else name
    assert shutil.which(binary, path=PATH), "type: sh tests/servers.sh"
    # Apache alone always says a whole address: its own, unless ours is known.
    origin = "" if folder == "/" else "https://hsb.example.org"
    moved = (*MOVED, *short_addresses(data))
    plan = Plan(site, folder, moved, origin)
    with running(name, plan) as port:

        def get(path, **headers):
            return ask(port, plan.at(path), **headers)

        whole = origin or f"http://127.0.0.1:{port}"
        start = whole if name == "apache" else ""
        get.leads = lambda path: start + plan.at(path)
        get.name, get.plan, get.port = name, plan, port
        yield get


def asset_of(site, ending):
    return next((site / "assets").glob(f"*{ending}")).name


def assert_said(host, said):
    """Every header of ours, once and as it is, and in a folder none for the host."""
    for name, value in headers_of(host.plan.site).items():
        wanted = host.plan.folder == "/" or name != OF_THE_HOST
        assert said.get(name.lower()) == ([value] if wanted else None), name


def test_a_page_comes_with_every_header(host, site):
    status, said, body = host("/panel/")

    assert status == 200
    assert_said(host, said)
    assert said["cache-control"] == [PAGES_KEPT]
    assert said["content-type"][0].lower().replace(" ", "") == "text/html;charset=utf-8"
    assert body == (site / "panel" / "index.html").read_bytes()


def test_only_an_embed_may_stand_in_the_frame_of_another_site(host, site, data):
    for embed in data.of(Embed):
        status, said, body = host(f"/embed/{embed}/")
        assert status == 200
        assert said["content-security-policy"] == [embed_policy()]
        assert "frame-ancestors *" in embed_policy()
        assert said["x-content-type-options"] == ["nosniff"]
        assert body == (site / "embed" / embed / "index.html").read_bytes()
    for path in ("/", "/panel/", "/data/", "/embed/nothing/", "/go/nothing/"):
        _, said, _ = host(path)
        [policy] = said["content-security-policy"]
        assert "frame-ancestors 'none'" in policy, path


def test_any_site_may_read_the_facts_and_nothing_else(host, data):
    for opened in data.of(Opened):
        for end in (".json", ".schema.json"):
            status, said, _ = host(f"/data/{opened}{end}")
            assert status == 200
            assert said["access-control-allow-origin"] == ["*"]
            assert said["cache-control"] == [PAGES_KEPT]
    _, said, _ = host("/panel/")
    assert "access-control-allow-origin" not in said


def test_a_short_address_leads_on_with_and_without_its_slash(host, site, data):
    pages = dict(short_addresses(data))
    assert pages
    for short, page in pages.items():
        for path in (short, short.rstrip("/")):
            status, said, _ = host(path)
            assert status == 301, path
            assert said["location"] == [host.leads(page)]
        assert (site / page.strip("/") / "index.html").is_file()


def test_a_page_that_has_not_changed_is_not_sent_again(host):
    _, first, _ = host("/panel/")
    again = {"if-none-match": first["etag"][0]}

    status, said, body = host("/panel/", **again)

    assert (status, body) == (304, b"")
    assert said["cache-control"] == [PAGES_KEPT]
    if host.name != "apache":  # Apache says no more: a browser keeps what it was told
        assert_said(host, said)


def test_a_page_without_its_slash_leads_on(host):
    status, said, _ = host("/panel")

    assert status in (301, 308)
    assert said["location"] == [host.leads("/panel/")]
    assert_said(host, said)


def test_an_address_that_is_not_there_says_so_as_a_page_of_the_site(host, site):
    for path in ("/nothing/", "/assets/nothing.css", "/panel/nothing.pdf"):
        status, said, body = host(path)

        assert status == 404, path
        assert_said(host, said)
        assert said["cache-control"] == [PAGES_KEPT], path
        assert body == (site / LOST).read_bytes()


def test_files_named_after_what_they_hold_are_kept_for_good(host, site):
    for ending in (".css", ".js", ".svg", ".txt"):
        name = asset_of(site, ending)
        status, said, _ = host(f"/assets/{name}")

        assert status == 200
        assert_said(host, said)
        assert said["cache-control"] == [ASSETS_KEPT]
        status, said, _ = host(f"/assets/{name}", **{"if-none-match": said["etag"][0]})
        assert status == 304
        assert said["cache-control"] == [ASSETS_KEPT]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/old-help/", "/support/"),
        ("/old-help", "/support/"),
        ("/a.pdf", "/panel/#who"),
    ],
)
def test_an_address_that_moved_leads_to_where_it_is(host, path, said):
    status, headers, _ = host(path)

    assert status == 301
    assert headers["location"] == [host.leads(said)]
    assert_said(host, headers)


def test_no_folder_is_listed_and_no_packed_file_has_an_address(host, site):
    for path in ("/assets/", "/panel/index.html.gz", "/panel/index.html.br"):
        status, said, body = host(path)

        assert status in (403, 404), path
        assert_said(host, said)
        assert said["cache-control"] == [PAGES_KEPT]
        assert body == (site / LOST).read_bytes()


UNPACK = {"gzip": gzip.decompress, "br": brotli.decompress}
BEST = {"gzip": gzip.compress, "br": brotli.compress}  # each at its best
SCRIPTS = ("text/javascript", "application/javascript")


@pytest.mark.parametrize("asked", ["gzip", "gzip, br"])
def test_what_is_text_is_packed_well(host, site, asked):
    paths = {"/contacts/": "contacts/index.html"}
    for ending in (".css", ".js"):
        name = max((site / "assets").glob(f"*{ending}"), key=os.path.getsize).name
        paths[f"/assets/{name}"] = f"assets/{name}"
    for path, file in paths.items():
        whole = (site / file).read_bytes()
        status, said, body = host(path, accept_encoding=asked)

        assert status == 200
        assert_said(host, said)
        packing = said["content-encoding"][0]
        assert packing == ("br" if "br" in asked and host.name != "nginx" else "gzip")
        assert UNPACK[packing](body) == whole
        assert len(body) <= len(BEST[packing](whole))
        assert "accept-encoding" in ", ".join(said["vary"]).lower()
        kind = said["content-type"][0].lower().replace(" ", "")
        assert kind.split(";")[0] in ("text/html", "text/css", *SCRIPTS)
        assert kind.endswith("charset=utf-8"), kind


def test_who_cannot_unpack_gets_it_as_it_is(host, site):
    _, said, body = host("/contacts/")

    assert "content-encoding" not in said
    assert "accept-encoding" in ", ".join(said.get("vary", [])).lower()
    assert body == (site / "contacts" / "index.html").read_bytes()


def test_a_live_copy_is_found_to_be_as_it_was_built(host, site):
    url = f"http://127.0.0.1:{host.port}{host.plan.folder}"

    found, visited = smoke(site, Visitor(url))

    assert found == {}
    assert visited > len(list(site.rglob("index.html")))


def test_the_policy_holds_on_a_page_and_in_a_search(browser, host):
    # Without motion: a slow machine aborts a transition between pages, and says so.
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    said, asked = [], []
    page.on("console", lambda m: said.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    start = f"http://127.0.0.1:{host.port}"

    page.goto(start + host.plan.at("/panel/"))
    page.keyboard.press("/")
    page.fill("#search-box", "consent")
    page.locator("[role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: not url.endswith("/panel/"))
    context.close()

    assert said == []
    assert [url for url in asked if not url.startswith((start, "data:"))] == []
