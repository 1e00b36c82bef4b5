"""Take a record or a page away: its address says what became of it.

What has gone by hand may be named as well: then its addresses get their note.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import yaml

from macros.facts.site_data import SiteData, read_site
from macros.problems import Problem, did_you_mean
from macros.reading.promises import FILE, as_list
from macros.reading.tree import last_line
from macros.schema.all_kinds import name_of
from macros.schema.fields import plain_words
from macros.schema.kinds.handouts import Part, Piece
from macros.schema.kinds.links import EMBED, GO, Embed, Link, LinkWords
from macros.schema.records import Record

from .changes import Change
from .menu_lines import take_out_of_menu
from .move import address_typed, place_of
from .moved_promises import gone_since
from .naming import named_in_looks

# What goes with a record: its parts, each of which names it in that field.
PARTS: dict[str, tuple[type[Record], str]] = {
    name_of(Piece): (Part, "piece"),
    name_of(Link): (LinkWords, "link"),
}
# Kinds of which each record has a page of its own, and below what.
OWN = {name_of(Link): GO, name_of(Embed): EMBED}
NOTE = "It is no longer part of this site."


def withdraw(root: Path, named: str, note: str, day: date, kind: str = "") -> Change:
    """What changes when a record or a page is taken away.

    `named` is the id of a record, of that `kind` where several have one, or a page or
    place as it is addressed: /support/, /support/#numbers. Raises ValueError with
    words for whoever typed it.
    """
    if not named.strip():
        raise ValueError("say what: make withdraw ID=a-helpline")
    data, _ = read_site(root)
    change = Change(root)
    note = plain_words(" ".join(note.split()) or NOTE)
    if "#" in named:
        gone = [place_of(named)]
        if gone[0] not in data.promises:
            raise ValueError(f"{gone[0]} was never published: look into {FILE}")
    elif "/" in named or named.endswith(".md"):
        gone = take_page(change, data, address_typed(named))
    else:
        gone = take_record(change, data, named, kind)
    promises = gone_since(data.promises, gone, day, note)
    if promises:
        change.set(FILE, as_list(promises))
    return change


def take_page(change: Change, data: SiteData, address: str) -> list[str]:
    """Take a page and its line of the menu away. Gives the addresses to note."""
    page = data.pages.get(address)
    if address == "/":
        raise ValueError("the start page has to stay")
    if page is None and address not in data.promises:
        raise ValueError(
            f"there is no page {address}: {did_you_mean(address, data.pages)}"
        )
    if page is not None:
        change.set(page.file, None)
    name = address.strip("/")
    for path in (f"{name}.md", f"{name}/index.md"):
        take_out_of_menu(change, path)
    return [address] if address in data.promises else []


def take_record(change: Change, data: SiteData, id: str, kind: str) -> list[str]:
    """Take a record out of its file. Gives the addresses to note."""
    kinds = [name for name in data.lines if id in data.lines[name]]
    kinds = kinds or [name for name in data.kinds if id in data.once(name)]
    if kind and kind not in kinds:
        raise ValueError(f"no record of {kind} has the id '{id}'")
    kinds = [kind] if kind else kinds
    if not kinds:
        page = address_typed(id)
        if page in data.pages:
            raise ValueError(f"'{id}' is no record: for the page, type {page}")
        known = {id for ids in data.lines.values() for id in ids}
        raise ValueError(f"there is no record '{id}': {did_you_mean(id, known)}")
    if len(kinds) > 1:
        choice = " or ".join(f"KIND={name}" for name in kinds)
        raise ValueError(f"several records have the id '{id}': add {choice}")
    found = kinds[0]
    if id in data.lines[found]:
        if id not in data.nodes[found]:
            where = f"{data.file_of(found, id)}:{data.lines[found][id]}"
            raise ValueError(f"the record '{id}' has faults: mend {where} first")
        for kind_, gone in from_below(data, found, id):
            cut_out(change, data.file_of(kind_, gone), data.nodes[kind_][gone])
    own = f"{OWN[found]}{id}/" if found in OWN else ""
    return [
        promise.address
        for promise in data.promises.values()
        if (promise.kind, promise.record) == (found, id) or promise.address == own
    ]


def from_below(data: SiteData, kind: str, id: str) -> list[tuple[str, str]]:
    """A record, and its parts with it, the last of a file first.

    So the lines of those above are where they were read.
    """
    gone = [(kind, id)]
    if kind in PARTS:
        part, field = PARTS[kind]
        found = (one.id for one in data.of(part).values() if getattr(one, field) == id)
        gone += [(name_of(part), name) for name in found]
    return sorted(gone, key=lambda one: -data.nodes[one[0]][one[1]].start_mark.line)


def cut_out(change: Change, file: str, record: yaml.Node) -> None:
    """Delete the lines of a record, and of the empty ones between it and the next."""
    lines = change.text(file).split("\n")
    first = int(record.start_mark.line)
    end = last_line(*record.value[-1])
    while end < len(lines) and not lines[end].strip():
        end += 1
    if end == len(lines):  # the last one of its file, which ends with one line end
        while first and not lines[first - 1].strip():
            first -= 1
        lines[first:] = [""] if first else ["[]", ""]  # none, said so
    else:
        del lines[first:end]
    change.set(file, "\n".join(lines))


def still_asking(change: Change, named: str) -> Iterator[Problem]:
    """What would stop a build once the change is made: who still asks for it."""
    yield from change.new_faults()
    if "/" in named and "#" not in named:
        address = address_typed(named)
        for file, line in named_in_looks(change, address):
            message = f"this leads to {address}: ask a developer to take it out"
            yield Problem(file, line, message)
