"""Write the built site as a zip that opens from a disk or a memory stick."""

import argparse
import sys
from pathlib import Path

from ..offline import FOLDER, write_offline
from . import built_site


def add_options(parser: argparse.ArgumentParser) -> None:
    """It takes nothing."""


def run(root: Path, options: argparse.Namespace) -> int:
    """Write ready/hsb-panel.zip. Gives 1 if there is no built site."""
    from macros.facts.site_data import load_site
    from macros.problems import DataError

    site, file = built_site(root), root / "ready" / f"{FOLDER}.zip"
    if site is None:
        return 1
    try:
        data = load_site(root)
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    day = max(page.meta.reviewed for page in data.pages.values())
    pages = write_offline(site, file, day)
    print(f"ready/{file.name} is ready: {pages} pages. Unpack it all, and open")
    print(f"{FOLDER}/index.html in a browser. Such a copy stays as it is: say its day.")
    return 0
