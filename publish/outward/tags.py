"""What stands in the head of a page for other programs, few and short.

It is put in when the wall has judged the pages, as the styles are: no page says it of
itself, and whichever engine made the page, it is the same.
"""

from pathlib import Path

from markupsafe import escape

from macros.facts.site_data import SiteData

from ..inlined import finished
from .cards import file_of
from .feeds import ATOM, JSON, followed
from .manifest import FILE as MANIFEST
from .structured import structured, url_of

HEAD, END = "</head>", "</body>"


def tell(target: Path, data: SiteData) -> None:
    """Put into each page of the site below `target` what other programs look for."""
    for address in data.pages:
        file = target / address.lstrip("/") / "index.html"
        html = file.read_text(encoding="utf-8")
        told = told_in(html, data, address)
        file.write_text(told, encoding="utf-8", newline="\n")


def finish_page(site: Path | None, file: Path, data: SiteData, address: str) -> None:
    """Finish a page that was made anew, as the rest of a `site` is, if there is one.

    Raises DataError.
    """
    html = file.read_text(encoding="utf-8")
    if site is not None:
        html = finished(site, html)
    if address in data.pages:
        html = told_in(html, data, address)
    file.write_text(html, encoding="utf-8", newline="\n")


def told_in(html: str, data: SiteData, address: str) -> str:
    """A page with its tags, and with its data at the end."""
    html = html.replace(HEAD, tags_of(data, address) + HEAD, 1)
    before, end, after = html.rpartition(END)
    return f"{before}{structured(data, address)}{end}{after}"


def tags_of(data: SiteData, address: str) -> str:
    """The tags of a page. Those that name whole addresses need the site's own.

    A preview takes its words from the description that each page has anyway, which
    stands on the card as well; and what names no type is a page of a website.
    """
    up = "../" * address.strip("/").count("/") + ("../" if address != "/" else "")
    tags = [f'<link rel="manifest" href="{up}{MANIFEST}">']
    if data.site.address:
        tags += [
            _property("title", data.pages[address].meta.title),
            _property("url", url_of(data, address)),
            _property("image", url_of(data, f"/{file_of(address)}")),
            _property("image:alt", data.pages[address].meta.title),
        ]
    if address == followed(data):
        tags += [
            f'<link rel="alternate" type="application/atom+xml" href="{ATOM}">',
            f'<link rel="alternate" type="application/feed+json" href="{JSON}">',
        ]
    return "".join(f"{tag}\n" for tag in tags)


def _property(name: str, content: str) -> str:
    return f'<meta property="og:{name}" content="{escape(content)}">'
