"""Numbers and addresses in every form that people type, and what looks like them."""

import pytest
import yaml
from conftest import CASES

from macros.checks.contact_details import Found, contact_details, without_marks

FORMS = yaml.safe_load((CASES / "contact-details.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("kind", "text"),
    [(kind, text) for kind in ("number", "email", "address") for text in FORMS[kind]],
)
def test_a_contact_detail_is_known_however_it_is_typed(kind, text):
    assert kind in {found.kind for found in contact_details(text)}


@pytest.mark.parametrize("text", FORMS["nothing"])
def test_what_only_looks_like_one_passes(text):
    assert list(contact_details(text)) == []


def test_a_text_keeps_its_lines_without_its_marks():
    text = "**One** &#10; two\n`three`<br>\n\u00a0four"

    assert without_marks(text).count("\n") == text.count("\n")


def test_a_detail_is_found_on_its_line():
    (found,) = contact_details("One\ntwo &amp;\nthree 0163 2960\n503")

    assert (found.row, found.typed) == (2, "0163 2960\n503")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What stands before the sign that was found belongs to it.
        (
            "see www.nspcc.org.uk/a",
            [("address", "www.", 0), ("address", "www.nspcc.org.uk", 0)],
        ),
        ("(a.b_c+d'e-f@g.org)", [("email", "a.bc+d'e-f@g.org", 0)]),
        ("help @ nspcc.org.uk", [("email", "help @ nspcc.org.uk", 0)]),
        ("\nhelp at nspcc dot org", [("email", "help at nspcc dot org", 1)]),
        ("a\n help(at)nspcc.org", [("email", "help(at)nspcc.org", 1)]),
        ("x" * 90 + ".org", [("address", "x" * 60 + ".org", 0)]),
        ("x" * 90 + "@a.org", [("email", "x" * 60 + "@a.org", 0)]),
        ("@ a.org", [("address", "a.org", 0)]),
        ("@a.org", [("address", "a.org", 0)]),
        # An address that is part of an e-mail is not said twice, another one is.
        ("a@b.org or c.org", [("email", "a@b.org", 0), ("address", "c.org", 0)]),
        # The name of a publisher, unless more follows it.
        ("GOV.UK", []),
        ("Gov.uk and gov.uk/a", [("address", "gov.uk", 0)]),
        ("gov.uk.", []),
        ("a.gov.uk", [("address", "a.gov.uk", 0)]),
        # Numbers, each alone, and in any script.
        (
            "0163 2960 503\n\nor (01632) 960503",
            [("number", "0163 2960 503", 0), ("number", "01632) 960503", 2)],
        ),
        ("\uff10163 2960 503", [("number", "0163 2960 503", 0)]),
        ("0163\u20142960\u2014503", [("number", "0163-2960-503", 0)]),
        # A date is none, and nor is the number of a book, however far it goes.
        ("01-02-2026", []),
        ("ISBN 0 345 85035 03", []),
        ("ISBN: a book, 0163 2960 503", [("number", "0163 2960 503", 0)]),
        # A short number is one only where it is to be rung.
        ("999", [("number", "999", 0)]),
        ("111", []),
        ("call 111", [("number", "111", 0)]),
        ("ring us, any day or night, on 111", [("number", "111", 0)]),
        ("call. 111", []),
        ("text 85258 now", [("number", "85258", 0)]),
        ("call a friend of the family of the child who is here 111", []),
        ("call " + "a" * 60 + " on 111", [("number", "111", 0)]),
        ("a\n\n@ b.org", [("email", "@ b.org", 2)]),
        ("ab @c.org", [("email", "ab @c.org", 0)]),
        ("help  @c.org", [("email", "@c.org", 0)]),
        ("nothing at all", []),
        ("", []),
    ],
)
def test_each_detail_is_told_with_all_of_it(text, expected):
    assert list(contact_details(text)) == [Found(*found) for found in expected]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a", "a"),
        ("**a** _b_ ~c~ `d` \\e", "a b c d e"),
        ("a<b>b</b><br><br />", "ab"),
        ('<span class="a" id="b">c</span>', "c"),
        ("a<!-- b -->c", "ac"),
        ("a &amp; b &#10; c\nd", "a & b   c\nd"),
        ("\u2013 \u2212 \uff0d", "- - -"),
        ("a\u200bb\u00adc\ufeff", "abc"),
        ("\uff11\u00a0\uff20", "1 @"),
        ("&#65296;", "0"),
    ],
)
def test_a_text_is_read_as_people_read_it(text, read):
    assert without_marks(text) == read
