"""Who names a page or a place of it: in links, in data, in front matter, in looks."""

import posixpath
import re
from collections.abc import Callable, Iterator

from macros.checks.links import LINK
from macros.facts.site_data import SiteData
from macros.reading.pages import PageSource, address_of

from .changes import Change

# A link in HTML that stands in a page.
HTML = re.compile(r"""\s(?:href|src)=["']([^"'\s]+)["']""")
Aim = tuple[str, str]  # a file, as from docs/, and an anchor or nothing


def relink(
    change: Change, page: PageSource, at: str, lead: Callable[[Aim], Aim]
) -> None:
    """Have each link of a page lead to where `lead` says that its aim is now.

    `at` is the path that the page will have, from docs/. Its text is then there.
    """
    lines = change.text(page.file).split("\n")

    def led(found: re.Match[str]) -> str:
        group = next(n for n, typed in enumerate(found.groups(), 1) if typed)
        typed, whole = found[group], found[0]
        start = found.start(group) - found.start()
        new = link_from(page.path, typed, at, lead)
        return f"{whole[:start]}{new}{whole[start + len(typed) :]}"

    for number, _ in page.lines():
        for pattern in (LINK, HTML):
            lines[number - 1] = pattern.sub(led, lines[number - 1])
    change.set(f"docs/{at}", "\n".join(lines))


def link_from(page: str, typed: str, at: str, lead: Callable[[Aim], Aim]) -> str:
    """A link of a page as it is typed once that page is at `at`."""
    path, _, name = typed.partition("#")
    if re.match(r"[\w+.-]*:|/", typed) or not typed:
        return typed  # it leads elsewhere, or is a fault
    folder = posixpath.dirname(page)
    aim = posixpath.normpath(posixpath.join(folder, path)) if path else page
    now, place = lead((aim, name))
    if (now, place) == (aim, name) and at == page:
        return typed
    file = posixpath.relpath(now, posixpath.dirname(at) or ".")
    shown = "" if not path and now == at else file
    return f"{shown}#{place}" if place else shown


def rename_address(change: Change, data: SiteData, old: str, new: str) -> None:
    """Write an address anew wherever it is named as one.

    That is in data/, in front matter, in macro calls, in templates and in the theme.
    """
    ends = r"(?![\w-])" if "#" in old else r"(?=#|[\s\"'\],)}]|$)"
    typed = re.compile(rf"(?<![\w/.:-]){re.escape(old)}{ends}")
    for file in change.files("data", "*.yml"):
        change.set(file, typed.sub(new, change.text(file)))
    for page in data.drafts.values():
        lines = change.text(page.file).split("\n")
        front = "\n".join(lines[: page.body_line - 1])
        lines[: page.body_line - 1] = typed.sub(new, front).split("\n")
        quoted = re.compile(rf"(?<=[\"']){typed.pattern}")
        for number, _ in page.lines():
            if "{{" in lines[number - 1]:
                lines[number - 1] = quoted.sub(new, lines[number - 1])
        change.set(page.file, "\n".join(lines))
    for file, pattern in looks(change, old):
        name = new if file.startswith("templates/") else new.lstrip("/")
        change.set(file, pattern.sub(name, change.text(file)))


def looks(change: Change, address: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The templates, and how each kind of them names an address."""
    end = r"(?![\w-])" if "#" in address else r"(?=[\"'#])"
    full, bare = re.escape(address), re.escape(address.lstrip("/"))
    for file in change.files("templates", "*.html"):
        yield file, re.compile(rf"(?<=[\"']){full}{end}")
    for file in change.files("theme", "*.html"):
        yield file, re.compile(rf"(?<=[\"']){bare}{end}(?=[^|\n]*\| url)")


def named_in_looks(change: Change, address: str) -> Iterator[tuple[str, int]]:
    """Each line of a template that names an address: its file and number."""
    for file, pattern in looks(change, address):
        for number, line in enumerate(change.text(file).split("\n"), 1):
            if pattern.search(line):
                yield file, number


def same_page(path: str, address: str) -> bool:
    """Whether a file that a link names is the page of an address."""
    return path.endswith(".md") and address_of(path) == address
