"""The edge to MkDocs: the one module that asks it to make pages."""

import logging
import os
import re
from datetime import UTC, datetime, time
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from macros.problems import DataError, Problem
from macros.site_data import SiteData


class Collector(logging.Handler):
    """Keeps what the engine warns of, as problems."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.problems: list[Problem] = []

    def emit(self, record: logging.LogRecord) -> None:
        """One warning. The engine names the page, and never the line."""
        message = record.getMessage()
        named = re.match(r"Doc file '([^']+)'", message)
        file = f"docs/{named.group(1)}" if named else "mkdocs.yml"
        self.problems.append(Problem(file, 1, message))


def make_pages(root: Path, data: SiteData, target: Path) -> None:
    """Every page as HTML below `target`. Raises DataError with what went wrong.

    Two builds of the same facts are alike to the byte: the engine's clock stands at
    the newest review of any page.
    """
    os.environ["SOURCE_DATE_EPOCH"] = str(epoch_of(data))
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    log = logging.getLogger("mkdocs")
    collector = Collector()
    log.addHandler(collector)
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(target))
        # `built` looks at anchors too, and can tell the line.
        config.validation.links.anchors = logging.DEBUG
        build(config)
    except (Abort, SystemExit) as error:
        if not collector.problems:
            collector.problems.append(Problem("mkdocs.yml", 1, str(error)))
    finally:
        log.removeHandler(collector)
    if collector.problems:
        raise DataError(collector.problems)


def epoch_of(data: SiteData) -> int:
    """The newest review date of the pages, as seconds since 1970."""
    newest = max(page.meta.reviewed for page in data.pages.values())
    return int(datetime.combine(newest, time(), UTC).timestamp())
