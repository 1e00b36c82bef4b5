"""Move a page or a place of one: who names it follows, and its old address leads on.

A page may have been moved by hand before: then the rest is done.
"""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from macros.checks.layout import HEADING
from macros.checks.likeness import heading_names, names_of
from macros.checks.stray_files import NAME
from macros.facts.former import outcome
from macros.facts.site_data import SiteData, read_site
from macros.problems import did_you_mean
from macros.reading.pages import PageSource, address_of
from macros.reading.promises import FILE, as_list
from macros.schema.fields import FILTERED

from .addresses import shown_in
from .changes import Change
from .menu_lines import rename_in_menu
from .moved_promises import free, page_moved, place_moved
from .naming import Aim, relink, rename_address, same_page

# What a heading ends in: `{ #its-name needs=panel }`.
ASIDE = re.compile(r"(?<!\{)\{:?([^{}]*)\}$")
GIVEN_NAME = re.compile(r"(?<!\S)#[\w-]+")
SHORT = "choose a short name of small letters, digits and hyphens, such as 'advice'"


def move(root: Path, old: str, new: str, day: date) -> Change:
    """What moving a page changes, or a place of a page where `old` has a '#'.

    A page may be named as editors do: support, /support/ or docs/support.md. Raises
    ValueError with words for whoever typed it.
    """
    if not old.strip() or not new.strip():
        raise ValueError("say what and where to: make move FROM=support TO=help")
    data, _ = read_site(root)
    change = Change(root)
    if "#" in old or "#" in new:
        move_place(change, data, (place_of(old), place_of(new)), day)
        return change
    address = address_typed(old)
    source = data.pages.get(address)
    if address == "/":
        raise ValueError("the start page has to stay where it is")
    path = new_path(new, source)
    there = data.pages.get(address_of(path))
    if source is None and (there is None or address not in data.promises):
        known = {a.strip("/") for a in data.pages} - {""}
        gone = outcome(data.promises, address)
        hint = did_you_mean(address.strip("/"), known)
        hint = f"it moved to {gone.to}" if gone and gone.to else hint
        raise ValueError(f"there is no page {address}: {hint}")
    if source is not None and there is not None and there is not source:
        raise ValueError(f"there is a page at {there.address} already: {there.file}")
    free(data, address, address_of(path))

    def lead(aim: Aim) -> Aim:
        return (path, aim[1]) if same_page(aim[0], address) else aim

    # Also pages and parts that are left out here, for want of records: they may come.
    for page in data.drafts.values():
        own = source is not None and page.path == source.path
        relink(change, page, path if own else page.path, lead)
    if source is not None and source.path != path:
        change.set(source.file, None)
        change.came[f"docs/{path}"] = source.file
    for named in (f"{address.strip('/')}.md", f"{address.strip('/')}/index.md"):
        rename_in_menu(change, named, path)
    rename_address(change, moved_in(data, source, path), address, address_of(path))
    if address != address_of(path):
        promises = page_moved(data.promises, address, address_of(path), day)
        if promises:
            change.set(FILE, as_list(promises))
    return change


def address_typed(typed: str) -> str:
    """An address from what an editor calls a page."""
    path = typed.strip().removeprefix("docs/").strip("/")
    return address_of(path if path.endswith(".md") else f"{path or 'index'}.md")


def place_of(typed: str) -> str:
    """The same of a place on a page, such as support#numbers."""
    page, hash_, name = typed.partition("#")
    return f"{address_typed(page)}{hash_}{name.strip()}"


def new_path(typed: str, source: PageSource | None) -> str:
    """The file that was meant, from docs/. A page that heads a folder heads its own."""
    path = typed.strip().removeprefix("docs/").strip("/")
    if not path.endswith(".md"):
        heads = source is not None and source.path.endswith("/index.md")
        path = f"{path}/index.md" if heads else f"{path}.md"
    parts = path.removesuffix(".md").split("/")
    if not all(map(NAME.fullmatch, parts)):
        raise ValueError(f"'{typed}' is not the name of a page: {SHORT}")
    if parts[0] == "assets":
        raise ValueError("assets/ is the theme's folder: choose another one")
    if FILTERED in path:
        raise ValueError(f"school filters refuse addresses that hold '{FILTERED}'")
    return path


def moved_in(data: SiteData, source: PageSource | None, path: str) -> SiteData:
    """The facts, in which one page is at its new path."""
    if source is None:
        return data
    pages = {
        address: replace(page, path=path) if page.path == source.path else page
        for address, page in data.drafts.items()
    }
    return replace(data, drafts=pages)


def move_place(
    change: Change, data: SiteData, ways: tuple[str, str], day: date
) -> None:
    """The same for a place of a page: `ways` are its old address and its new one."""
    old, new = ways
    (here, _, was), (there, _, name) = old.partition("#"), new.partition("#")
    source, target = data.pages.get(here), data.pages.get(there)
    if target is None:
        raise ValueError(f"there is no page {there}: {did_you_mean(there, data.pages)}")
    if not NAME.fullmatch(name) or FILTERED in name:
        raise ValueError(f"'{name}' is not the name of a place: {SHORT}")
    written = source is not None and was in heading_names(source)
    if old not in data.promises and not written:
        raise ValueError(f"there is no {old}: look at the addresses in {FILE}")
    if written and source and source is not target:
        raise ValueError(
            f"the heading is still in {source.file}: put it into {target.file} first"
        )

    stands = ("", "")
    if old in data.promises and data.promises[old].kind:
        shown = shown_in(change.root, data)
        record = f"the record '{data.promises[old].record}'"
        if old in shown:
            raise ValueError(f"{here} shows {record} still: take it out there first")
        if new not in shown:
            raise ValueError(f"{there} does not show {record}: show it there first")
        stands = shown[new]

    def lead(aim: Aim) -> Aim:
        found = same_page(aim[0], here) and aim[1] == was
        return (target.path, name) if found else aim

    for page in data.drafts.values():
        relink(change, page, page.path, lead)
    if written:
        name_heading(change, target, was, name)
    rename_address(change, data, old, new)
    promises = place_moved(data.promises, ways, day, stands)
    if promises:
        change.set(FILE, as_list(promises))


def name_heading(change: Change, page: PageSource, was: str, name: str) -> None:
    """Give a heading of a page another name, and leave its words."""
    lines = change.text(page.file).split("\n")
    for number, line in page.lines():
        if HEADING.match(line) and names_of(line)[-1] == was:
            end = "\r" if lines[number - 1].endswith("\r") else ""
            words, more = parted(lines[number - 1].rstrip())
            lines[number - 1] = f"{words} {{ #{' '.join([name, *more])} }}{end}"
    change.set(page.file, "\n".join(lines))


def parted(heading: str) -> tuple[str, list[str]]:
    """The words of a heading, and what it asks for in its braces, but for its name."""
    found = ASIDE.search(heading)
    if not found:
        return heading, []
    more = GIVEN_NAME.sub("", found[1]).strip()
    return heading[: found.start()].rstrip(), [more] if more else []
