"""What answers at an address whose page or place is no longer there.

A page that moved or was withdrawn leaves a small one in the frame of the site, which
says so in words and leads on. It does not send a visitor on by itself: a page with
`meta refresh` is what our wall refuses in any other page, and a host can do that better
(`redirects`). A place that has another name on its page answers to both names.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.facts.former import former_pages, outcome
from macros.facts.site_data import SiteData, read_site
from macros.library.filled import CLOSE, OPEN, Filled
from macros.library.page import Page
from macros.library.render import Renderer
from macros.reading.pages import PageSource
from macros.reading.promises import Promise

MOVED, WITHDRAWN = "This page has moved", "This page has been withdrawn"
FRONT = """\
---
title: {title}
description: {title}.
former: "yes"
now_at: "{now_at}"
---
"""
# A name can stand inside all of these; a row of a table lends its first cell.
OPENS = r"<(?:h[1-6]|li|section|div|dt|dd|p|figure|t[hd])(?=\s)[^<>]*>"
ROW = r"<tr(?=\s)[^<>]*>\s*<t[hd](?:\s[^<>]*)?>"


@dataclass(frozen=True)
class FormerPage:
    """What stands in place of a page: `front` is its front matter for the engine."""

    path: str  # as from docs/
    front: str
    filled: Filled


class Leaving(Page):
    """What the template of a former page may ask for besides what every page can."""

    def __init__(
        self, source: PageSource, data: SiteData, render: Renderer, gone: Promise
    ) -> None:
        super().__init__(source, data, render)
        self.gone = gone
        self._left = data.left.get(source.address, [])

    @property
    def apart(self) -> Sequence[Promise]:
        """The places of the page of which more is to say than of the page."""
        return [p for p in self._left if p.to or p.note != self.gone.note]

    def followed(self, place: Promise) -> bool:
        """Whether a place went with the page, so that nothing more is to be said."""
        return place.to == f"{self.gone.to}#{place.name}"

    @property
    def with_it(self) -> Sequence[Promise]:
        """The places that were withdrawn with the page."""
        return [p for p in self._left if p not in self.apart]


def make_former(data: SiteData, render: Renderer) -> dict[str, FormerPage]:
    """A page for each that is no more, by address."""
    made = {}
    for promise in former_pages(data.promises, data.pages):
        gone = outcome(data.promises, promise.address)
        assert gone is not None  # `former_pages` gives no other
        path = f"{promise.address.strip('/')}.md"
        page = Leaving(PageSource(path, None, None, "", 1), data, render, gone)
        title = MOVED if gone.to else WITHDRAWN
        mark = f"# {title} {{ #no-longer-here }}\n\n{OPEN}0{CLOSE}\n"
        filled = Filled(mark, [str(page.block("former"))], frozenset({0}))
        front = FRONT.format(title=title, now_at=gone.to.lstrip("/"))
        made[promise.address] = FormerPage(path, front, filled)
    return made


def with_former_names(html: str, data: SiteData, address: str) -> str:
    """The HTML of a page, where each place that was renamed has its old name too."""
    for gone in data.left.get(address, ()):
        page, _, name = gone.to.partition("#")
        if page != address or not name:
            continue
        named = rf'(?=[^<>]*\sid="{re.escape(name)}")'
        opens = OPENS.replace(r"(?=\s)", named)
        row = ROW.replace(r"(?=\s)", named)
        alias = rf'\g<0><span id="{gone.name}"></span>'
        html = re.sub(f"{opens}|{row}", alias, html, count=1)
    return html


def redirects(root: Path) -> list[tuple[str, str]]:
    """Each page that moved, as (old, new) addresses such as /help/, for hosts.

    Anchors are not among them, because browsers keep an anchor on the way; nor are
    pages that were withdrawn, which answer by themselves.
    """
    data, _ = read_site(root)
    return redirects_of(data)


def redirects_of(data: SiteData) -> list[tuple[str, str]]:
    """The same, of facts that were read already."""
    gone: Mapping[str, Promise | None] = {
        promise.address: outcome(data.promises, promise.address)
        for promise in former_pages(data.promises, data.pages)
    }
    return sorted((old, now.to) for old, now in gone.items() if now and now.to)
