"""What machines look for: sitemap.xml, and robots.txt and security.txt of a host."""

from datetime import timedelta
from pathlib import Path, PurePosixPath
from urllib.parse import quote, urlsplit

from markupsafe import escape

from macros.facts.site_data import SiteData

MAP = """\
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}
</urlset>"""
LISTED = """
    <url>
         <loc>{}</loc>
         <lastmod>{}</lastmod>
    </url>"""
HOLDS = timedelta(days=365)  # RFC 9116: less than a year and a day ahead


def write_well_known(data: SiteData, target: Path) -> None:
    """The map of the site; the others where it has a host of its own, not a folder.

    Nobody looks for those in a folder. security.txt is for those who find a fault in
    the site's safety, and stands only where site.yml has a page for them.
    """
    address = (data.site.address or "").rstrip("/")
    write(target / "sitemap.xml", sitemap(address, data))
    if urlsplit(address).path:
        return
    write(target / "robots.txt", robots(address))
    if address and data.site.security:
        text = security(address, data.site.security, data)
        write(target / ".well-known" / "security.txt", text)


def sitemap(address: str, data: SiteData) -> str:
    """Every page for search engines, folder by folder; none while there is no address.

    All have the day of the last review of any, as the build has.
    """
    last = max(p.meta.reviewed for p in data.pages.values())
    pages = data.pages if address else {}
    paths = sorted(pages, key=lambda page: place_of(pages[page].path))
    listed = (LISTED.format(escape(address + quote(page)), last) for page in paths)
    return MAP.format("".join(listed))


def place_of(path: str) -> tuple[object, ...]:
    """A page's place in the list: by folder, the page of that first, then by name."""
    file = PurePosixPath(path)
    return file.parent.parts, file.stem != "index", file.name


def robots(address: str) -> str:
    """Everyone may read everything; where the address is known, all of it is listed."""
    text = "User-agent: *\nAllow: /\n"
    return f"{text}\nSitemap: {address}/sitemap.xml\n" if address else text


def security(address: str, page: str, data: SiteData) -> str:
    """Where to tell of a fault. It holds for a year from the last review of a page."""
    last = max(p.meta.reviewed for p in data.pages.values())
    return (
        f"Contact: {page}\n"
        f"Expires: {last + HOLDS}T00:00:00Z\n"
        "Preferred-Languages: en\n"
        f"Canonical: {address}/.well-known/security.txt\n"
    )


def write(file: Path, text: str) -> None:
    """Write a file that other machines read."""
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
