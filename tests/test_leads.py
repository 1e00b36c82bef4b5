"""Where a built page may lead, and what of the records says so."""

import pytest
from pydantic import BaseModel
from small import make_small

from macros.facts.site_data import read_site
from publish.leads import (
    ELSEWHERE,
    HOST,
    MAIL,
    NUMBER,
    OTHER,
    SIGNS,
    Leads,
    digits_of,
    leads_of,
    values_of,
)

LEADS = Leads(
    frozenset(["https://a.org/b?c=d"]),
    ("https://hsb.example.org", "https://forge.example/x"),
    frozenset(["03451234567", "116123"]),
    frozenset(["a@b.org"]),
)


@pytest.mark.parametrize(
    "address",
    [
        *("", "a/b.html", "/a/", "#a", "../a/#b", "?a=b", "a:b"[:1]),
        *("https://a.org/b?c=d", "https://hsb.example.org", "https://hsb.example.org/"),
        *("https://hsb.example.org/a/b#c", "https://forge.example/x/edit/a.md"),
        *("tel:03451234567", "TEL:+443451234567", "tel:0345-123-4567", "sms:116123"),
        *("mailto:a@b.org", "mailto:A@B.org", "mailto:a@b.org?subject=A%20b.c_d-1"),
        "mailto:a@b.org?",
    ],
)
def test_a_visitor_may_go_where_a_record_says(address):
    assert LEADS.why_not(address, loaded=False) == ""


@pytest.mark.parametrize(
    ("address", "says"),
    [
        # Signs that browsers drop or turn into others.
        *((f"a{sign}b", SIGNS) for sign in '\t\n\r \\\x00\x7f\u00e9\u202e<>"^`{}'),
        ("/\t/evil.example", SIGNS),
        ("//evil.example/a", ELSEWHERE),
        # The web: what is named, to the letter, and nothing that begins like it.
        ("https://a.org/b", ELSEWHERE),
        ("https://a.org/b?c=d&e", ELSEWHERE),
        ("http://a.org/b?c=d", ELSEWHERE),
        ("http://evil.example", ELSEWHERE),
        ("https://hsb.example.org.evil.example", ELSEWHERE),
        ("https://hsb.example.org@evil.example", ELSEWHERE),
        ("https://hsb.example.org:80/", ELSEWHERE),
        ("https://forge.example/xy", ELSEWHERE),
        ("https://forge.example/", ELSEWHERE),
        ("http://hsb.example.org/", ELSEWHERE),
        # Numbers and mailboxes.
        ("tel:03451234568", NUMBER),
        ("tel:", NUMBER),
        ("sms:999", NUMBER),
        ("mailto:b@b.org", MAIL),
        ("mailto:", MAIL),
        ("mailto:a@b.org,c@d.org", MAIL),
        ("mailto:a@b.org?bcc=c@d.org", MAIL),
        ("mailto:a@b.org?subject=a&bcc=c", MAIL),
        ("mailto:a@b.org?subject=a?b", MAIL),
        # Any other scheme, also one that only looks like a file's name.
        ("javascript:alert(1)", OTHER),
        ("JavaScript:alert(1)", OTHER),
        ("data:text/html,a", OTHER),
        ("ftp://a.org", OTHER),
        ("web+a.b-c:d", OTHER),
        ("a:b", OTHER),
    ],
)
def test_a_visitor_is_led_nowhere_else(address, says):
    assert LEADS.why_not(address, loaded=False) == says


@pytest.mark.parametrize("address", ["a.js", "../a.png?b", "/a.css", "#a"])
def test_what_is_loaded_comes_from_this_site(address):
    assert LEADS.why_not(address, loaded=True) == ""


@pytest.mark.parametrize(
    "address",
    [
        *("//hsb.example.org/a", "https://hsb.example.org/a", "https://a.org/b?c=d"),
        *("data:image/png,a", "mailto:a@b.org", "tel:116123", "javascript:a"),
    ],
)
def test_nothing_is_loaded_by_an_address_of_the_web(address):
    assert LEADS.why_not(address, loaded=True) == HOST


@pytest.fixture
def small(tmp_path):
    return make_small(tmp_path)


def test_every_address_number_and_mailbox_of_the_records_is_known(small):
    page = small / "data/local/questions.yml"
    text = page.read_text(encoding="utf-8").replace(
        "answer: ", "answer: http://a.org/b "
    )
    page.write_text(text, encoding="utf-8")
    contacts = small / "data/local/contacts.yml"
    text = contacts.read_text(encoding="utf-8")
    contacts.write_text(text.replace("help@", "Help@"), encoding="utf-8")
    settings = small / "data/local/site.yml"
    text = settings.read_text(encoding="utf-8")
    text = text.replace(
        "address: https://hsb.example.org", "address: https://h.org/hsb/"
    )
    settings.write_text(text, encoding="utf-8")

    leads = leads_of(read_site(small)[0])

    own = ("https://h.org/hsb", "https://forge.example.org/hsb")
    assert leads.bases == (*own, "https://forge.example.org/hsb/src/branch/main")
    assert leads.phones == {"01632960001"}
    assert leads.mail == {"help@example.org"}
    assert leads.web == {
        *(
            f"https://www.example.org{path}"
            for path in ("", "/help", "/tool", "/guide")
        ),
        *(f"https://www.example.org{path}" for path in ("/security", "/weather")),
        *("https://hub.example.org", "https://h.org/hsb/", *leads.bases[1:]),
        *("http://a.org/b",),
    }


def test_without_settings_there_are_no_addresses_of_our_own(small):
    (small / "data/local/site.yml").unlink()

    assert leads_of(read_site(small)[0]).bases == ()


def test_the_texts_of_a_record_are_read_also_in_lists_and_records_inside_it():
    class Inner(BaseModel):
        phone: str

    class Outer(BaseModel):
        names: tuple[str, ...]
        inner: tuple[Inner, ...]
        one: Inner
        count: int

    inner = Inner(phone="1")
    record = Outer(names=("a", "b"), inner=(inner,), one=inner, count=3)

    assert list(values_of(record)) == [
        *(("names", "a"), ("names", "b"), ("phone", "1"), ("phone", "1")),
    ]


@pytest.mark.parametrize(
    ("number", "digits"),
    [
        ("0163 2960 503", "01632960503"),
        ("+44 163 2960 503", "01632960503"),
        ("116-123", "116123"),
        ("+1 44", "144"),
    ],
)
def test_a_number_is_what_one_dials_here(number, digits):
    assert digits_of(number) == digits
