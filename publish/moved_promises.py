"""The list of published addresses once a page or a place has moved, or has gone."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from macros.facts.former import outcome
from macros.facts.site_data import SiteData
from macros.reading.promises import Promise

Promises = Mapping[str, Promise]


def free(data: SiteData, old: str, new: str) -> None:
    """Raise ValueError if an address was another page's, to which links still lead."""
    held = outcome(data.promises, new)
    if held is not None and held.to.partition("#")[0] != old:
        became = f"moved to {held.to}" if held.to else "was withdrawn"
        raise ValueError(f"{new} was another page's, which {became}: choose another")


def page_moved(promises: Promises, old: str, new: str, day: date) -> list[Promise]:
    """The promises once a page has moved. Its places go with it.

    What was promised of the old address is promised of the new one as well.
    """
    after = dict(promises)
    if old not in promises:
        return list(after.values())
    for promise in promises.values():
        at = f"{new}#{promise.name}"
        if promise.page != old or not promise.name:
            continue
        if at not in promises:
            after[at] = replace(promise, address=at, release="")
        elif promise.changed and not promises[at].changed:
            after[at] = as_gone(promises[at], promise)
    after[new] = still_there(promises.get(new) or Promise(new))
    after[old] = replace(promises[old], changed=day, to=new, note="")
    return list(led_on(after.values(), old, new))


def place_moved(
    promises: Promises, ways: tuple[str, str], day: date, stands: tuple[str, str]
) -> list[Promise]:
    """The promises once a place of a page has moved to another, or has a new name.

    `ways` are the old address and the new one, `stands` the kind and the id of the
    record that is there, or nothing for a heading.
    """
    old, new = ways
    after = dict(promises)
    if old not in promises:
        return list(after.values())
    kind, record = stands
    now = promises.get(new) or Promise(new, kind=kind, record=record)
    after[new] = still_there(now)
    after[old] = replace(promises[old], changed=day, to=new, note="")
    return list(led_on(after.values(), old, new))


def gone_since(
    promises: Promises, gone: Iterable[str], day: date, note: str
) -> list[Promise]:
    """The promises once what stood at some addresses was withdrawn."""
    after = dict(promises)
    for address in gone:
        became = outcome(promises, address)
        if became is None or (became.to and became.to not in promises):
            after[address] = replace(after[address], changed=day, to="", note=note)
    return list(after.values())


def led_on(promises: Iterable[Promise], old: str, new: str) -> Iterator[Promise]:
    """The promises, those that led to what has moved leading to where it is now."""
    for promise in promises:
        to = promise.to
        if to == old or ("#" not in old and to.startswith(f"{old}#")):
            to = new + to.removeprefix(old)
        if to != promise.address:
            yield replace(promise, to=to)
        else:
            yield still_there(promise)


def still_there(promise: Promise) -> Promise:
    """A promise of what is there, whatever was said of it before."""
    return replace(promise, changed=None, to="", note="")


def as_gone(promise: Promise, other: Promise) -> Promise:
    """A promise of which the same became as of another one."""
    return replace(promise, changed=other.changed, to=other.to, note=other.note)
