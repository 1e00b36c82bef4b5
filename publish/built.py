"""What must be true of the pages as they were made, whichever engine made them."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from macros.schema.fields import FILTERED

from .strict import Fault

OUTSIDE = "//"  # where a link leads that leaves the site's own folder


# What asks for a word of the place or a value, which is put in before this.
ASKS = re.compile(r"\[\[[a-z]+([_-][a-z]+)*( [a-z]+)?\]\]")

# What a person may link to: headings and records, not the parts a page numbers itself.
LINKABLE = "h1[id], h2[id], h3[id], section[id], li[id], tr[id], details[id]"


@dataclass
class BuiltPage:
    """One HTML file. `address` is from the site's root, such as /panel/.

    What is asked of it is found out once. `forget` lets go of the text and its tree,
    which are by far the largest, when all of that is known.
    """

    address: str
    html: str
    folder: str = "/"  # below which the site lives on its host
    lang: str = "en-GB"  # that of the site
    breaches: Sequence[Fault] = ()  # what the wall refuses

    @cached_property
    def tree(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.html)

    @cached_property
    def ids(self) -> list[str]:
        return [node.attributes["id"] or "" for node in self.tree.css("[id]")]

    @cached_property
    def linkable(self) -> list[str]:
        """The names on the page that a person may link to, those it numbers as well."""
        return [n.attributes["id"] or "" for n in self.tree.css(LINKABLE)]

    @cached_property
    def faults(self) -> list[str]:
        """What is wrong with the page by itself."""
        return list(faults(self))

    @cached_property
    def links(self) -> list[tuple[str, str]]:
        """Each link that stays on the site: as written, and where it leads."""
        return list(self._links())

    def forget(self) -> None:
        """Let go of the text and the tree, once all that is asked of them is known."""
        for name in ("ids", "linkable", "links", "faults"):
            getattr(self, name)
        self.html = ""
        del self.tree

    def _links(self) -> Iterator[tuple[str, str]]:
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


def pages_of(site: Path, folder: str = "/") -> Iterator[BuiltPage]:
    """Each page of a built site, read when it is asked for."""
    for file in sorted(site.rglob("*.html")):
        path = "/" + file.relative_to(site).as_posix()
        address = path.removesuffix("index.html")
        yield BuiltPage(address, file.read_text(encoding="utf-8"), folder)


def read_built(site: Path, folder: str = "/") -> dict[str, BuiltPage]:
    """Every page of a built site by address; 404.html by its file name."""
    return {page.address: page for page in pages_of(site, folder)}


def faults(page: BuiltPage) -> Iterator[str]:
    """What is wrong with one page by itself."""
    count = len(page.tree.css("h1"))
    if count != 1:
        yield f"the page has {count} main headings: it needs one"
    if not page.tree.css(f"html[lang='{page.lang}']"):
        yield f"the page does not say that its language is {page.lang}"
    for name in (name for name, n in Counter(page.ids).items() if n > 1):
        yield f"two things have the id '{name}': give one of them another"
    for name in (name for name in page.ids if FILTERED in name.lower()):
        yield f"school filters refuse the id '{name}': rename it"
    if "{{" in page.html or "{%" in page.html:
        yield "a macro call was left as it was typed"
    if asked := ASKS.search(page.html):
        yield f"'{asked[0]}' was left as it was typed"
