"""List what is left to do: faults, advice, what to read again, what to confirm."""

import argparse
from datetime import date
from pathlib import Path

from ..report import FORMATS, parts


def add_options(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today())


def run(root: Path, options: argparse.Namespace) -> int:
    """Print the lists. Gives 1 if there are faults."""
    found = parts(root, options.today)
    print(FORMATS[options.format](found, options.today), end="")
    return 1 if found[0].problems else 0
