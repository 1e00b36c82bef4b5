"""Take a record or a page away. Its address says what became of it."""

import argparse
import sys
from datetime import date
from pathlib import Path


def add_options(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("id", help="the id of a record; or a page, such as /support/")
    parser.add_argument("--note", default="", help="what a visitor is told there")
    parser.add_argument("--kind", default="", help="of the record, such as contacts")
    parser.add_argument(
        "--anyway", action="store_true", help="although it is still asked for"
    )
    parser.add_argument("--today", type=date.fromisoformat, default=date.today())


def run(root: Path, options: argparse.Namespace) -> int:
    """Take it away and say what has changed. Gives 1 while something asks for it."""
    from ..withdraw import still_asking, withdraw

    named = options.id
    try:
        change = withdraw(root, named, options.note, options.today, options.kind)
    except ValueError as error:
        print(f"Nothing was withdrawn: {error}", file=sys.stderr)
        return 1
    asking = list(still_asking(change, named))
    for problem in asking:
        print(problem, file=sys.stderr)
    if asking and not options.anyway:
        print(
            "\nNothing was withdrawn, because these places ask for it. Mend them and "
            "type the same again;\nor, to take it away at once, add --anyway "
            "(with make: ANYWAY=1), and mend them then.",
            file=sys.stderr,
        )
        return 1
    change.write()
    for file, text in sorted(change.texts.items()):
        print(f"{file}: {'deleted' if text is None else 'changed'}")
    print("Its address says what became of it. Type make site to see it.")
    return 0
