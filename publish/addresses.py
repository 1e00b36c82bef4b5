"""Addresses are promises: what has once been published stays reachable.

`addresses.txt` lists every path and every anchor that a school may have linked to. It
only grows, and says which release brought an address and what became of it. A build
that would break one of them stops.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from markupsafe import Markup

from macros.checks.examination import check_site
from macros.checks.former_addresses import BROKEN
from macros.facts.site_data import SiteData
from macros.library.calls import Call, pieces_in
from macros.library.made import make_calls
from macros.library.page import Page
from macros.library.render import renderer_of
from macros.problems import Problem, did_you_mean
from macros.reading.promises import FILE as LIST
from macros.reading.promises import Promise, read_promises, write_promises
from macros.reading.rooms import at
from macros.schema.all_kinds import KINDS
from macros.schema.records import Record

from .built import BuiltPage, read_built

NAMES = {kind.model: kind.name for kind in KINDS.values()}
RELEASE = re.compile(r"^## \[?v?(\d[\w.-]*)", re.M)
NUMBERED = ("source-", "meaning-", "picture-")


def addresses_of(
    built: Mapping[str, BuiltPage], promises: Mapping[str, Promise]
) -> Iterator[str]:
    """Every address of a built site that a person may link to.

    Not of the pages that moved or were withdrawn: these are on the list already.
    """
    for address, page in built.items():
        known = promises.get(address)
        if not address.endswith("/") or (known and known.changed):
            continue
        yield address
        for name in page.linkable:
            if not name.startswith(NUMBERED):
                yield f"{address}#{name}"


def broken_promises(root: Path, built: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Each promised address that a built site no longer has."""
    kept = {f"{path}#{name}" for path, page in built.items() for name in page.ids}
    kept |= built.keys()
    for promise in read_promises(root, []).values():
        if promise.address not in kept:
            message = f"{promise.address} was published and would break: put it back"
            hint = did_you_mean(promise.address, kept)
            yield Problem(LIST, promise.line, f"{message} ({hint})", code=BROKEN)


def promise_all(root: Path, site: Path, records: Mapping[str, tuple[str, str]]) -> int:
    """Add to the list what a built site has and the list has not; gives how many.

    `records` has the kind and the id of the record that stands at an address.
    """
    before = read_promises(root, [])
    found = set(addresses_of(read_built(site), before))
    release = newest_release(root)
    promises = []
    for address in found | before.keys():
        promise = before.get(address) or Promise(address, release=release)
        if address in records:
            kind, record_id = records[address]
            promise = replace(promise, kind=kind, record=record_id)
        promises.append(promise)
    write_promises(root, promises)
    return len(found - before.keys())


def newest_release(root: Path) -> str:
    """The newest release that CHANGELOG.md has a heading for, or nothing."""
    file = root / "CHANGELOG.md"
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    found = RELEASE.search(text)
    return found[1] if found else ""


class Showing(Page):
    """A page that notes which records its macros show, by the address of each."""

    shown: dict[str, tuple[str, str]]

    def block(self, template: str, **values: object) -> Markup:
        """As any page does, but the records among `values` are noted."""
        html = super().block(template, **values)
        for record in records_in(values):
            if f'id="{record.anchor}"' in html:
                address = f"{self.source.address}#{record.anchor}"
                self.shown[address] = NAMES[type(record)], record.id
        return html


def records_shown(root: Path) -> dict[str, tuple[str, str]]:
    """Kind and id of every record that pages show, by address. Raises DataError."""
    return shown_in(root, check_site(root).data)


def shown_in(root: Path, data: SiteData) -> dict[str, tuple[str, str]]:
    """The same of facts and pages as they are, perhaps with faults."""
    shown: dict[str, tuple[str, str]] = {}
    for source in data.pages.values():
        page = Showing(source, data, renderer_of(at(root, "templates")))
        page.shown = shown
        pieces = pieces_in(source, [])
        make_calls(page, [piece for piece in pieces if isinstance(piece, Call)], [])
    return shown


def records_in(value: object) -> Iterator[Record]:
    """Every record that a template was given, in lists and below names as well."""
    if isinstance(value, Record):
        if type(value) in NAMES:
            yield value
    elif isinstance(value, Mapping):
        yield from records_in(list(value.values()))
    elif isinstance(value, Iterable) and not isinstance(value, str):
        for one in value:
            yield from records_in(one)
