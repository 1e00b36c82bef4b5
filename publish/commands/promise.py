"""Promise every address that the built site has: none of them will break again."""

import argparse
from pathlib import Path

from macros.reading.promises import FILE as LIST
from macros.reading.promises import read_promises

from ..addresses import promise_all, records_shown
from . import built_site


def add_options(parser: argparse.ArgumentParser) -> None:
    """It takes nothing."""


def run(root: Path, options: argparse.Namespace) -> int:
    """Add what is new to addresses.txt. Gives 1 if there is no built site."""
    site = built_site(root)
    if site is None:
        return 1
    count = promise_all(root, site, records_shown(root))
    print(f"{LIST}: {count} addresses more, {len(read_promises(root, []))} in all.")
    return 0
