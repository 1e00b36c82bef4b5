"""The index as it is written for the browser."""

import json

import pytest

from publish.built import pages_of
from publish.entries import Entry
from publish.search import make_search
from publish.search_rows import (
    ROW,
    names_of,
    plain,
    short_anchor,
    words,
)
from publish.sections import sections_of


def entry(title, **more):
    return Entry("heading", "/page/", "-".join(words(title)), title, **more)


def test_a_name_stands_once_and_never_repeats_the_title():
    names = ("The panel", "Peer-on-peer", "peer on peer", "CSC")

    assert names_of(entry("The Panel!", names=names)) == ["Peer-on-peer", "CSC"]


@pytest.mark.parametrize(
    ("title", "anchor"),
    [
        ("Hackett's continuum", "hacketts-continuum"),
        ("First, for any concern", "first-for-any-concern"),
        ("The child\u2019s voice", "the-childs-voice"),
    ],
)
def test_an_anchor_follows_from_its_title(title, anchor):
    assert short_anchor(anchor, title) == ""


def test_plain_names_have_no_capitals_and_signs():
    assert plain("TA-HSB (online)") == "ta hsb online"


def test_the_index_is_a_script_and_the_parts_of_the_box_are_one(data, site, tmp_path):
    assets = tmp_path / "assets"
    assets.mkdir()
    for name in ("search-rules", "search-crisis", "search"):
        (assets / f"{name}.js").write_text(f"// {name}")

    sections = {p.address: sections_of(p) for p in pages_of(site)}
    make_search(data, tmp_path, sections)

    made = {f.name: f.read_text(encoding="utf-8") for f in assets.iterdir()}
    assert made.keys() == {"search.js", "search-index.js", "search-text.js"}
    assert made["search.js"] == "// search-rules\n// search-crisis\n// search"
    index = json.loads(made["search-index.js"].removeprefix("siteSearch="))
    text = json.loads(made["search-text.js"].removeprefix("siteSearch.text="))
    rows = ROW.join(index["rows"].values()).split(ROW)
    assert len(rows) == len(text["first"].split(ROW))
    assert index["letters"] == "/glossary/"
    roles = (data.site.emergency, data.site.front_door)
    phones = [data.kinds["contacts"][name].phone for name in roles]
    assert [call[1] for call in index["calls"][:2]] == phones
