"""What each type of field takes and refuses."""

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.schema.fields import Address, Day, Email, PagePath, Phone, Slug, Text, Texts


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Phone, "999"),
        (Phone, "0163 2960 503"),
        (Phone, "0800 1111"),
        (Phone, "0800 960 501"),
        (Phone, "01632 96050"),
        (Address, "https://www.example.org"),
        (Address, "http://aimproject.org.uk/?page_id=79"),
        (Email, "help@nspcc.org.uk"),
        (Slug, "hackett-continuum"),
        (PagePath, "/"),
        (PagePath, "/panel/prepare/"),
        (PagePath, "/glossary/#hsb"),
        (Day, "2026-02-28"),
        (Address, "https://example.org:8443/a/b.pdf?c=d&e=%20#f"),
        (Email, "first.last+web@council.gov.uk"),
        (Text, "fewer than 3 < 4 children, {so}"),
    ],
)
def test_a_good_value_is_taken(kind, value):
    TypeAdapter(kind).validate_python(value)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Phone, "112"),
        (Phone, "ring us"),
        (Phone, "0163 2960 503 5555"),
        (Phone, "0300 960 501"),
        (Phone, "0800 960 50"),
        (Phone, "0808 960 501"),
        (Phone, "00 960 501 222"),
        (Phone, "+44 163 2960 503"),
        (Address, "www.example.org"),
        (Address, "javascript:alert(1)"),
        (Address, "https://a b.org"),
        (Address, "javascript://a.org/%0aalert(1)"),
        (Address, "ftp://a.org/"),
        (Address, "file://a.org/etc/passwd"),
        (Address, "https://a.org\\@evil.example/"),
        (Address, 'https://a.org/"onclick="'),
        (Text, "<b>words</b>"),
        (Text, "words</p>"),
        (Text, "<!-- words"),
        (Text, "<?php"),
        (Text, "{{ term }}"),
        (Text, "{% if %}"),
        (Text, "{# words"),
        (Text, "words #}"),
        (Email, "help at nspcc.org.uk"),
        (Slug, "Hackett"),
        (Slug, "two--hyphens"),
        (Slug, "sexting"),
        (PagePath, "panel/"),
        (PagePath, "/panel"),
        (Day, "2026-02-30"),
        (Day, "28/02/2026"),
        (Day, "1790000000"),
    ],
)
def test_a_bad_value_is_refused(kind, value):
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(value)


def test_one_value_may_stand_for_a_list():
    assert TypeAdapter(Texts).validate_python("one") == ("one",)
