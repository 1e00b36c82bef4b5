"""Addresses of records: what misleads, what is nobody's, what is another's."""

from types import SimpleNamespace

import pytest
import yaml

from macros.checks.web_addresses import (
    domain_of,
    homes_of,
    host_of,
    is_number,
    web_addresses,
)
from macros.facts.written import Written
from macros.problems import Problem

SITE = SimpleNamespace(
    website="https://www.escp.example.org", hub="https://hub.gov.uk/", short_name="ESCP"
)
DATA = SimpleNamespace(settings=SITE, site=SITE)
NODE = yaml.compose("id: a\nname: b\nurl: c\n", yaml.BaseLoader)
RECORD = SimpleNamespace(id="a")
USER = "hides where it leads: a name stands before '@'"
LOOK = ("has letters that only look like ours, in {}", "type it by hand")
NETWORK = ("leads to {}, which only one network knows", "use its address on the web")
BROKEN = ("has a name that cannot be, {}", "copy it anew")
NUMBER = ("leads to a machine by its number, {}", "write its name")


def written(typed, sort="address", kind="sources"):
    return Written(kind, RECORD, "url", 0, sort, typed, NODE, "data/local/a.yml")


def said_of(*values, data=DATA):
    return list(web_addresses(data, values))


def fault(code, message, mend, kind="sources"):
    place = ("data/local/a.yml", 3)
    return Problem(*place, f"'url' {message}", "fault", code, kind, "a", mend)


@pytest.mark.parametrize(
    "typed",
    [
        "https://example.org",
        "http://www.example.org.uk/a?b=c#d",
        "https://example.org./",
        "https://a-b.example.org/@c",
        "https://1.example.org",
        "https://escp.example.org",
        "https://hub.gov.uk/escp",
        "https://escp.hub.gov.uk/",
        "https://www.escp.example.org/",
        "https://notescp.org/",
        "https://local.example.org",
        "https://example.locals",
        "HTTPS://EXAMPLE.ORG",
    ],
)
def test_an_address_that_leads_where_it_says_is_taken(typed):
    assert said_of(written(typed)) == []


@pytest.mark.parametrize(
    ("typed", "code", "words", "shown"),
    [
        ("https://127.0.0.1/", "address-number", NUMBER, "127.0.0.1"),
        ("https://[::1]/", "address-number", NUMBER, "::1"),
        ("https://2130706433/", "address-number", NUMBER, "2130706433"),
        ("https://0x7f.1/", "address-number", NUMBER, "0x7f.1"),
        ("https://0X7F.0xAB", "address-number", NUMBER, "0x7f.0xab"),
        ("https://exampl\u0435.org", "address-look-alike", LOOK, "exampl\u0435.org"),
        ("https://xn--a.org", "address-look-alike", LOOK, "xn--a.org"),
        ("https://a.xn--p1ai/", "address-look-alike", LOOK, "a.xn--p1ai"),
        ("https://intranet/a", "address-local", NETWORK, "intranet"),
        ("https://a.local", "address-local", NETWORK, "a.local"),
        ("https://a.internal.", "address-local", NETWORK, "a.internal"),
        ("https://a.localhost", "address-local", NETWORK, "a.localhost"),
        ("https:///a", "address-local", NETWORK, ""),
        ("https://-a.org", "address-broken", BROKEN, "-a.org"),
        ("https://a..org", "address-broken", BROKEN, "a..org"),
        ("https://a_b.org", "address-broken", BROKEN, "a_b.org"),
        ("https://a-.org", "address-broken", BROKEN, "a-.org"),
    ],
)
def test_an_address_that_is_nobody_s_is_refused(typed, code, words, shown):
    message, mend = words

    assert said_of(written(typed)) == [fault(code, message.format(shown), mend)]


@pytest.mark.parametrize(
    "typed", ["https://[::1", "https://a.org:port/", "https://a.org:99999/"]
)
def test_an_address_that_cannot_be_opened_is_refused(typed):
    message = "is no address that can be opened"

    assert said_of(written(typed)) == [fault("address-broken", message, "copy it anew")]


@pytest.mark.parametrize(
    ("typed", "host"),
    [
        ("https://bbc.co.uk@evil.org/", "evil.org"),
        ("https://a:b@evil.org", "evil.org"),
        ("https://evil.org\\a", "evil.org\\a"),
    ],
)
def test_an_address_that_hides_where_it_leads_is_refused(typed, host):
    mend = f"if {host} is meant, delete what stands before it"

    assert said_of(written(typed))[0] == fault("address-user", USER, mend)


@pytest.mark.parametrize("port", [0, 80, 8443])
def test_an_address_with_a_port_is_refused(port):
    message = f"names a port, {port}, which school filters refuse"

    assert said_of(written(f"https://a.org:{port}/")) == [
        fault("address-port", message, f"delete ':{port}'")
    ]


def test_everything_that_is_wrong_with_an_address_is_said():
    codes = [p.code for p in said_of(written("http://a@127.0.0.1:80/", kind="site"))]

    assert codes == ["address-user", "address-number", "address-port", "site-insecure"]


def test_the_addresses_of_the_site_itself_are_safe_to_follow():
    value = written("http://example.org", kind="site")
    message = "starts with http://, which others can read"

    assert said_of(value) == [fault("site-insecure", message, "type https://", "site")]
    assert said_of(written("https://example.org", kind="site")) == []


@pytest.mark.parametrize("host", ["escp.org", "www.escp.org.uk", "a.escp.b.org"])
def test_another_partnership_of_the_same_initials_is_refused(host):
    message = f"leads to {host}, which is another partnership with the same initials"
    mend = "use example.org or hub.gov.uk"

    assert said_of(written(f"https://{host}/")) == [
        fault("another-partnership", message, mend)
    ]


def test_without_settings_there_are_no_homes():
    data = SimpleNamespace(settings=None)

    assert homes_of(data) == (set(), "")
    assert said_of(written("https://escp.org/"), data=data) == []


def test_the_homes_of_a_partnership_are_its_domains():
    assert homes_of(DATA) == ({"example.org", "hub.gov.uk"}, "escp")
    alone = SimpleNamespace(website="https://a.org", hub=None, short_name="A")
    assert homes_of(SimpleNamespace(settings=alone, site=alone)) == ({"a.org"}, "a")


@pytest.mark.parametrize(
    ("typed", "alone"),
    [
        *(("a@b.org", True), ("a.b+c'd-e_f@g-h.org.uk", True), ("A@B.ORG", True)),
        *(("a@b.org?bcc=c", False), ("mailto:a@b.org", False), ("a@b", False)),
        *(("a@b.o", False), ("a b@c.org", False), ("a@b.org,c@d.org", False)),
        *(("\u00e9@b.org", False), ("a@b.org ", False)),
    ],
)
def test_an_e_mail_address_stands_alone(typed, alone):
    mend = "write it alone, such as name@example.org.uk"
    wrong = fault("email-alone", "has more than an e-mail address", mend)

    assert said_of(written(typed, "email")) == ([] if alone else [wrong])


def test_what_is_no_address_is_passed_over_and_what_follows_is_not():
    values = [
        written("http://a@b", "text"),
        written("a", "email"),
        written("https://a"),
    ]

    assert [p.code for p in said_of(*values)] == ["email-alone", "address-local"]


@pytest.mark.parametrize(
    ("url", "host"),
    [
        *(("https://A.org./b", "a.org"), ("https://a:b@c.org:80", "c.org")),
        *(("https://[::1", ""), ("a", ""), ("https:///a", "")),
    ],
)
def test_the_host_of_an_address_is_in_small_letters(url, host):
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        *(
            ("www.example.org.uk", "example.org.uk"),
            ("example.org.uk", "example.org.uk"),
        ),
        *(("a.b.example.com", "example.com"), ("org.uk", "org.uk"), ("a", "a")),
        *(("a.b.nhs.uk", "b.nhs.uk"), ("gov.uk", "gov.uk"), ("a.gov.uk", "a.gov.uk")),
        ("x.sch.b.uk", "b.uk"),
    ],
)
def test_the_domain_of_a_host_is_what_somebody_owns(host, domain):
    assert domain_of(host) == domain


@pytest.mark.parametrize(
    ("host", "number"),
    [
        *(
            ("1.2.3.4", True),
            ("::1", True),
            ("1", True),
            ("0x1", True),
            ("1.0xab", True),
        ),
        *(("a", False), ("1.a", False), ("1.", False), ("0xg", False), ("", False)),
    ],
)
def test_a_machine_is_known_by_its_number_in_any_form(host, number):
    assert is_number(host) is number
