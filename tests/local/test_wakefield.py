"""What is true of Wakefield alone. What every place must keep stands in tests/."""

import re

import pytest
from searching import answerable, places_in, searches

from macros.library.all_macros import MACROS
from macros.library.page import Page
from macros.library.render import Renderer
from macros.reading.promises import read_promises
from macros.schema.all_kinds import files, files_of
from macros.schema.kinds.contacts import Contact
from publish.built import read_built

ADDRESSES = {
    *("/", "/what-is-hsb/", "/continuum/", "/online/", "/language/", "/respond/"),
    *("/route/", "/panel/", "/panel/prepare/", "/voice-of-the-child/"),
    *("/working-together/", "/support/", "/schools/", "/schools/link-kit/"),
    *("/audit-2022/", "/team-session/", "/resources/", "/glossary/", "/questions/"),
    *("/contacts/", "/about/", "/about/accessibility/", "/about/privacy/"),
    *("/about/sources/", "/about/changes/", "/site-map/"),
}
NUMBERS = {"emergency": "999", "front-door": "0345 8503 503", "police": "101"}


@pytest.fixture(scope="module")
def texts(site):
    """The words of each page as a visitor reads them."""
    built = read_built(site)
    found = {a: built[a].tree.css_first("article").text() for a in ADDRESSES}
    return {a: re.sub(r"\s+", " ", text) for a, text in found.items()}


def test_the_addresses_that_were_promised_are_there(data, root):
    assert len(ADDRESSES) == 26
    assert read_promises(root, []).keys() >= ADDRESSES
    assert data.pages.keys() >= ADDRESSES


def test_every_kind_of_record_has_its_file(root):
    """What a test of every file leaves out elsewhere, is here."""
    for name in {*files()} - {"waivers"}:  # nothing is waived while it is a draft
        assert any((root / path).is_file() for path in files_of(name)), name


def test_the_three_numbers_are_those_that_were_read(data, texts):
    for name, number in NUMBERS.items():
        assert data.get(Contact, name).phone == number
        assert number in texts["/contacts/"]


def test_the_panel_prioritises_children_of_an_age_and_says_since_when(texts):
    text = texts["/panel/"]

    assert "prioritise" in text
    assert "aged 10-17" in text or "aged 10 to 17" in text
    assert "October 2023" in text


def test_the_audit_is_complete(data):
    assert len(data.kinds["audit.points"]) == 7
    assert len(data.kinds["audit.themes"]) == 6


def test_the_designated_officer_is_to_be_confirmed_and_shown_as_that(data, root):
    page = Page(data.pages["/panel/"], data, Renderer(root / "templates"))

    html = MACROS["contact"](page, "lado")

    assert "To be confirmed" in html
    assert "tel:" not in html


def test_every_search_wants_a_place_that_is_there(site):
    cases = searches("queries") + searches("held-out")

    assert answerable(cases, places_in(read_built(site))) == cases
