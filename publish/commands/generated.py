"""Write what is made from the kinds of record: heads, schemas, parts of the guide."""

import argparse
from pathlib import Path

from ..generated import write_generated


def add_options(parser: argparse.ArgumentParser) -> None:
    """It takes nothing."""


def run(root: Path, options: argparse.Namespace) -> int:
    """Write what is not current, and name it."""
    for name in write_generated(root):
        print(name)
    return 0
