"""The site of each place as built: what must be true of every page of it."""

import re

import pytest

from macros.checks.examination import check_site
from macros.library.render import way
from macros.schema.kinds.contacts import Contact
from macros.schema.kinds.unsafe import Unsafe
from publish.built import read_built
from publish.engines import DEFAULT, engine_of
from publish.handouts.made import Handouts
from publish.judged import check_built
from publish.links.made import write_offered

pytestmark = pytest.mark.everywhere
# A run of digits that reads as a British number; 999 and 101 as words of their own.
NUMBER = re.compile(r"(?<![\d,.£-])(?:0[\d ]{7,12}\d|999|101)(?![\d%]|[,.]\d)")


@pytest.fixture(scope="module")
def built(site):
    return read_built(site)


@pytest.fixture(scope="module")
def pages(built, data):
    return {address: built[address] for address in sorted(data.pages)}


@pytest.fixture(scope="module")
def numbers(data):
    """The numbers of the strip: for danger now, and for any other worry."""
    ids = (data.site.emergency, data.site.front_door)
    return [data.kinds["contacts"][i].phone for i in ids]


def text_of(page):
    return page.tree.css_first("article").text(separator=" ")


def test_every_page_answers_at_its_address(site, data):
    for address in data.pages:
        assert (site / address.strip("/") / "index.html").is_file(), address


def test_nothing_that_the_checks_know_of_is_wrong(root, data, tmp_path):
    """Of the pages as they are judged: styles come into them after that."""
    engine_of(DEFAULT).make_pages(root, check_site(root), tmp_path / "site")
    with Handouts(root, data) as handouts:
        assert handouts.write(tmp_path / "site") == []
    write_offered(root, data, tmp_path / "site")

    assert check_built(root, tmp_path / "site", data) == []


def test_each_page_has_a_title_and_a_description_of_its_own(pages):
    for css in ("title", "meta[name=description]"):
        nodes = [page.tree.css_first(css) for page in pages.values()]
        words = [n.attributes.get("content") or n.text() for n in nodes]
        assert all(words)
        assert len(set(words)) == len(pages), css


def test_each_page_has_the_strip_its_readers_its_sources_and_its_review(pages, numbers):
    ways = [way(number) for number in numbers]
    for address, page in pages.items():
        strip = page.tree.css_first(".strip")
        shown = [a.attributes["href"] for a in strip.css("a[href^='tel:']")]
        assert shown[:2] == ways, address
        assert page.tree.css_first(".readers"), address
        assert page.tree.css_first(".review time[datetime]"), address


def test_pages_that_state_facts_list_their_sources(pages):
    without = {a for a, p in pages.items() if not p.tree.css(".foot .sources li")}

    # What is offered at /kit/ and /data/ has its sources in itself.
    offers = {"/kit/", "/data/", "/schools/opens-here/"}
    assert without <= {"/site-map/", "/resources/", "/about/changes/", *offers}


def test_every_number_shown_is_a_number_of_a_contact(pages, data):
    known = {c.phone.replace(" ", "") for c in data.of(Contact).values() if c.phone}
    ways = {way(number) for number in known}
    for address, page in pages.items():
        for found in NUMBER.findall(text_of(page)):
            assert found.replace(" ", "") in known, (address, found)
        for link in page.tree.css("a[href^='tel:'], a[href^='sms:']"):
            assert link.attributes["href"] in ways, address


def test_each_number_can_be_tapped_on_its_card_as_a_call_or_a_text(pages, data):
    tree = pages["/contacts/"].tree
    for contact in data.of(Contact).values():
        if contact.phone:
            assert tree.css(f"#{contact.id} a[href='{way(contact.phone)}']"), contact.id


def test_nothing_unsafe_is_published(built, data):
    """Looked for in another way than the build does: by the bare digits."""
    website = data.site.website.partition("://")[2].removeprefix("www.").strip("/")
    for record in data.of(Unsafe).values():
        what = (record.number or record.address).replace(" ", "")
        for address, page in built.items():
            html = page.html.replace(website, "")
            html = re.sub(r"[\s()-]", "", html) if record.number else html
            assert what not in html, (address, record.why)


def test_contacts_carry_the_numbers_of_the_three_roles(pages, data):
    page = pages["/contacts/"]
    for name in (data.site.emergency, data.site.front_door, data.site.police):
        number = data.kinds["contacts"][name].phone
        assert number in text_of(page)
        assert page.tree.css(f"article a[href='{way(number)}']")


def test_the_panel_is_never_closed_to_others(pages):
    text = re.sub(r"\s+", " ", text_of(pages["/panel/"]))

    for closed in ("only accepts", "only takes", "only considers", "must be aged"):
        assert closed not in text


def test_the_panel_page_shows_every_published_fact_and_every_gap(pages, data):
    text = re.sub(r"\s+", " ", text_of(pages["/panel/"]))

    for fact in data.kinds["panel"].values():
        said = re.sub(r"\s+", " ", fact.text)[:60]
        assert fact.name in text or said in text, fact.id
    for gap in data.kinds["gaps"].values():
        if gap.about == "panel" and gap.id not in data.here.answers:
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


def test_the_page_for_a_wrong_address_shows_where_to_ring(built, numbers):
    page = built["/404.html"]

    for number in numbers:
        assert page.tree.css_first(f"a[href='{way(number)}']"), number
        assert number in page.html
