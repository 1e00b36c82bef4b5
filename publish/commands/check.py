"""List what is left to do: first what is critical to safety, then faults and more."""

import argparse
from datetime import date
from pathlib import Path

from ..report import FAULTS, FORMATS, parts


def add_options(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today())


def run(root: Path, options: argparse.Namespace) -> int:
    """Print the lists. Gives 1 if there are faults."""
    found = parts(root, options.today)
    print(FORMATS[options.format](found, options.today), end="")
    return 1 if any(p.problems for p in found if p.name == FAULTS) else 0
