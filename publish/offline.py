"""The built site as one zip that opens from a disk, without any server."""

import re
import zipfile
from datetime import date
from pathlib import Path

from .headers import LOST

FOLDER = "hsb-panel"
# What only a server or a machine on the web has a use for.
LEFT_OUT = {LOST, "sitemap.xml", "robots.txt", "_headers", "manifest.json"}
SHORT = "go/"  # short addresses: nobody types one to a disk, and no page leads there
# What a browser may not fetch from a disk, and would complain of.
ASKED = re.compile(r'<link rel="manifest"[^>]*>\n?')
LINK = re.compile(r'(?<=\shref=")(?P<path>[^":#?]*)(?P<rest>[#?][^"]*)?(?=")')


def write_offline(site: Path, file: Path, day: date) -> int:
    """Write the zip, each file of it as of `day`. Gives how many pages it has.

    The same site gives the same bytes.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    made = file.with_name(f".{file.name}")
    pages = 0
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in sorted(site.rglob("*")):
            name = path.relative_to(site).as_posix()
            if not path.is_file() or name in LEFT_OUT or name.startswith((".", SHORT)):
                continue
            body = path.read_bytes()
            if path.suffix == ".html":
                pages += 1
                body = for_disk(body.decode("utf-8")).encode("utf-8")
            add(packed, f"{FOLDER}/{name}", body, day)
    made.replace(file)
    return pages


def add(packed: zipfile.ZipFile, name: str, body: bytes, day: date) -> None:
    """Put a file into a zip as of `day`, so that the same files give the same zip."""
    entry = zipfile.ZipInfo(name, (*day.timetuple()[:3], 0, 0, 0))
    entry.external_attr = 0o644 << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    packed.writestr(entry, body)


def for_disk(html: str) -> str:
    """A page whose links name index.html, which only a server adds by itself.

    Links to elsewhere, within the page, and of a whole address stay as they are.
    """
    return LINK.sub(with_index, ASKED.sub("", html))


def with_index(link: re.Match[str]) -> str:
    """One link, to a file where it led to a folder."""
    path, rest = link["path"], link["rest"] or ""
    if path.startswith("/") or not path.endswith(("/", ".")):
        return link.group()
    return f"{path.rstrip('/')}/index.html{rest}"
