"""A small project for Zensical: our words with marks, our theme and settings."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

import macros
from macros.reading.files import PASSING
from macros.reading.rooms import at

from ..manuscript import Manuscript

# Its frames: one of nothing but the words, and our theme.
BARE, FRAME = "bare", "theme"
PLAIN = {"use_pygments": False}
BARE_FILES = {"main.html": "{{ page.content }}", "404.html": "", "sitemap.xml": ""}


@dataclass(frozen=True)
class Given:
    """A page as the engine gets it: `front` is what the theme may ask of it."""

    path: str
    address: str
    front: dict[str, Any]
    words: str


def given(manuscript: Manuscript) -> Iterator[Given]:
    """Each page, and each that stands in place of a former one."""
    for address, source in manuscript.data.pages.items():
        meta = source.meta
        front = {
            "title": meta.title,
            "description": meta.description,
            "exit": meta.exit == "yes",
            "hide": list(meta.hide),
            "paper": meta.paper,
        }
        yield Given(source.path, address, front, manuscript.markdown(address))
    for address, page in manuscript.former.items():
        front = next(yaml.safe_load_all(page.front))
        yield Given(page.path, address, front, manuscript.markdown(address))


def copy_rooms(root: Path, project: Path) -> None:
    """Copy what stands beside the pages, and the theme; and write the bare frame."""
    shutil.copytree(at(root, "docs"), project / "docs", ignore=passed_over)
    ignore = shutil.ignore_patterns("README.md")
    shutil.copytree(at(root, "theme"), project / FRAME, ignore=ignore)
    (project / BARE).mkdir()
    for name, text in BARE_FILES.items():
        (project / BARE / name).write_text(text, encoding="utf-8")


def passed_over(_: str, names: list[str]) -> list[str]:
    """What of docs/ is written anew, or was laid there by a program."""
    return [name for name in names if name.endswith(".md") or PASSING.fullmatch(name)]


def settings_of(file: Path, manuscript: Manuscript) -> dict[str, Any]:
    """The settings in mkdocs.yml, with whose site it is from site.yml."""
    settings: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    left_out = ("plugins", "watch", "docs_dir", "site_dir", "validation")
    settings = {key: value for key, value in settings.items() if key not in left_out}
    settings |= {"plugins": [], "extra": {}}
    # It always reads fences by a part of its own, which would colour what is in them.
    settings["markdown_extensions"].append({"pymdownx.highlight": PLAIN})
    macros.name_the_site(settings, manuscript.data, manuscript.renderer)
    settings["nav"] = macros.without(settings["nav"], macros.absent(manuscript.data))
    settings["extra"]["emergency"] = str(settings["extra"]["emergency"])
    return {key: value for key, value in settings.items() if value is not None}
