"""A whole site with an address, built: what is told of it, and by each page."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser
from small import make_small_site

from publish.build import build_site

pytestmark = pytest.mark.whole
HOME = "https://a.example/b"
CHANGES = """\
---
title: Changes
description: What is new.
for: [everyone]
reviewed: 2026-11-22
---

# Changes

{{ page_top() }}

## 22 November 2026: begun

See [the start](index.md).

## Follow { #follow needs=address }

{{ feeds() }}

{{ page_foot() }}
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    root = make_small_site(tmp_path_factory.mktemp("outward"))
    (root / "docs/changes.md").write_text(CHANGES, encoding="utf-8")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as menu:
        menu.write("  - changes.md\n")
    return root


@pytest.fixture(scope="module")
def without(project):
    """The site of a place that has no address yet, and the place itself."""
    build_site(project, project / "without")
    return project / "without"


@pytest.fixture(scope="module")
def housed(project, without):
    with (project / "data/local/site.yml").open("a", encoding="utf-8") as site:
        site.write(f"address: {HOME}/\n")
    data = build_site(project, project / "housed")
    return project / "housed", data


def test_each_page_of_a_site_with_an_address_shows_its_own_card(housed):
    site, data = housed
    cards = set()
    for address in data.pages:
        html = (site / address.lstrip("/") / "index.html").read_text(encoding="utf-8")
        tree = LexborHTMLParser(html)
        [image] = tree.css('head > meta[property="og:image"]')
        card = image.attributes["content"].removeprefix(f"{HOME}/")
        assert (site / card).is_file()
        cards.add(card)
        [url] = tree.css('head > meta[property="og:url"]')
        assert url.attributes["content"] == HOME + address
    assert len(cards) == len(data.pages)
    assert len(list((site / "cards").iterdir())) == len(cards), "and none of no page"


def test_what_changed_can_be_followed_where_there_is_an_address(housed):
    site, _ = housed
    feed = json.loads((site / "changes/feed.json").read_text(encoding="utf-8"))
    [item] = feed["items"]
    assert item["url"] == f"{HOME}/changes/#22-november-2026-begun"
    assert f'href="{HOME}/"' in item["content_html"]
    html = (site / "changes/index.html").read_text(encoding="utf-8")
    assert 'id="follow"' in html
    assert (site / "changes/feed.xml").is_file()


def test_without_an_address_the_same_site_has_none_of_it(without):
    html = (without / "changes/index.html").read_text(encoding="utf-8")
    assert 'id="follow"' not in html
    assert "og:" not in html
    assert not (without / "cards").exists()
    assert not list(without.rglob("feed.*"))
    assert (without / "manifest.json").is_file()
