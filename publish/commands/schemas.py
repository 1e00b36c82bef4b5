"""Write what editors' programs know of the data files, after a change to the models."""

import argparse
from pathlib import Path

from ..schemas import write_schemas


def add_options(parser: argparse.ArgumentParser) -> None:
    """It takes nothing."""


def run(root: Path, options: argparse.Namespace) -> int:
    """Write schemas/ anew."""
    write_schemas(root)
    return 0
