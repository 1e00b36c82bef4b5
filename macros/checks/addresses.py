"""Addresses that were published: a page or a heading may not lose one unnoticed.

`publish.addresses` holds the built site to the list. This tells an editor before
anything is built, and at the line that was changed.
"""

from collections.abc import Iterator

from ..facts.former import outcome
from ..facts.site_data import SiteData
from ..problems import Problem, nearest
from ..reading.pages import PageSource, address_of
from ..reading.promises import FILE, Promise
from ..schema.all_kinds import file_of, name_of
from ..schema.kinds.links import EMBED, GO, Embed, Link
from .former_addresses import WITHDRAW, led_astray, page_gone, said
from .likeness import changed_line, name_of_heading
from .links import Anchors

ALIKE = 0.7  # from here on, two names are most likely one that was changed


def broken(data: SiteData, anchors: Anchors) -> Iterator[Problem]:
    """Each published address that pages and facts would no longer have."""
    told: set[str] = set()
    small = small_pages(data)
    for promise in data.promises.values():
        if promise.page in small:
            continue
        found = outcome(data.promises, promise.address)
        if found is not None:
            yield from led_astray(data, promise, found, anchors)
            continue
        page = data.pages.get(promise.page)
        if page is None:
            if promise.page not in told:
                yield page_gone(data, promise)
            told.add(promise.page)
            continue
        there = anchors[page.path]
        if not promise.name or (there is not None and promise.name in there):
            continue
        if data.gone(promise.address):
            yield gone(data, promise, there)
        elif there is not None:
            yield from lost(data, promise, page, anchors)


def small_pages(data: SiteData) -> set[str]:
    """The addresses that records have without a page: short ones, and of embeds."""
    ways = ((GO, Link), (EMBED, Embed))
    return {
        f"{below}{name}/"
        for below, kind in ways
        for name in data.lines.get(name_of(kind), ())
    }


def gone(data: SiteData, promise: Promise, there: set[str] | None) -> Problem:
    """A record that was published, and was deleted or given another id."""
    lines = data.lines[promise.kind]
    new = [id for id in lines if id not in data.once(promise.kind)]
    shown = [id for id in new if there is None or id in there]
    longer = (id for id in shown if id.startswith(f"{promise.record}-"))
    now = nearest(promise.record, shown, ALIKE) or next(longer, "")
    if now:
        file = data.file_of(promise.kind, now)
        wrong = f"the id '{promise.record}' was published, so it cannot become '{now}'"
        return said(promise, file, lines[now], wrong, "change it back")
    wrong = (
        f"the record '{promise.record}' of {file_of(promise.kind)} is gone, and "
        f"schools may have linked to {promise.address}"
    )
    mend = WITHDRAW.format(id=promise.record)
    return said(promise, FILE, promise.line, wrong, mend)


def lost(
    data: SiteData, promise: Promise, page: PageSource, anchors: Anchors
) -> Iterator[Problem]:
    """A heading that was changed, or a record that its page shows no more."""
    at, near = changed_line(page, promise.name)
    wrong = f"'{promise.address}' was published, and this page has it no more"
    if promise.kind:
        mend = (
            f"show the record '{promise.record}' of {file_of(promise.kind)} here again"
        )
        paths = (
            path for path, names in anchors.items() if promise.name in (names or ())
        )
        for path in paths:
            mend += f", or, as {path} shows it, "
            mend += moving(promise, f"{address_of(path)}#{promise.name}")
            break
        yield said(promise, page.file, at, wrong, mend)
    elif near > ALIKE or data.all_read():
        mend = (
            f"give the heading its old name back with {{ #{promise.name} }} after its "
            "words"
        )
        now = name_of_heading(page, at)
        if near > ALIKE and now and f"{page.address}#{now}" not in data.promises:
            mend += ", or, to keep the new name, "
            mend += moving(promise, f"{page.address}#{now}")
        yield said(promise, page.file, at, wrong, mend)


def moving(promise: Promise, to: str) -> str:
    """What to type where a place is somewhere else now."""
    return f"type 'make move FROM={promise.address} TO={to}'"
