"""The edge to Zensical: what it is given, how it is run, what it is not left to do.

It takes no plugins of ours and keeps what it made in a folder of the project. So it
gets a small project of its own, of words with marks and our theme, in a folder that
goes away again, and runs as a process of its own: how it ends is all that it can tell.
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

import macros
from macros.checks.examination import Examined
from macros.problems import DataError, Problem
from macros.reading.files import PASSING
from macros.reading.pages import address_of
from macros.reading.rooms import at

from ..built import folder_of
from ..manuscript import Manuscript

# What it lays beside the pages; we make our own of all that a visitor needs.
EXTRA = ("search.json", "objects.inv", "sitemap.xml", "assets/javascripts")
COLOURS = re.compile(r"\x1b\[[\d;]*m")
WARNED = re.compile(r"^(?:Warning|Error): (.+)\n.*?\[ ([^\s:]+):\d+:\d+ \]", re.M)
IN_FRAME = re.compile(r"\(in ([\w/.-]+\.html):(\d+)\)")
MENU = "mkdocs.yml"
ARTICLE, END = '<article class="md-typeset">', "</article>"
# Macros make most anchors, and `judged` looks at all of them.
CHECKED = {"invalid_links": True, "invalid_link_anchors": False}
# Where the frame of a page leads.
LINK = re.compile(r'( (?:href|src|data-[a-z]+)=")([^"]*)"')
# What it would take for links of the page, in what is put in later.
LINKS = re.compile(r' (?:href|src)="[^"]*"')


def make_pages(root: Path, examined: Examined, target: Path) -> None:
    """Every page as HTML below `target`. Raises DataError with what went wrong."""
    problems: list[Problem] = []
    manuscript = Manuscript(root, examined, problems)
    with tempfile.TemporaryDirectory(prefix="zensical-") as folder:
        project = Path(folder).resolve()
        lay_out(root, manuscript, project)
        run(project)
        site = project / "site"
        finish(site, manuscript)
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


def lay_out(root: Path, manuscript: Manuscript, project: Path) -> None:
    """Write what the engine reads into an empty folder."""
    docs = at(root, "docs")
    shutil.copytree(docs, project / "docs", ignore=passed_over)
    for path, text in pages_of(manuscript):
        file = project / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    ignore = shutil.ignore_patterns("README.md")
    shutil.copytree(at(root, "theme"), project / "theme", ignore=ignore)
    settings = settings_of(at(root, MENU), manuscript)
    text = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)
    (project / MENU).write_text(text, encoding="utf-8")


def passed_over(_: str, names: list[str]) -> list[str]:
    """What of docs/ is written anew, or was laid there by a program."""
    return [name for name in names if name.endswith(".md") or PASSING.fullmatch(name)]


def pages_of(manuscript: Manuscript) -> Iterator[tuple[str, str]]:
    """Each page as its path and its text: what the theme asks for, then the words.

    `made` is what will be put in later, for the frame to see what is on the page.
    """
    for address, source in manuscript.data.pages.items():
        meta = source.meta
        front = {
            "title": meta.title,
            "description": meta.description,
            "exit": meta.exit == "yes",
            "hide": list(meta.hide),
            "made": LINKS.sub("", manuscript.made(address)),
        }
        head = yaml.safe_dump(front, allow_unicode=True)
        yield source.path, f"---\n{head}---\n\n{manuscript.markdown(address)}"
    for address, page in manuscript.former.items():
        yield page.path, f"{page.front}\n{manuscript.markdown(address)}"


def settings_of(file: Path, manuscript: Manuscript) -> dict[str, Any]:
    """The settings in mkdocs.yml, with whose site it is from site.yml."""
    settings: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    left_out = ("plugins", "watch", "docs_dir", "site_dir")
    settings = {key: value for key, value in settings.items() if key not in left_out}
    settings |= {"plugins": [], "extra": {}, "validation": CHECKED}
    settings["theme"] = settings["theme"] | {"custom_dir": "theme"}
    macros.name_the_site(settings, manuscript.data, manuscript.renderer)
    settings["extra"]["emergency"] = str(settings["extra"]["emergency"])
    return {key: value for key, value in settings.items() if value is not None}


def run(project: Path) -> None:
    """Run the engine. Raises DataError with its own words if it is not content."""
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict"],
        cwd=project,
        env=os.environ | {"NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode or not (project / "site" / "index.html").is_file():
        raise DataError(list(told(COLOURS.sub("", done.stdout))))


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


def finish(site: Path, manuscript: Manuscript) -> None:
    """Put in what the macros gave, and take away what no page of ours asks for."""
    for path, _ in pages_of(manuscript):
        address = address_of(path)
        file = site / address.lstrip("/") / "index.html"
        before, opens, rest = file.read_text(encoding="utf-8").partition(ARTICLE)
        html, ends, after = rest.rpartition(END)
        done = f"\n\n{manuscript.finished(address, html.strip(chr(10)))}\n\n"
        frame = (as_others(before + opens), done, as_others(ends + after))
        file.write_text("".join(frame), encoding="utf-8", newline="\n")
    lost = site / "404.html"
    html = as_others(lost.read_text(encoding="utf-8"))
    top = folder_of(manuscript.data.site.address)
    lost.write_text(html.replace(f'="{top}"', f'="{top}."'), encoding="utf-8")
    for extra in (site / name for name in EXTRA):
        if extra.is_dir():
            shutil.rmtree(extra)
        else:
            extra.unlink(missing_ok=True)


def as_others(frame: str) -> str:
    """What stands round a page, its signs and links written as other engines do."""
    return LINK.sub(_as_others, frame.replace("&#x27;", "&#39;").replace("&#x2f;", "/"))


def _as_others(link: re.Match[str]) -> str:
    to = link[2] if link[2] == "./" else link[2].removeprefix("./")
    return f'{link[1]}{to or "."}"'
