"""The edge to ProperDocs, which has the code of MkDocs 1 under its own name.

It answers to MkDocs's name as well once it has been told to, in the whole process; so
the edge to MkDocs does for both, and MkDocs need not be there.
"""

import sys
from pathlib import Path

from macros.checks.examination import Examined

from . import Workshop

if "mkdocs" in sys.modules and sys.modules["mkdocs"].__name__ == "mkdocs":
    raise ImportError("MkDocs has been at work in this process: start another one")
import properdocs.replacement  # noqa: F401


def make_pages(root: Path, examined: Examined, target: Path) -> None:
    """Every page as HTML below `target`. Raises DataError with what went wrong."""
    from . import mkdocs

    mkdocs.make_pages(root, examined, target)


def workshop(root: Path, examined: Examined, target: Path) -> Workshop:
    """What makes single pages below `target`. Raises DataError."""
    from . import mkdocs

    return mkdocs.workshop(root, examined, target)
