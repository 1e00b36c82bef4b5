"""What has changed, for whoever follows it: an Atom feed and a JSON Feed.

They are made of the page that lists the changes, as it was built: each part of it that
begins with a day is an entry. So whoever writes that page writes them as well.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urljoin

from markupsafe import escape
from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.facts.site_data import SiteData
from macros.problems import DataError, Problem

from .structured import url_of

ASKS = re.compile(r"\{\{\s*feeds\(")  # on the page that lists the changes
ATOM, JSON = "feed.xml", "feed.json"
DAY = re.compile(r"\b(\d{1,2}) ([A-Z][a-z]+) (20\d\d)\b")
LINK = re.compile(r'(\s(?:href|src)=")([^"]*)"')
NONE = "no part of this page begins with a day: write a heading such as"
EXAMPLE = "'## 24 November 2026: facts put right'"


@dataclass(frozen=True)
class Entry:
    """One day's changes: where they stand, and what stands there."""

    url: str
    title: str
    day: date
    html: str

    @property
    def at(self) -> str:
        """The day as feeds write it. Nobody says at which hour."""
        return f"{self.day}T00:00:00Z"


def followed(data: SiteData) -> str:
    """The address of the page that can be followed, or nothing.

    A feed names whole addresses, so there is none without that of the site.
    """
    there = (address for address, page in data.pages.items() if ASKS.search(page.body))
    return next(there, "") if data.site.address else ""


def write_feeds(target: Path, data: SiteData) -> None:
    """Write both beside the page. Raises DataError where it has no entry."""
    address = followed(data)
    if not address:
        return
    folder = target / address.strip("/")
    html = (folder / "index.html").read_text(encoding="utf-8")
    entries = entries_of(html, url_of(data, address))
    if not entries:
        file = data.pages[address].file
        raise DataError([Problem(file, 1, f"{NONE} {EXAMPLE}", code="feed-empty")])
    title = f"{data.pages[address].meta.title}: {data.site.name}"
    atom = atom_of(data, address, title, entries)
    (folder / ATOM).write_text(atom, encoding="utf-8", newline="\n")
    feed = json.dumps(json_of(data, address, title, entries), ensure_ascii=False)
    (folder / JSON).write_text(feed + "\n", encoding="utf-8", newline="\n")


def entries_of(html: str, url: str) -> list[Entry]:
    """The entries of a page that stands at `url`, newest first."""
    found = list(_entries(LexborHTMLParser(html), url))
    return sorted(found, key=lambda entry: entry.day, reverse=True)


def _entries(tree: LexborHTMLParser, url: str) -> Iterator[Entry]:
    for heading in tree.css("article h2[id]"):
        parts = list(_below(heading))
        title = heading.text().strip()
        first = parts[0].text() if parts else ""
        day = day_in(title) or day_in(first)
        if day and parts:
            html = "".join(part.html or "" for part in parts)
            there = f"{url}#{heading.attributes['id']}"
            yield Entry(there, title, day, whole_links(html, url))


def _below(heading: LexborNode) -> Iterator[LexborNode]:
    """What stands below a heading, down to the next of its level."""
    node = heading.next
    while node is not None and node.tag not in ("h1", "h2"):
        if node.tag != "-text":
            yield node
        node = node.next


def day_in(text: str) -> date | None:
    """The first day that a text names in full, if it does."""
    for found in DAY.finditer(text):
        try:
            return datetime.strptime(" ".join(found.groups()), "%d %B %Y").date()
        except ValueError:
            continue  # no such day: a reader sees it as well
    return None


def whole_links(html: str, url: str) -> str:
    """HTML whose links lead to the same place wherever it is shown."""
    return LINK.sub(lambda link: f'{link[1]}{urljoin(url, link[2])}"', html)


def atom_of(data: SiteData, address: str, title: str, entries: list[Entry]) -> str:
    """The Atom feed (RFC 4287)."""
    url = url_of(data, address)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{data.site.lang}">',
        f"<id>{escape(url)}</id>",
        f"<title>{escape(title)}</title>",
        f"<updated>{entries[0].at}</updated>",
        f"<author><name>{escape(data.site.partnership)}</name></author>",
        f'<link rel="alternate" type="text/html" href="{escape(url)}"/>',
        f'<link rel="self" href="{escape(url + ATOM)}"/>',
    ]
    if data.site.draft:
        lines.append(f"<subtitle>{escape(f'Draft. {data.site.draft}')}</subtitle>")
    for entry in entries:
        lines += [
            "<entry>",
            f"<id>{escape(entry.url)}</id>",
            f"<title>{escape(entry.title)}</title>",
            f"<updated>{entry.at}</updated>",
            f'<link href="{escape(entry.url)}"/>',
            f'<content type="html">{escape(entry.html)}</content>',
            "</entry>",
        ]
    return "\n".join([*lines, "</feed>"]) + "\n"


def json_of(
    data: SiteData, address: str, title: str, entries: list[Entry]
) -> dict[str, object]:
    """The JSON Feed (version 1.1)."""
    url = url_of(data, address)
    said = {"description": f"Draft. {data.site.draft}"} if data.site.draft else {}
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": url,
        "feed_url": url + JSON,
        **said,
        "language": data.site.lang,
        "authors": [{"name": data.site.partnership}],
        "items": [
            {
                "id": entry.url,
                "url": entry.url,
                "title": entry.title,
                "date_published": entry.at,
                "content_html": entry.html,
            }
            for entry in entries
        ],
    }
