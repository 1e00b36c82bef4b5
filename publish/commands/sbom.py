"""Print what the site is built with, for machines (CycloneDX): keep it by a release."""

import argparse
import sys
from pathlib import Path

from ..sbom import sbom


def add_options(parser: argparse.ArgumentParser) -> None:
    """It takes nothing."""


def run(root: Path, options: argparse.Namespace) -> int:
    """Print the list. Gives 1 if the lock file cannot be read."""
    try:
        print(sbom(root), end="")
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0
