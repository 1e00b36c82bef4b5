"""What stands in each built page that a visitor would else wait for.

The styles and the small scripts of the theme, put in place of the links to them after
the wall has judged the pages: so what an author writes there is still refused. The
policy names each of them by its hash, and lets a browser run nothing else inline.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from macros.problems import DataError, Problem

from .assets import names_in, with_names

# What a page needs before it is seen or touched. The face has a style of its own, as
# its address is another at each depth of pages: the rest is the same on all.
FACE = "face.css"
STYLES = (
    *("site.css", "ways.css", "records.css", "tables.css", "components.css"),
    *("filter.css", "drawn.css", "handouts.css", "route.css", "start.css"),
)
SCRIPTS = ("search-open.js", "menu.js")
# What a browser may fetch when a finger is down on a link and before it is lifted: a
# page of this site, whose links name no host, and never the way out, which names one.
AHEAD = (
    '{"prefetch":[{"where":{"selector_matches":'
    "\"a[href]:not([href*=':'],[href^='/'],[href^='#'])\"},"
    '"eagerness":"conservative"}]}'
)
LINK = re.compile(
    r'<link rel="stylesheet" href="(?P<up>[^"]*\bassets/)(?P<style>[^"/]+)">\n?'
    r'|<script src="[^"]*\bassets/(?P<script>[^"/]+)" defer></script>\n?'
)
NEAR = re.compile(r"(?:\.\./)*assets/")  # not so on the page of a wrong address
BLANK = re.compile(r"\n\s*\n")  # templates leave many, and each is sent
END = "</body>"
CLOSING = re.compile(r"</(style|script)|<!--", re.IGNORECASE)
HURTS = "'{}' would end the page that it is put into: write it in another way"


class Inlined:
    """The parts of a site that stand in its pages, from its folder."""

    def __init__(self, site: Path, names: dict[str, str]) -> None:
        """Read them; `names` are the new names by the old.

        Raises DataError for one that cannot stand in a page.
        """
        wanted = {FACE, *STYLES, *SCRIPTS} & names.keys()
        self._texts = {old: _text(site, names[old]) for old in wanted}
        self._old = {names[old]: old for old in wanted}

    def put_in(self, html: str) -> str:
        """A page with its styles where their links stood, and its scripts at the end.

        A page that links to none of them stays as it is.
        """
        scripts: list[str] = []

        def taken(link: re.Match[str]) -> str:
            old = self._old.get(link["style"] or link["script"], "")
            if old == FACE and NEAR.fullmatch(link["up"]):
                return f"<style>{as_asked(self._texts[old], link['up'])}</style>\n"
            if old in STYLES:
                return f"<style>{self._texts[old]}</style>\n"
            if old in SCRIPTS:
                scripts.append(f"<script>{self._texts[old]}</script>\n")
                return ""
            return link.group()

        html = LINK.sub(taken, html if "<pre" in html else BLANK.sub("\n", html))
        if not scripts:
            return html
        scripts.append(f'<script type="speculationrules">{AHEAD}</script>\n')
        before, end, after = html.rpartition(END)
        return f"{before}{''.join(scripts)}{end}{after}"


def inline(site: Path, names: dict[str, str]) -> None:
    """Put styles and scripts into every page of a site. Raises DataError."""
    inlined = Inlined(site, names)
    for page in site.rglob("*.html"):
        html = inlined.put_in(page.read_text(encoding="utf-8"))
        page.write_text(html, encoding="utf-8", newline="\n")


def finished(site: Path, html: str) -> str:
    """A page made anew, with the styles and scripts of a site that is there.

    Raises DataError.
    """
    names = names_in(site)
    return Inlined(site, names).put_in(with_names(html, names))


def hashes_of(site: Path) -> dict[str, list[str]]:
    """What a policy has to name, by its rule, of all that stands in a site's pages.

    A page of an earlier release may come out of a store with the headers of today, so
    what the site keeps for those has its place as well.
    """
    depths = {p.relative_to(site).as_posix().count("/") for p in site.rglob("*.html")}
    faces = [
        as_asked(face.decode(), f"{'../' * depth}assets/").encode()
        for face in _kept(site, (FACE,))
        for depth in sorted(depths)
    ]
    return {
        "style-src": [hash_of(text) for text in (*_kept(site, STYLES), *faces)],
        "script-src": [hash_of(t) for t in (*_kept(site, SCRIPTS), AHEAD.encode())],
    }


def as_asked(face: str, assets: str) -> str:
    """The style of the face, in a page from which `assets` leads to its file."""
    return face.replace('url("', f'url("{assets}')


def hash_of(text: bytes) -> str:
    """What a policy calls a part that stands in a page."""
    digest = base64.b64encode(hashlib.sha256(text).digest()).decode()
    return f"'sha256-{digest}'"


def _kept(site: Path, names: Iterable[str]) -> Iterator[bytes]:
    """Each of these files of a site, this release's and those of earlier ones."""
    for name in names:
        stem, _, end = name.rpartition(".")
        for file in sorted((site / "assets").glob(f"{stem}.????????.{end}")):
            yield file.read_bytes()


def _text(site: Path, name: str) -> str:
    text = (site / "assets" / name).read_text(encoding="utf-8")
    found = CLOSING.search(text)
    if found:
        old = re.sub(r"\.[0-9a-f]{8}\.", ".", name)
        raise DataError([Problem(f"theme/assets/{old}", 1, HURTS.format(found[0]))])
    return text
