"""MkDocs set up for our own build: what it need not do, it does not do."""

import gc
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme
from mkdocs.utils.yaml import yaml_load

import macros
from macros.checks.examination import Examined
from macros.library.render import renderer_of
from macros.problems import Problem
from macros.reading.files import PASSING
from macros.reading.pages import address_of
from macros.reading.rooms import at

from .article.parts import finished_parts
from .article.raw_marks import raw_marks
from .former import FormerPage, make_former, with_former_names

AT_ONCE = 40  # pages whose parsers may be in memory together


class Filling(BasePlugin):  # type: ignore[type-arg]
    """Gives the engine each page as it was filled when it was checked.

    What the engine makes of the words is looked at before anything is put in: marks
    that are left in it are added to `problems`. Besides these, it adds what stands in
    place of each page that is no more.
    """

    def __init__(
        self,
        examined: Examined,
        former: Mapping[str, FormerPage],
        problems: list[Problem],
    ) -> None:
        super().__init__()
        self._sources = examined.data.pages
        self._problems = problems
        self._made = 0
        self._data = examined.data
        self._former = former
        filled = {address: page.filled for address, page in former.items()}
        self._pages = {**examined.pages, **filled}

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """The files of docs/, and the former pages, which no menu shows.

        Without what a program has laid beside a file that is open in it.
        """
        for file in [f for f in files if PASSING.fullmatch(Path(f.src_uri).name)]:
            files.remove(file)
        for page in self._former.values():
            place = InclusionLevel.NOT_IN_NAV
            files.append(
                File.generated(config, page.path, content=page.front, inclusion=place)
            )
        return files

    def on_page_markdown(self, markdown: str, /, *, page: Page, **_: Any) -> str:
        """The page's Markdown, a mark in place of each macro call."""
        macros.name_the_page(page, self._sources)
        return self._pages[address_of(page.file.src_uri)].markdown

    def on_page_content(self, html: str, /, *, page: Page, **_: Any) -> str:
        """The page's HTML, with what the macros gave in place of the marks."""
        self._made += 1
        if self._made % AT_ONCE == 0:
            gc.collect(0)  # a page's parser refers to itself, so it stays until then
        address = address_of(page.file.src_uri)
        html = finished_parts(html)
        if address in self._former:
            page.canonical_url = page.abs_url = None  # no map of the site lists it
        else:
            self._problems += raw_marks(self._sources[address], html)
        done = self._pages[address].finished(html)
        return with_former_names(done, self._data, address)


class Templates(FileSystemLoader):
    """A theme's files without its 14,500 icons: `icons` reads the few asked for."""

    def list_templates(self) -> list[str]:
        """Every file but those in folders whose name starts with a dot."""
        return sorted(
            file.relative_to(folder).as_posix()
            for folder in map(Path, self.searchpath)
            for part in folder.iterdir()
            if not part.name.startswith(".")
            for file in (part.rglob("*") if part.is_dir() else [part])
            if file.is_file()
        )


class LeanTheme(Theme):
    """A theme as it is, whose files are listed by `Templates`."""

    def __init__(self, theme: Theme) -> None:
        self.__dict__.update(theme.__dict__)

    def get_env(self) -> Environment:
        """The theme's templates."""
        env = super().get_env()
        env.loader = Templates(self.dirs)
        return env


def set_up(
    root: Path, examined: Examined, target: Path, problems: list[Problem]
) -> MkDocsConfig:
    """The engine's settings for a build of checked pages into `target`.

    What only shows when a page is made is added to `problems` meanwhile.

    The macros plugin is left out: its work was done when the pages were checked, and
    importing it takes longer than making ten pages.
    """
    file = at(root, "mkdocs.yml")
    with file.open(encoding="utf-8") as stream:
        others = [p for p in yaml_load(stream).get("plugins") or [] if not ours(p)]
    docs = str(at(root, "docs"))
    config = load_config(str(file), site_dir=str(target), docs_dir=docs, plugins=others)
    # `built` looks at anchors too, and can tell the line.
    config.validation.links.anchors = logging.DEBUG
    config.theme = LeanTheme(config.theme)
    renderer = renderer_of(at(root, "templates"))
    macros.name_the_site(config, examined.data, renderer)
    former = make_former(examined.data, renderer)
    config.plugins["filling"] = Filling(examined, former, problems)
    return config


def ours(plugin: Any) -> bool:
    """Whether an entry of `plugins:` in mkdocs.yml is the one that fills pages."""
    return plugin == "macros" or (isinstance(plugin, dict) and "macros" in plugin)
