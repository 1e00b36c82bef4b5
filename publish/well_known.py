"""What machines look for at the root of a host: robots.txt and security.txt."""

from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from macros.facts.site_data import SiteData

HOLDS = timedelta(days=365)  # RFC 9116: less than a year and a day ahead


def write_well_known(data: SiteData, target: Path) -> None:
    """Both files, where the site has a host of its own: nobody looks in a folder.

    security.txt is for those who find a fault in the site's safety, and stands only
    where site.yml has a page for them.
    """
    address = (data.site.address or "").rstrip("/")
    if urlsplit(address).path:
        return
    write(target / "robots.txt", robots(address))
    if address and data.site.security:
        text = security(address, data.site.security, data)
        write(target / ".well-known" / "security.txt", text)


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
