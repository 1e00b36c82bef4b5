"""Write all hand-outs of the built site as one zip."""

import argparse
import sys
from pathlib import Path

from . import built_site


def add_options(parser: argparse.ArgumentParser) -> None:
    """It takes nothing."""


def run(root: Path, options: argparse.Namespace) -> int:
    """Write ready/hsb-kit.zip. Gives 1 if there is no built site with hand-outs."""
    from macros.facts.site_data import load_site
    from macros.problems import DataError

    from ..handouts.packed import FOLDER, write_kit

    site, file = built_site(root), root / "ready" / f"{FOLDER}.zip"
    if site is None:
        return 1
    try:
        pieces = write_kit(site, load_site(root), file)
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    except FileNotFoundError as error:
        name = Path(error.filename).name
        print(f"{site} has no {name}: type 'make site' first.", file=sys.stderr)
        return 1
    print(
        f"ready/{file.name} is ready: {pieces} hand-outs, to send or to put on a stick."
    )
    return 0
