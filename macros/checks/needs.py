"""Links to what is not in every place stand only where the same is needed."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from html import unescape

from ..facts.needs import (
    HEADING,
    lacking,
    means_something,
    needed_at,
    needed_by,
    parts_of,
    plain,
)
from ..facts.site_data import SiteData
from ..problems import Problem
from ..reading.pages import PageSource
from .links import LINK, SHOWN_ID, anchors_of
from .trial import Tried

Places = Mapping[str, Mapping[str, frozenset[str]]]
MEND = (
    "write {{ needs={typed} }} at the end of a heading above this, or "
    "'needs: [{needs}]' in the front matter, or take the link out"
)


def needing_links(data: SiteData, tried: Iterable[Tried]) -> Iterator[Problem]:
    """Links that would lead nowhere in a place without the records of what they name.

    Looked at in every place, also in one that has all of it.
    """
    drafts = {page.path: page for page in data.drafts.values()}
    places = needing_places(drafts, tried)
    if not places:
        return
    for page in drafts.values():
        for number, line in page.lines():
            for found in LINK.finditer(line):
                path, _, anchor = unescape(found[1] or found[2]).partition("#")
                folder = posixpath.dirname(page.path)
                aim = posixpath.normpath(posixpath.join(folder, path))
                aim = aim if path else page.path
                there = places.get(aim, {})
                wanted = there.get(anchor, there.get("", frozenset()))
                short = lacking(
                    filter(means_something, wanted), needed_at(page, number)
                )
                if short:
                    words = " and ".join(f"'{name}'" for name in short)
                    message = (
                        f"the link leads to what is there only with records of {words}"
                    )
                    typed = short[0] if len(short) == 1 else f'"{" ".join(short)}"'
                    mend = MEND.format(typed=typed, needs=", ".join(short))
                    yield Problem(page.file, number, message, code="needs", mend=mend)


def needing_places(drafts: Mapping[str, PageSource], tried: Iterable[Tried]) -> Places:
    """What each page needs, and each named place in a part of one that needs more.

    By the page's path and the name of the place; that of the page itself is empty.
    """
    found: dict[str, dict[str, frozenset[str]]] = {}
    for path, page in drafts.items():
        parts = parts_of(page)
        if parts or needed_by(page):
            found[path] = {"": needed_by(page)}
        for number, line in page.lines() if parts else ():
            names = set(SHOWN_ID.findall(line))
            if HEADING.match(line):
                names |= anchors_of(replace(page, body=plain(line)), [])
            for name in names:
                found[path][name] = needed_at(page, number)
    for one in tried:
        path = one.source.path
        draft = drafts[path]
        if path in found and one.made.whole and parts_of(draft):
            for call, html in zip(one.calls, one.made.html, strict=True):
                for name in SHOWN_ID.findall(html):
                    found[path][name] = needed_at(draft, call.line)
    return found
