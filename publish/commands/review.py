"""List what a change brings that a reviewer must look at. It judges nothing."""

import argparse
import sys
from pathlib import Path

from ..review import as_words, review


def add_options(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--base", default="main", help="the version to compare with")


def run(root: Path, options: argparse.Namespace) -> int:
    """Print the lists. Gives 1 if git does not know the version."""
    try:
        print(as_words(review(root, options.base)), end="")
    except ValueError as error:
        print(f"git cannot compare with '{options.base}': {error}", file=sys.stderr)
        return 1
    return 0
