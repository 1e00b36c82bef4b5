"""Material's icons, drawn into the page, so that no font or file is fetched for them.

An icon says nothing that the words beside it do not, so who listens hears none of it.
"""

import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from macros.problems import did_you_mean

# Free for any use; those of the theme's other families ask for thanks, or are brands.
FAMILIES = ("material", "octicons")
NAME = re.compile(r"(?<![\w:]):([a-z][\w+-]*[a-z0-9]):(?![\w:])")
TAG = re.compile(r"(<[^<>]*>)")
# Where a name stays a name: in code, and in headings, whose words stand in menus too.
KEPT = ("code", "pre", "kbd", "samp", *(f"h{level}" for level in range(1, 7)))
OPENS = tuple(f"<{tag}{end}" for tag in KEPT for end in " >")
CLOSES = tuple(f"</{tag}>" for tag in KEPT)


def folder() -> Path:
    """Where the theme keeps its icons."""
    spec = find_spec("material")
    (package,) = (spec and spec.submodule_search_locations) or ["material"]
    return Path(package) / "templates" / ".icons"


def with_icons(html: str) -> str:
    """A page's HTML with a drawing in place of each name of an icon."""
    if not NAME.search(html):
        return html
    made, kept = [], 0
    for part in TAG.split(html):
        kept += part.startswith(OPENS)
        kept -= part.startswith(CLOSES)
        is_text = not kept and not part.startswith("<")
        made.append(NAME.sub(_drawn, part) if is_text else part)
    return "".join(made)


def _drawn(found: re.Match[str]) -> str:
    return drawing_of(found[1]) or found[0]


@lru_cache
def drawing_of(name: str) -> str:
    """The SVG of an icon, hidden from screen readers; nothing if there is none."""
    family, _, rest = name.partition("-")
    file = folder() / family / f"{rest}.svg"
    if family not in FAMILIES or not file.is_file():
        return ""
    svg = file.read_text(encoding="utf-8").strip()
    svg = svg.replace("<svg ", '<svg focusable="false" ', 1)
    return f'<span class="icon" aria-hidden="true">{svg}</span>'


@lru_cache
def names() -> list[str]:
    """The name of every icon that a page may show."""
    return [
        f"{family}-{file.stem}"
        for family in FAMILIES
        for file in sorted((folder() / family).glob("*.svg"))
    ]


def no_icon(sign: str) -> str:
    """What to tell whoever typed the name of an icon that is not there."""
    name = sign.strip(":")
    if drawing_of(name):
        return "no icon stands in a heading: delete it, or move it into the text"
    family, _, rest = name.partition("-")
    rest = rest if family in (*FAMILIES, "fontawesome", "simple") else name
    first = f"material-{rest}"[:10]
    near = did_you_mean(f"material-{rest}", [n for n in names() if n[:10] == first])
    return f"there is no icon '{name}': {near} Or delete it"
