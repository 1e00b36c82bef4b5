"""Styles and scripts as a browser likes them: small, and never out of date."""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

NAMED = re.compile(r"(.+)\.[0-9a-f]{8}(\.\w+)")
SMALLER = {".css": cssmin, ".js": jsmin}
# Material ships these whether or not a page asks for them; ours ask for none.
UNUSED = (
    "assets/images/**/*",
    "assets/javascripts/**/*",
    "assets/stylesheets/**/*",
    "sitemap.xml.gz",
)


def leave_out(site: Path) -> None:
    """Drop what no page of ours asks for."""
    for pattern in UNUSED:
        for file in sorted(site.glob(pattern), reverse=True):
            file.rmdir() if file.is_dir() else file.unlink()
    for folder in {
        pattern.partition("/**")[0] for pattern in UNUSED if "**" in pattern
    }:
        if (site / folder).is_dir():
            (site / folder).rmdir()


def name_by_content(site: Path) -> dict[str, str]:
    """Shrink each file of assets/, name it after what it holds, and mend the pages.

    Gives the new names by the old. A file whose name changes with its content may be
    kept by browsers for ever, and a visitor never sees a page with an older style.
    """
    names: dict[str, str] = {}
    # A style asks for the face by the name that it has got before.
    for file in sorted((site / "assets").iterdir(), key=_faces_first):
        if file.suffix in SMALLER:
            text = SMALLER[file.suffix](file.read_text(encoding="utf-8"))
            text = with_names(text, names) if file.suffix == ".css" else text
            file.write_text(text, encoding="utf-8", newline="\n")
        digest = hashlib.sha256(file.read_bytes()).hexdigest()[:8]
        names[file.name] = f"{file.stem}.{digest}{file.suffix}"
        file.rename(file.with_name(names[file.name]))
    for page in site.rglob("*.html"):
        html = with_names(page.read_text(encoding="utf-8"), names)
        page.write_text(html, encoding="utf-8", newline="\n")
    return names


def _faces_first(file: Path) -> tuple[bool, str]:
    return file.suffix != ".woff2", file.name


def with_names(html: str, names: Mapping[str, str]) -> str:
    """A page, or a style, that asks for the files of assets/ by their new names."""
    named = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    asked = r"(?:(?<=assets/)|(?<=url\(\"))"
    reference = re.compile(rf"{asked}(?:{named})(?=[\"'])")
    return reference.sub(lambda found: names[found.group()], html)


def names_in(site: Path) -> dict[str, str]:
    """The new names by the old, as a finished site has them."""
    found = (re.fullmatch(NAMED, file.name) for file in (site / "assets").iterdir())
    return {name[1] + name[2]: name[0] for name in found if name}
