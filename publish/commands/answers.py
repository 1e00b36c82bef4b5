"""Take in the answers that came back: show what would change, and write if told."""

import argparse
import sys
from datetime import date
from pathlib import Path

PRINTED = 25  # slips at once; who reads more has stopped mending


def add_options(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("files", nargs="+", type=Path, help="what came back: x.xlsx")
    parser.add_argument("--write", action="store_true", help="write what is shown")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today())


def run(root: Path, options: argparse.Namespace) -> int:
    """Show what the answers change. Gives 1, and writes nothing, for a bad cell."""
    from macros.problems import DataError

    from ..questions.taken_in import take_in

    try:
        taken = take_in(root, options.files, options.today)
    except (DataError, ValueError, OSError) as error:
        print(f"Nothing was taken in: {error}", file=sys.stderr)
        return 1
    for note in taken.notes:
        print(note)
    if taken.slips:
        print("\n".join(map(str, taken.slips[:PRINTED])), file=sys.stderr)
        more = len(taken.slips) - PRINTED
        if more > 0:
            print(f"and {more} more", file=sys.stderr)
        print("\nNothing was taken in. Mend these cells first.", file=sys.stderr)
        return 1
    if not taken.change.texts:
        print("There is nothing new in it.")
        return 0
    print("\n".join(taken.shown()))
    count = len(taken.answers)
    said = "1 answer" if count == 1 else f"{count} answers"
    if not options.write:
        print(f"\n{said}. Nothing is written yet: add --write (with make: WRITE=1).")
        return 0
    try:
        taken.write()
    except (ValueError, OSError) as error:
        print(f"Nothing was written: {error}", file=sys.stderr)
        return 1
    print(f"\n{said} written. Type make site to see it.")
    return 0
