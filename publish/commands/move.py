"""Move a page, or a place of one: links follow, and the old address leads on."""

import argparse
import sys
from datetime import date
from pathlib import Path


def add_options(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("old", help="the page, such as support; or support#numbers")
    parser.add_argument("new", help="what it is called from now on, such as help")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today())


def run(root: Path, options: argparse.Namespace) -> int:
    """Move it and say what has changed. Gives 1, and changes nothing, if it cannot."""
    from ..move import move

    try:
        change = move(root, options.old, options.new, options.today)
    except ValueError as error:
        print(f"Nothing was moved: {error}", file=sys.stderr)
        return 1
    faults = change.new_faults()
    for problem in faults:
        print(problem, file=sys.stderr)
    if faults:
        print("\nNothing was moved. Mend this first.", file=sys.stderr)
        return 1
    change.write()
    for file, text in sorted(change.texts.items()):
        print(f"{file}: {'moved from here' if text is None else 'changed'}")
    print("The old address leads to the new one. Type make site to see it.")
    return 0
