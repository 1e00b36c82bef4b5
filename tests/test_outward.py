"""What other programs are told: only what is so, whole addresses, a few bytes."""

import gzip
import io
import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest
from conftest import ROOT
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from macros.problems import DataError
from macros.schema.kinds.questions import Question
from macros.schema.kinds.terms import Term
from publish.handouts.paper import paper_of
from publish.offline import for_disk
from publish.outward.cards import HIGH, WIDE, cards, file_of
from publish.outward.feeds import (
    ATOM,
    JSON,
    day_in,
    entries_of,
    followed,
    whole_links,
    write_feeds,
)
from publish.outward.manifest import manifest
from publish.outward.structured import as_data, known, told_of
from publish.outward.tags import tags_of, told_in

pytestmark = pytest.mark.whole
HOME = "https://hsb.example.org/x"
NAMES = {"atom": "http://www.w3.org/2005/Atom"}
MOST = 90  # bytes that a page may grow by, packed, where the site has an address
CHANGES = """\
<html><body><article><h1 id="changes">Changes</h1>
<p>On 1 January 2020 this was not an entry.</p>
<h2 id="new">24 November 2026: put right</h2>
<ul><li>See <a href="../../panel/#who">the panel</a> &amp; more.</li></ul>
<h2 id="here">What is local</h2>
<p>On 2 May 2025 one fact was put right.</p><p>More of it.</p>
<h2 id="how">How it is listed</h2>
<p>Each entry has a day.</p>
</article></body></html>
"""


@pytest.fixture(scope="module")
def housed(data):
    """The facts of a place that has an address."""
    return replace(data, settings=data.site.model_copy(update={"address": f"{HOME}/"}))


def told(data, address, kind):
    return next((t for t in told_of(data, address) if t["@type"] == kind), None)


@pytest.mark.everywhere
def test_without_an_address_nothing_is_said_that_needs_one(data, site):
    assert data.site.address is None
    assert not (site / "cards").exists()
    assert not list(site.rglob("feed.*"))
    for file in site.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        assert 'property="og:' not in html
        assert "ld+json" not in html
        assert 'rel="alternate"' not in html


@pytest.mark.everywhere
def test_a_shared_link_has_a_title_a_picture_and_the_words_of_it(housed, each_page):
    tree = LexborHTMLParser(f"<head>{tags_of(housed, each_page)}</head>")
    found = {
        node.attributes["property"]: node.attributes["content"]
        for node in tree.css("meta")
    }
    assert found == {
        "og:title": housed.pages[each_page].meta.title,
        "og:url": HOME + each_page,
        "og:image": f"{HOME}/{file_of(each_page)}",
        "og:image:alt": housed.pages[each_page].meta.title,
    }


@pytest.mark.everywhere
def test_the_tags_weigh_next_to_nothing(site, housed, each_page):
    file = site / each_page.strip("/") / "index.html"
    html = file.read_text(encoding="utf-8")
    with_them = html.replace("</head>", tags_of(housed, each_page) + "</head>")

    grown = len(gzip.compress(with_them.encode(), 9))
    grown -= len(gzip.compress(html.encode(), 9))
    assert 0 < grown <= MOST


@pytest.mark.everywhere
def test_a_search_engine_is_told_only_what_stands_there_without_a_mark(housed):
    glossary = next(a for a, p in housed.pages.items() if "{{ terms(" in p.body)
    terms = told(housed, glossary, "DefinedTermSet")["hasDefinedTerm"]
    asked = [
        question
        for address, page in housed.pages.items()
        if "{{ questions(" in page.body
        for question in told(housed, address, "FAQPage")["mainEntity"]
    ]
    sure = [term for term in housed.of(Term).values() if known(term)]
    assert [term["name"] for term in terms] == [term.name for term in sure]
    assert 0 < len(sure) < len(housed.of(Term))
    answers = {q.question: q for q in housed.of(Question).values()}
    assert asked
    for question in asked:
        record = answers[question["name"]]
        assert known(record)
        words = " ".join(record.answer.split())
        assert question["acceptedAnswer"]["text"].startswith(words)


@pytest.mark.everywhere
def test_what_is_told_of_a_page_leads_to_a_place_on_it(housed, site):
    for address in housed.pages:
        file = site / address.strip("/") / "index.html"
        tree = LexborHTMLParser(file.read_text(encoding="utf-8"))
        ids = {node.attributes["id"] for node in tree.css("[id]")}
        for one in told_of(housed, address):
            named = [*one.get("hasDefinedTerm", ()), *one.get("mainEntity", ())]
            for thing in named:
                page, _, anchor = thing["@id"].partition("#")
                assert page == HOME + address
                assert anchor in ids, thing["name"]


@pytest.mark.everywhere
def test_the_way_to_a_page_is_by_pages_that_are_there(housed):
    for address in housed.pages:
        way = told(housed, address, "BreadcrumbList")
        if address == "/":
            assert way is None
            continue
        items = way["itemListElement"]
        assert [item["position"] for item in items] == list(range(1, len(items) + 1))
        assert items[0]["item"] == f"{HOME}/"
        assert items[-1]["item"] == HOME + address
        for item in items:
            page = housed.pages[item["item"].removeprefix(HOME)]
            assert item["name"] == page.meta.title


def test_a_question_that_has_an_addition_of_less_is_not_told(housed):
    page = next(a for a, p in housed.pages.items() if "{{ questions(" in p.body)
    first = told(housed, page, "FAQPage")["mainEntity"][0]
    [record] = [q for q in housed.of(Question).values() if q.question == first["name"]]
    unsure = record.model_copy(update={"evidence": "partial"})
    records = {**housed.of(Question), record.id: unsure}
    less = replace(housed, kinds={**housed.kinds, "questions": records})

    names = [q["name"] for q in told(less, page, "FAQPage")["mainEntity"]]
    assert first["name"] not in names


def test_no_word_of_a_record_ends_the_script_that_holds_it():
    held = {"name": "</script><script>alert(1)</script><!--"}
    text = as_data(held)
    assert "<" not in text
    assert ">" not in text
    assert json.loads(text) == held


@pytest.mark.everywhere
def test_a_page_with_its_data_is_still_one_page(site, housed, each_page):
    file = site / each_page.strip("/") / "index.html"
    html = told_in(file.read_text(encoding="utf-8"), housed, each_page)
    tree = LexborHTMLParser(html)
    scripts = tree.css('body > script[type="application/ld+json"]')
    assert len(scripts) == len(list(told_of(housed, each_page)))
    assert html.rstrip().endswith("</html>")
    for script in scripts:
        assert json.loads(script.text())["@context"] == "https://schema.org"


@pytest.mark.everywhere
def test_the_manifest_leads_to_the_site_wherever_it_lives(root, site, data):
    made = json.loads((site / "manifest.json").read_text(encoding="utf-8"))
    [icon] = made["icons"]
    assert (site / icon["src"]).is_file()
    assert made == manifest(root, data, icon["src"])
    assert made["name"] == data.site.name
    assert made["display"] == "browser", "nothing is installed"
    assert made["start_url"] == made["scope"] == "./"
    for address in data.pages:
        file = site / address.strip("/") / "index.html"
        tree = LexborHTMLParser(file.read_text(encoding="utf-8"))
        [link] = tree.css('link[rel="manifest"]')
        assert (file.parent / link.attributes["href"]).resolve() == (
            site / "manifest.json"
        ).resolve()


def test_a_copy_for_a_disk_asks_for_no_manifest():
    html = '<head>\n<link rel="manifest" href="../manifest.json">\n</head>'
    assert for_disk(html) == "<head>\n</head>"


@pytest.fixture(scope="module")
def paper():
    day = datetime(2026, 11, 24, tzinfo=UTC)
    return paper_of(ROOT / "templates/handouts", ROOT / "theme/assets/site.css", day)


def test_each_page_has_a_card_and_only_a_changed_one_is_drawn_again(
    housed, paper, tmp_path, monkeypatch
):
    few = dict(list(housed.pages.items())[:3])
    some = replace(housed, pages=few)
    made = cards(tmp_path, some, paper, "looks")
    assert set(made) == {file_of(address) for address in few}
    for body in made.values():
        with Image.open(io.BytesIO(body)) as card:
            assert card.size == (WIDE, HIGH)
    drawn = []
    monkeypatch.setattr(
        "publish.handouts.pictures.draw",
        lambda new, paper: drawn.extend(new) or list(made.values())[: len(new)],
    )
    address, page = next(iter(few.items()))
    front = page.front.model_copy(update={"title": "Another title"})
    other = replace(some, pages={**few, address: replace(page, front=front)})
    cards(tmp_path, other, paper, "looks")
    assert [picture.large for picture in drawn] == ["Another title"]


def test_no_page_has_the_card_of_another(housed):
    names = [file_of(address) for address in housed.pages]
    assert len(set(names)) == len(names)
    assert not any("sex" in name for name in names)


def test_each_part_that_begins_with_a_day_is_an_entry_newest_first():
    first, second = entries_of(CHANGES, f"{HOME}/about/changes/")

    assert (first.day, second.day) == (date(2026, 11, 24), date(2025, 5, 2))
    assert first.title == "24 November 2026: put right"
    assert first.url == f"{HOME}/about/changes/#new"
    assert f'<a href="{HOME}/panel/#who">the panel</a> &amp; more' in first.html
    assert "More of it" in second.html
    assert "Each entry" not in second.html


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("24 November 2026: put right", date(2026, 11, 24)),
        ("On 2 May 2025 it was", date(2025, 5, 2)),
        ("31 February 2026, then 1 March 2026", date(2026, 3, 1)),
        ("November 2026", None),
        ("24 Movember 2026", None),
        ("", None),
    ],
)
def test_a_day_is_one_that_there_is(text, day):
    assert day_in(text) == day


def test_links_of_an_entry_lead_to_the_same_place_from_anywhere():
    html = (
        '<a class="x" href="../#a">a</a> <a href="https://e.org/">b</a><a href="tel:1">'
    )
    assert whole_links(html, f"{HOME}/about/changes/") == (
        f'<a class="x" href="{HOME}/about/#a">a</a> '
        '<a href="https://e.org/">b</a><a href="tel:1">'
    )


@pytest.fixture
def fed(housed, tmp_path):
    """A site with both feeds, as a function of its page of changes."""
    address = "/about/changes/"
    page = replace(housed.pages[address], body="{{ feeds() }}")
    data = replace(housed, pages={**housed.pages, address: page})

    def feed(html):
        folder = tmp_path / address.strip("/")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_text(html, encoding="utf-8")
        write_feeds(tmp_path, data)
        return data, folder

    return feed


def test_both_feeds_say_the_same_and_are_what_their_standards_ask_for(fed):
    data, folder = fed(CHANGES)
    feed = json.loads((folder / JSON).read_text(encoding="utf-8"))
    root = ElementTree.fromstring((folder / ATOM).read_bytes())
    entries = root.findall("atom:entry", NAMES)

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{HOME}/about/changes/{JSON}"
    assert [item["id"] for item in feed["items"]] == [
        entry.findtext("atom:id", namespaces=NAMES) for entry in entries
    ]
    assert [item["content_html"] for item in feed["items"]] == [
        entry.findtext("atom:content", namespaces=NAMES) for entry in entries
    ]
    assert root.findtext("atom:updated", namespaces=NAMES) == "2026-11-24T00:00:00Z"
    assert root.findtext("atom:id", namespaces=NAMES) == f"{HOME}/about/changes/"
    links = {e.get("rel"): e.get("href") for e in root.findall("atom:link", NAMES)}
    assert links["self"] == f"{HOME}/about/changes/{ATOM}"
    assert data.site.draft in root.findtext("atom:subtitle", namespaces=NAMES)
    assert data.site.draft in feed["description"]
    assert f'type="application/atom+xml" href="{ATOM}"' in tags_of(data, followed(data))


def test_a_page_of_changes_without_any_day_is_refused_and_says_what_to_type(fed):
    with pytest.raises(DataError) as raised:
        fed(re.sub(r"20\d\d", "", CHANGES))

    [problem] = raised.value.problems
    assert problem.file == "docs/about/changes.md"
    assert "write a heading such as '## 24 November 2026" in problem.message


def test_the_real_page_of_changes_has_an_entry_for_each_day(site):
    html = (site / "about/changes/index.html").read_text(encoding="utf-8")
    entries = entries_of(html, f"{HOME}/about/changes/")
    headings = re.findall(r"<h2 id=\"[^\"]+\">(\d+ \w+ 20\d\d)", html)
    assert len(headings) >= 4
    assert len(entries) >= len(headings)
