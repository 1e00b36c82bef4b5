"""What must be true of the pages as they were made, whichever engine made them."""

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from macros.facts.site_data import SiteData
from macros.problems import Problem
from macros.reading.pages import PageSource
from macros.schema.fields import FILTERED

from .leads import leads_of
from .origin import problem_of
from .wall import Wall

OUTSIDE = "//"  # where a link leads that leaves the site's own folder


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file. `address` is from the site's root, such as /panel/."""

    address: str
    html: str
    folder: str = "/"  # below which the site lives on its host

    @cached_property
    def tree(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.html)

    @cached_property
    def ids(self) -> list[str]:
        return [node.attributes["id"] or "" for node in self.tree.css("[id]")]

    def links(self) -> Iterator[tuple[str, str]]:
        """Each link that stays on the site: as written, and where it leads."""
        for node in self.tree.css("a[href], link[href], img[src], script[src]"):
            href = node.attributes.get("href") or node.attributes.get("src") or ""
            try:
                parts = urlsplit(href)
            except ValueError:
                continue  # the wall refuses it
            if parts.scheme or parts.netloc:
                continue
            here = self.folder + self.address.lstrip("/")
            full = posixpath.normpath(posixpath.join(here, parts.path or here))
            slash = "/" if (parts.path or self.address).endswith("/") else ""
            climbs = climb(self.address, parts.path) < 0
            if climbs or not f"{full}/".startswith(self.folder):
                yield href, OUTSIDE
                continue
            path = "/" + f"{full}/"[len(self.folder) :].rstrip("/")
            path = path if path == "/" else path + slash
            yield href, unquote(path) + (f"#{parts.fragment}" if parts.fragment else "")


def climb(here: str, path: str) -> int:
    """The lowest folder a path of `here` passes through: below 0 is above the root."""
    parts = [] if path.startswith("/") else here.split("/")[1:-1]
    depth = lowest = len(parts)
    for part in path.split("/"):
        depth += -1 if part == ".." else int(part not in ("", "."))
        lowest = min(lowest, depth)
    return lowest


def folder_of(address: str | None) -> str:
    """The folder of a site's address, such as /hsb/; / without one."""
    path = urlsplit(address or "").path.strip("/")
    return f"/{path}/" if path else "/"


def read_built(site: Path, folder: str = "/") -> dict[str, BuiltPage]:
    """Every page of a built site by address; 404.html by its file name."""
    pages = {}
    for file in sorted(site.rglob("*.html")):
        path = "/" + file.relative_to(site).as_posix()
        address = path.removesuffix("index.html")
        pages[address] = BuiltPage(address, file.read_text(encoding="utf-8"), folder)
    return pages


def check_built(root: Path, site: Path, data: SiteData) -> list[Problem]:
    """Faults of the built site of `root`, each at the page that it came from."""
    built = read_built(site, folder_of(data.site.address))
    sources = data.pages
    wall = Wall(leads_of(data))
    problems = []
    for address in sorted(sources.keys() - built.keys()):
        problems.append(
            Problem(
                sources[address].file, 1, "no page was made of this", code="no-page"
            )
        )
    for address, page in built.items():
        source = sources.get(address)
        file = source.file if source else f"theme{address}"
        problems += [
            Problem(file, 1, message, code="built") for message in faults(page)
        ]
        for fault in wall.faults(page.html, page.tree):
            problems.append(problem_of(root, source, fault))
        for href, target in page.links():
            if leads_nowhere(site, built, target):
                line = line_of(source, href)
                message = f"the link '{href}' leads nowhere: {target} is not there"
                if target == OUTSIDE:
                    message = f"the link '{href}' leads out of this site's folder"
                problems.append(Problem(file, line, message, code="leads-nowhere"))
    problems += unused(root, built.values())
    return problems


def hidden(file: Path, folder: Path) -> bool:
    """Whether a file or a folder that holds it has a dot before its name."""
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def unused(root: Path, pages: Iterable[BuiltPage]) -> Iterator[Problem]:
    """Files of docs/ that no page shows or offers: so nobody meant to publish them."""
    docs = root / "docs"
    files = {
        f"/{file.relative_to(docs).as_posix()}"
        for file in docs.rglob("*")
        if file.is_file() and file.suffix != ".md" and not hidden(file, docs)
    }
    if files:
        files -= {target.partition("#")[0] for p in pages for _, target in p.links()}
    for file in sorted(files):
        message = "no page uses this file: name it in a page, or move it out of docs/"
        yield Problem(f"docs{file}", 1, message)


def faults(page: BuiltPage) -> Iterator[str]:
    """What is wrong with one page by itself."""
    count = len(page.tree.css("h1"))
    if count != 1:
        yield f"the page has {count} main headings: it needs one"
    if not page.tree.css("html[lang='en-GB']"):
        yield "the page does not say that it is in British English"
    for name in (name for name, n in Counter(page.ids).items() if n > 1):
        yield f"two things have the id '{name}': give one of them another"
    for name in (name for name in page.ids if FILTERED in name.lower()):
        yield f"school filters refuse the id '{name}': rename it"
    if "{{" in page.html or "{%" in page.html:
        yield "a macro call was left as it was typed"


def leads_nowhere(site: Path, built: Mapping[str, BuiltPage], target: str) -> bool:
    """Whether an address of the site, perhaps with an anchor, is not there."""
    if target == OUTSIDE:
        return True
    path, _, anchor = target.partition("#")
    if path in built:
        return bool(anchor) and anchor not in built[path].ids
    return not (site / path.lstrip("/")).is_file()


def line_of(source: PageSource | None, href: str) -> int:
    """Where a page has that link, as near as its text tells."""
    if source is None:
        return 1
    words = [part for part in href.replace("#", "/").split("/") if part.strip(".")]
    for number, line in enumerate(source.body.splitlines(), source.body_line):
        if words and f"{words[-1]}" in line and "](" in line:
            return number
    return 1
