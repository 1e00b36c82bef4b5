"""What a phone calls the site, and shows for it, when it is kept on a home screen.

It stays a page in a browser: nothing is installed, and nothing is kept on the phone.
"""

import json
from pathlib import Path

from macros.facts.site_data import SiteData
from macros.reading.rooms import at

from ..handouts.paper import COLOUR

FILE = "manifest.json"  # by this end of its name every host gives it a fitting type
STYLE = "theme/assets/site.css"


def write_manifest(root: Path, target: Path, data: SiteData) -> None:
    """Write it beside the pages of the site below `target`."""
    [icon] = sorted((target / "assets").glob("favicon*.svg"))[:1]
    text = json.dumps(manifest(root, data, f"assets/{icon.name}"), ensure_ascii=False)
    (target / FILE).write_text(text + "\n", encoding="utf-8", newline="\n")


def manifest(root: Path, data: SiteData, icon: str) -> dict[str, object]:
    """The manifest of a site. `icon` is where its picture is."""
    colours: dict[str, str] = {}
    style = at(root, STYLE).read_text(encoding="utf-8")
    for name, colour in COLOUR.findall(style):
        colours.setdefault(name, colour)
    site = data.site
    return {
        "name": site.name,
        "short_name": site.panel_short or site.name,
        "description": site.strapline,
        "lang": site.lang,
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "theme_color": colours["deep"],
        "background_color": colours["paper"],
        "icons": [{"src": icon, "sizes": "any", "type": "image/svg+xml"}],
    }
