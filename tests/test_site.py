"""The real site as built: what must be true of every page of it."""

import re

import pytest
from test_pages import ADDRESSES

from macros.schema.kinds.contacts import Contact
from macros.schema.kinds.unsafe import Unsafe
from publish.built import read_built
from publish.judged import check_built

# A run of digits that reads as a British number; 999 and 101 as words of their own.
NUMBER = re.compile(r"(?<![\d,.£-])(?:0[\d ]{7,12}\d|999|101)(?![\d,.%])")


@pytest.fixture(scope="module")
def built(site):
    return read_built(site)


@pytest.fixture(scope="module")
def pages(built):
    return {address: built[address] for address in sorted(ADDRESSES)}


def text_of(page):
    return page.tree.css_first("article").text(separator=" ")


def test_every_promised_address_answers(site):
    for address in ADDRESSES:
        assert (site / address.strip("/") / "index.html").is_file(), address


def test_nothing_that_the_checks_know_of_is_wrong(root, site, data):
    assert check_built(root, site, data) == []


def test_each_page_has_a_title_and_a_description_of_its_own(pages):
    for css in ("title", "meta[name=description]"):
        nodes = [page.tree.css_first(css) for page in pages.values()]
        words = [n.attributes.get("content") or n.text() for n in nodes]
        assert all(words)
        assert len(set(words)) == len(ADDRESSES), css


def test_each_page_has_the_strip_its_readers_its_sources_and_its_review(pages):
    for address, page in pages.items():
        strip = page.tree.css_first(".strip")
        numbers = [a.attributes["href"] for a in strip.css("a[href^='tel:']")]
        assert numbers[:2] == ["tel:999", "tel:03458503503"], address
        assert page.tree.css_first(".readers"), address
        assert page.tree.css_first(".review time[datetime]"), address


def test_pages_that_state_facts_list_their_sources(pages):
    without = {a for a, p in pages.items() if not p.tree.css(".foot .sources li")}

    assert without <= {"/site-map/", "/resources/", "/about/changes/"}


def test_every_number_shown_is_a_number_of_a_contact(pages, data):
    known = {c.phone.replace(" ", "") for c in data.of(Contact).values() if c.phone}
    for address, page in pages.items():
        for found in NUMBER.findall(text_of(page)):
            assert found.replace(" ", "") in known, (address, found)
        for link in page.tree.css("a[href^='tel:']"):
            assert link.attributes["href"].removeprefix("tel:") in known, address


def test_nothing_unsafe_is_published(built, data):
    """Looked for in another way than the build does: by the bare digits."""
    for record in data.of(Unsafe).values():
        what = (record.number or record.address).replace(" ", "")
        for address, page in built.items():
            html = page.html.replace("wakefieldscp.org.uk", "")
            html = re.sub(r"[\s()-]", "", html) if record.number else html
            assert what not in html, (address, record.why)


def test_contacts_carry_the_three_numbers_that_matter(pages):
    page = pages["/contacts/"]
    for number in ("999", "101", "0345 8503 503"):
        assert number in text_of(page)
        digits = number.replace(" ", "")
        assert page.tree.css(f"article a[href='tel:{digits}']")


def test_the_panel_prioritises_and_is_never_closed_to_others(pages):
    text = re.sub(r"\s+", " ", text_of(pages["/panel/"]))

    assert "prioritise" in text
    assert "aged 10-17" in text or "aged 10 to 17" in text
    assert "October 2023" in text
    for closed in ("only accepts", "only takes", "only considers", "must be aged"):
        assert closed not in text


def test_the_panel_page_shows_every_published_fact_and_every_gap(pages, data):
    text = re.sub(r"\s+", " ", text_of(pages["/panel/"]))

    for fact in data.kinds["panel"].values():
        assert fact.name in text, fact.id
    for gap in data.kinds["gaps"].values():
        if gap.about == "panel":
            assert gap.question in text, gap.id


def test_every_term_is_in_the_glossary_with_all_its_names(pages, data):
    page = pages["/glossary/"]
    text = re.sub(r"\s+", " ", text_of(page))

    for term in data.kinds["terms"].values():
        assert term.id in page.ids
        for name in (term.name, *term.also):
            assert name in text, (term.id, name)


def test_every_resource_question_word_and_figure_is_shown(pages, data):
    places = {
        "resources": ("/resources/", "name"),
        "questions": ("/questions/", "question"),
        "figures": ("/what-is-hsb/", "caveat"),
        "words": ("/language/", "why"),
    }
    for kind, (address, field) in places.items():
        text = re.sub(r"\s+", " ", text_of(pages[address]))
        for record in data.kinds[kind].values():
            said = re.sub(r"\s+", " ", getattr(record, field))
            assert said in text, (kind, record.id)


def test_no_child_is_labelled(pages):
    """The language page and the table of words quote what to avoid."""
    label = re.compile(r"\b(perpetrator|abuser|offender|paedophile)s?\b", re.I)
    for address, page in pages.items():
        if address not in {"/language/", "/glossary/"}:
            assert not label.findall(text_of(page)), address


def test_nothing_is_asked_of_another_host(pages):
    asks = "script[src], link[rel=stylesheet], img[src], iframe, video, audio, form"
    for address, page in pages.items():
        for node in page.tree.css(asks):
            where = node.attributes.get("src") or node.attributes.get("href") or ""
            assert "//" not in where, (address, where)
            assert node.tag not in {"iframe", "video", "audio"}, address


def test_the_page_for_a_wrong_address_shows_where_to_ring(built):
    page = built["/404.html"]

    assert page.tree.css_first("a[href='tel:999']")
    assert "0345 8503 503" in page.html
