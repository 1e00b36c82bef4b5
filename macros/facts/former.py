"""Where a published address leads now: each one answers, also when what it had is gone.

An anchor goes with its page: where a page moved, its anchors moved with it, and where
it was withdrawn, its note stands for all of them, unless a line of the list says
otherwise of one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..reading.pages import PageSource
from ..reading.promises import Promise

Promises = Mapping[str, Promise]


def fate(promises: Promises, address: str) -> Promise | None:
    """What became of an address, if it moved or was withdrawn, by itself or its page.

    The promise that is given has `to` or `note`. An address that was not published
    may be asked for as well.
    """
    own = promises.get(address)
    if own and own.changed:
        return own
    path, _, name = address.partition("#")
    page = promises.get(path)
    if page is None or not page.changed:
        return None
    own = own or Promise(address)
    # Where a page became a part of another, its anchors lead to that part.
    to = f"{page.to}#{name}" if page.to and name and "#" not in page.to else page.to
    return replace(own, changed=page.changed, to=to, note=page.note)


def outcome(promises: Promises, address: str) -> Promise | None:
    """What a visitor of an address finds at last, as often as it moved since.

    Either `to` says where it is now, or `note` why it is nowhere. An address that
    moved in a circle gives one of the circle.
    """
    now = fate(promises, address)
    seen = {address}
    while now and now.to and now.to not in seen:
        seen.add(now.to)
        then = fate(promises, now.to)
        if then is None:
            return now
        now = replace(now, changed=then.changed, to=then.to, note=then.note)
    return now


def former_pages(
    promises: Promises, pages: Mapping[str, PageSource]
) -> Iterator[Promise]:
    """Each page that is no more, and of which the list says what became of it."""
    for promise in promises.values():
        if promise.changed and not promise.name and promise.address not in pages:
            yield promise


def left_places(promises: Promises) -> dict[str, list[Promise]]:
    """What was published on a page, one that is or one that was, and has left it.

    Each list is below the address of its page, and of each place says its outcome.
    """
    left: dict[str, list[Promise]] = {}
    for promise in promises.values():
        gone = outcome(promises, promise.address) if promise.name else None
        if gone is not None:
            left.setdefault(promise.page, []).append(gone)
    return left


def says_of_pages(promises: Promises) -> dict[str, str]:
    """What to type where something names a page that is no more, by its address."""
    says = {}
    for promise in promises.values():
        gone = None if promise.name else outcome(promises, promise.address)
        if gone is not None:
            out = f"it moved to {gone.to}: name that" if gone.to else "take it out here"
            says[promise.address] = out
    return says
