"""Addresses of the web and of e-mail in records: what a link must never be."""

import re
from collections.abc import Iterable, Iterator
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from ..facts.site_data import SiteData
from ..facts.written import Written
from ..problems import Problem

EMAIL = re.compile(r"[\w.+'-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}", re.I | re.A)
LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?", re.I)
# An address of a machine in the other ways that browsers read.
IN_DIGITS = re.compile(r"(?:0x[\da-f]+|\d+)(?:\.(?:0x[\da-f]+|\d+))*")
# Ends of domains below which anyone may have a name of their own.
SHARED = {"ac", "co", "gov", "ltd", "nhs", "org", "plc", "police", "sch"}


def web_addresses(data: SiteData, written: Iterable[Written]) -> Iterator[Problem]:
    """Addresses of records that mislead, that are nobody's, or another's."""
    ours, initials = homes_of(data)
    for value in written:
        if value.sort == "email":
            if not EMAIL.fullmatch(value.typed):
                message = f"'{value.field}' has more than an e-mail address"
                mend = "write it alone, such as name@example.org.uk"
                yield value.problem("email-alone", message, mend)
        elif value.sort == "address":
            yield from faults_of(value)
            host = host_of(value.typed)
            if initials in host.split(".") and domain_of(host) not in ours:
                message = (
                    f"'{value.field}' leads to {host}, which is another partnership "
                    "with the same initials"
                )
                mend = f"use {' or '.join(sorted(ours))}"
                yield value.problem("another-partnership", message, mend)


def homes_of(data: SiteData) -> tuple[set[str], str]:
    """The domains of the partnership, and its initials as a domain would have them."""
    if data.settings is None:
        return set(), ""
    homes = filter(None, (data.site.website, data.site.hub))
    return {domain_of(host_of(home)) for home in homes}, data.site.short_name.lower()


def faults_of(value: Written) -> Iterator[Problem]:
    """What is wrong with one web address."""
    try:
        parts = urlsplit(value.typed)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        message = f"'{value.field}' is no address that can be opened"
        yield value.problem("address-broken", message, "copy it anew")
        return
    if "@" in parts.netloc or "\\" in value.typed:
        message = f"'{value.field}' hides where it leads: a name stands before '@'"
        mend = f"if {host} is meant, delete what stands before it"
        yield value.problem("address-user", message, mend)
    if is_number(host):
        message = f"'{value.field}' leads to a machine by its number, {host}"
        yield value.problem("address-number", message, "write its name")
    elif not host.isascii() or any(t.startswith("xn--") for t in host.split(".")):
        message = f"'{value.field}' has letters that only look like ours, in {host}"
        yield value.problem("address-look-alike", message, "type it by hand")
    elif "." not in host or host.endswith((".local", ".internal", ".localhost")):
        message = f"'{value.field}' leads to {host}, which only one network knows"
        yield value.problem("address-local", message, "use its address on the web")
    elif not all(map(LABEL.fullmatch, host.split("."))):
        message = f"'{value.field}' has a name that cannot be, {host}"
        yield value.problem("address-broken", message, "copy it anew")
    if port is not None:
        message = f"'{value.field}' names a port, {port}, which school filters refuse"
        yield value.problem("address-port", message, f"delete ':{port}'")
    yield from of_the_site(value, parts)


def of_the_site(value: Written, parts: SplitResult) -> Iterator[Problem]:
    """The addresses of site.yml must be safe to follow: the way out first of all."""
    if value.kind == "site" and parts.scheme != "https":
        message = (
            f"'{value.field}' starts with {parts.scheme}://, which others can read"
        )
        yield value.problem("site-insecure", message, "type https://")


def is_number(host: str) -> bool:
    """Whether a host is an IP address, in any of the ways that browsers read."""
    try:
        ip_address(host)
    except ValueError:
        return IN_DIGITS.fullmatch(host) is not None
    return True


def host_of(url: str) -> str:
    """The host of an address, in small letters; nothing where it has none."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""


def domain_of(host: str) -> str:
    """The part of a host that somebody owns: example.org.uk of www.example.org.uk."""
    labels = host.split(".")
    count = 3 if len(labels) > 2 and labels[-2] in SHARED else 2
    return ".".join(labels[-count:])
