"""What can be typed after `python -m publish`: a module for each command.

Each has `add_options`, which adds what it takes to a parser, and `run`, which takes the
project's folder and what was typed, and gives the exit code.
"""

import sys
from pathlib import Path

from macros.reading.rooms import site_of


def built_site(root: Path, named: Path | None = None) -> Path | None:
    """The built site, `named` or the project's own; else None, and that is said."""
    site = named or site_of(root)
    if (site / "index.html").is_file():
        return site
    print(f"{site} has no built site: type 'make site' first.", file=sys.stderr)
    return None
