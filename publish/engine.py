"""The edge to MkDocs: the one module that asks it to make pages."""

import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any, ClassVar

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError
from mkdocs.commands.build import _build_page, _populate_page, build
from mkdocs.exceptions import Abort, BuildError
from mkdocs.structure.files import get_files, set_exclusions
from mkdocs.structure.nav import get_navigation

import macros
from macros.checks.examination import Examined
from macros.facts.site_data import SiteData
from macros.problems import DataError, Problem
from macros.reading.files import files_below, stamp
from macros.reading.pages import address_of
from macros.reading.rooms import at

from .engine_setup import set_up


class Collector(logging.Handler):
    """Adds what the engine warns of to `problems`."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(logging.WARNING)
        self.problems = problems

    def emit(self, record: logging.LogRecord) -> None:
        """One warning. The engine names the page, and never the line."""
        message = record.getMessage()
        named = re.match(r"Doc file '([^']+)'", message)
        file = f"docs/{named.group(1)}" if named else "mkdocs.yml"
        self.problems.append(Problem(file, 1, message, code="engine"))


@contextmanager
def collected(data: SiteData, problems: list[Problem]) -> Iterator[None]:
    """What is found meanwhile, by us or the engine, raised as DataError at the end.

    Two builds of the same facts are alike to the byte: the engine's clock stands at
    the newest review of any page. What is told to the engine by way of the process's
    environment is taken back at the end.
    """
    told = {"SOURCE_DATE_EPOCH": str(epoch_of(data)), "NO_MKDOCS_2_WARNING": "1"}
    before = {name: os.environ.get(name) for name in told}
    os.environ.update(told)
    log = logging.getLogger("mkdocs")
    collector = Collector(problems)
    log.addHandler(collector)
    try:
        yield
    except (Abort, BuildError, SystemExit) as error:
        if not collector.problems:
            collector.problems.append(
                Problem("mkdocs.yml", 1, str(error), code="engine")
            )
    except (TemplateError, RecursionError) as error:
        collector.problems.append(in_theme(error))
    finally:
        log.removeHandler(collector)
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
    if collector.problems:
        raise DataError(collector.problems)


def in_theme(error: Exception) -> Problem:
    """What keeps a page from being put into its frame, at its file of the theme."""
    if isinstance(error, TemplateNotFound):
        message = "this file is missing: put it back"
        return Problem(f"theme/{error.name}", 1, message)
    if isinstance(error, TemplateSyntaxError):
        words = str(error).split("\n")[0]
        return Problem(f"theme/{error.name}", error.lineno, words, code="theme")
    if isinstance(error, RecursionError):
        message = "something is nested too deep to be made: close some lists or tags"
        return Problem("docs/", 1, message)
    return Problem("theme/", 1, str(error))


def make_pages(root: Path, examined: Examined, target: Path) -> None:
    """Every page as HTML below `target`. Raises DataError with what went wrong."""
    found: list[Problem] = []
    with collected(examined.data, found):
        build(set_up(root, examined, target, found))


class Workshop:
    """Makes single pages of checked facts, for a preview.

    A page comes out as the whole build makes it, in a tenth of the time. What is made
    of all pages together, such as the search index, is left to the whole build.
    """

    # The theme's compiled templates, kept while no file of the theme changes.
    _kept: ClassVar[dict[object, Any]] = {}

    def __init__(self, root: Path, examined: Examined, target: Path) -> None:
        self._data = examined.data
        self._found: list[Problem] = []
        with collected(examined.data, self._found):
            config = set_up(root, examined, target, self._found)
            self._config = config.plugins.on_config(config)
            config.plugins.on_pre_build(config=config)
            files = config.plugins.on_files(get_files(config), config=config)
            set_exclusions(files, config)
            nav = get_navigation(files, config)
            self._nav = config.plugins.on_nav(nav, config=config, files=files)
            self._files = files
            env = config.plugins.on_env(self._env(root), config=config, files=files)
            self._templates = env
        pages = {f.src_uri: f.page for f in files.documentation_pages() if f.page}
        self._pages = {address_of(path): page for path, page in pages.items()}
        for page in self._pages.values():
            page.read_source(config)  # the menu shows every page's title
            macros.name_the_page(page, examined.data.pages)

    def _env(self, root: Path) -> Any:
        """The theme's templates, read anew when a file of the theme has changed."""
        key = (root, tuple(map(stamp, files_below(at(root, "theme")))))
        if key not in self._kept:
            self._kept.clear()
            self._kept[key] = self._config.theme.get_env()
        return self._kept[key]

    def make(self, address: str) -> bool:
        """Make the page of that address below the target, if there is one."""
        page = self._pages.get(address)
        if page is None:
            return False
        self._found.clear()
        with collected(self._data, self._found):
            _populate_page(page, self._config, self._files)
            doc_files = list(self._files.documentation_pages())
            _build_page(page, self._config, doc_files, self._nav, self._templates)
        return True


def epoch_of(data: SiteData) -> int:
    """The newest review date of the pages, as seconds since 1970."""
    newest = max(page.meta.reviewed for page in data.pages.values())
    return int(datetime.combine(newest, time(), UTC).timestamp())
