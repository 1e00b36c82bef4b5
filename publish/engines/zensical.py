"""The edge to Zensical: what it is given, how it is run, what it is not left to do.

It takes no plugins of ours, turns links, and keeps what it made in a folder of the
project. So it gets a small project of its own in a folder that goes away again, and
runs as a process of its own: once to make HTML of the words, and once, when that is
finished, to put a frame round it. It never gets near what macros gave.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from macros.checks.examination import Examined
from macros.problems import DataError, Problem
from macros.reading.rooms import at

from ..built import folder_of
from ..manuscript import Manuscript
from .zensical_setup import BARE, FRAME, Given, copy_rooms, given, settings_of

MENU = "mkdocs.yml"
# Links are looked at while the words are made; of anchors, most come from macros, and
# `judged` looks at all of them.
CHECKED = {"invalid_links": True, "invalid_link_anchors": False}
# What it lays beside the pages; we make our own of all that a visitor needs.
EXTRA = ("search.json", "objects.inv", "sitemap.xml", "assets/javascripts")
COLOURS = re.compile(r"\x1b\[[\d;]*m")
WARNED = re.compile(r"^(?:Warning|Error): (.+)\n.*?\[ ([^\s:]+):\d+:\d+ \]", re.M)
IN_FRAME = re.compile(r"\(in ([\w/.-]+\.html):(\d+)\)")
CODE = re.compile(
    r'(?:<div class="highlight">)?<pre class="highlight">(?P<start><code[^<>]*>)'
    r"(?P<text>[^<]*)</code></pre>(?:</div>)?"
)
# Where the frame of a page leads.
LINK = re.compile(r'( (?:href|src|data-[a-z]+)=")([^"]*)"')
ARTICLE, END = '<article class="md-typeset">', "</article>"


def make_pages(root: Path, examined: Examined, target: Path) -> None:
    """Every page as HTML below `target`. Raises DataError with what went wrong."""
    problems: list[Problem] = []
    manuscript = Manuscript(root, examined, problems)
    pages = list(given(manuscript))
    with tempfile.TemporaryDirectory(prefix="zensical-") as folder:
        project = Path(folder).resolve()
        copy_rooms(root, project)
        settings = settings_of(at(root, MENU), manuscript)
        bare = run(project, pages, settings | {"validation": CHECKED}, BARE)
        for page in pages:
            html = file_of(bare, page).read_text(encoding="utf-8").strip("\n")
            done = manuscript.finished(page.address, as_words(html, page.address))
            page.front.update(made=done, halves=done.split("<h2", 1))
        site = run(project, pages, settings | {"validation": False}, FRAME)
        finish(site, pages, folder_of(manuscript.data.site.address))
        shutil.copytree(site, target, dirs_exist_ok=True)
    if problems:
        raise DataError(problems)


class Workshop:
    """Makes every page when the first one is asked for: this engine knows no other."""

    def __init__(self, root: Path, examined: Examined, target: Path) -> None:
        self._of = (root, examined, target)
        self._target = target
        self._made = False

    def make(self, address: str) -> bool:
        """Make the page of that address below the target, if there is one."""
        if not self._made:
            make_pages(*self._of)
            self._made = True
        return (self._target / address.lstrip("/") / "index.html").is_file()


def workshop(root: Path, examined: Examined, target: Path) -> Workshop:
    """What makes the pages below `target`, all at once."""
    return Workshop(root, examined, target)


def file_of(site: Path, page: Given) -> Path:
    """The file of a page that was made."""
    return site / page.address.lstrip("/") / "index.html"


def run(
    project: Path, pages: list[Given], settings: dict[str, Any], frame: str
) -> Path:
    """Have the engine put a frame round the pages. Gives the folder of the site.

    Raises DataError with its own words if it is not content.
    """
    for page in pages:
        file = project / "docs" / page.path
        file.parent.mkdir(parents=True, exist_ok=True)
        head = yaml.safe_dump(page.front, allow_unicode=True)
        text = f"---\n{head}---\n\n{page.words}"
        file.write_text(text, encoding="utf-8", newline="\n")
    site = project / f"site-{frame}"
    theme = settings["theme"] | {"custom_dir": frame}
    text = yaml.safe_dump(settings | {"theme": theme, "site_dir": site.name})
    (project / MENU).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict", "-f", MENU],
        cwd=project,
        env=os.environ | {"NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode or not all(file_of(site, page).is_file() for page in pages):
        raise DataError(list(told(COLOURS.sub("", done.stdout))))
    return site


def told(words: str) -> Iterator[Problem]:
    """What the engine said, at the page or the file of the theme that it names.

    Its lines are those of what it was given, so of a page they are left out.
    """
    said = [w for w in words.splitlines() if w.strip()] or ["it ended without a word"]
    warned = list(WARNED.finditer(words))
    for found in warned:
        yield Problem(f"docs/{found[2]}", 1, found[1], code="engine")
    if not warned:
        frame = IN_FRAME.search(said[-1])
        file, line = (f"theme/{frame[1]}", int(frame[2])) if frame else (MENU, 1)
        yield Problem(file, line, f"Zensical: {said[-1]}", code="engine")


def finish(site: Path, pages: list[Given], top: str) -> None:
    """Write the frames as other engines do, and take away what nobody asks for."""
    for page in pages:
        file = file_of(site, page)
        before, opens, rest = file.read_text(encoding="utf-8").partition(ARTICLE)
        html, ends, after = rest.rpartition(END)
        parts = (as_others(before + opens), html, as_others(ends + after))
        file.write_text("".join(parts), encoding="utf-8", newline="\n")
    lost = site / "404.html"
    html = as_others(lost.read_text(encoding="utf-8"))
    lost.write_text(html.replace(f'="{top}"', f'="{top}."'), encoding="utf-8")
    for extra in (site / name for name in EXTRA):
        if extra.is_dir():
            shutil.rmtree(extra)
        else:
            extra.unlink(missing_ok=True)


def as_words(html: str, address: str) -> str:
    """The words of a page as other engines write them.

    No link leaves the page's folder and comes back, and code has no look of its own.
    """
    own = address.strip("/").rpartition("/")[2]
    html = html.replace(f'href="../{own}/', 'href="') if own else html
    return CODE.sub(_plain, html)


def _plain(code: re.Match[str]) -> str:
    text = code["text"].rstrip("\n").replace('"', "&quot;")
    return f"<pre>{code['start']}{text}\n</code></pre>"


def as_others(frame: str) -> str:
    """What stands round a page, its signs and links written as other engines do."""
    return LINK.sub(_as_others, frame.replace("&#x27;", "&#39;").replace("&#x2f;", "/"))


def _as_others(link: re.Match[str]) -> str:
    to = link[2] if link[2] == "./" else link[2].removeprefix("./")
    return f'{link[1]}{to or "."}"'
