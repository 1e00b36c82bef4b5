"""Write the ten tasks that an editor does most on one side to print, into ready/."""

import argparse
import sys
from pathlib import Path

from macros.reading.rooms import project_of


def add_options(parser: argparse.ArgumentParser) -> None:
    """It takes none."""


def run(root: Path, options: argparse.Namespace) -> int:
    """Write ready/ten-things.html out of EDITING.md. Gives 1 if that cannot be read."""
    from ..ten import as_side

    project = project_of(root)
    try:
        guide = (project / "EDITING.md").read_text(encoding="utf-8")
        side = as_side(guide, "en-GB")
        file = project / "ready" / "ten-things.html"
        file.parent.mkdir(exist_ok=True)
        file.write_text(side, encoding="utf-8", newline="\n")
    except (ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print("ready/ten-things.html is ready: print it on one side of A4.")
    return 0
