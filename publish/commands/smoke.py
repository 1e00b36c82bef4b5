"""Visit a live copy of the site, and say what differs from what was built."""

import argparse
import sys
from pathlib import Path

from ..hosting.all_hosts import HOSTS
from ..smoke import smoke
from ..visitor import Visitor
from . import built_site


def add_options(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("url", help="where it lives, such as https://hsb.example.org")
    parser.add_argument("--host", choices=HOSTS, help="what it was made ready for")
    parser.add_argument("--site", type=Path, help="the built site, if not site/")


def run(root: Path, options: argparse.Namespace) -> int:
    """Print what differs. Gives 1 if anything does."""
    site = built_site(root, options.site)
    if site is None:
        return 1
    silent = bool(options.host) and HOSTS[options.host].silent
    try:
        found, visited = smoke(site, Visitor(options.url), silent)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    for what, paths in found.items():
        more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
        print(f"{paths[0]}{more}: {what}")
    things = "1 thing differs" if len(found) == 1 else f"{len(found)} things differ"
    end = things if found else "all is as it was built"
    print(f"{visited} addresses visited: {end}.")
    return 1 if found else 0
