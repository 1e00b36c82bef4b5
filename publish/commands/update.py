"""Take what is new of all that is shared; what is this place's own stays as it is."""

import argparse
import subprocess
import sys
from pathlib import Path


def add_options(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("origin", type=Path, help="the folder of the newer project")
    parser.add_argument(
        "--keep", action="append", default=[], help="a shared file to leave as it is"
    )


def run(root: Path, options: argparse.Namespace) -> int:
    """Update it, and say what to do next. Gives 1, with nothing changed, if not."""
    from ..places.update import AGAIN, update

    try:
        done = update(root, options.origin, frozenset(options.keep))
    except ValueError as error:
        print(f"Nothing was updated: {error}", file=sys.stderr)
        return 1
    for name in done.changed:
        print(f"{name}: changed")
    for name in done.gone:
        print(f"{name}: gone")
    if not done.changed and not done.gone:
        print("Nothing has changed there.")
        return 0
    # The code that is running is the old one: what is made from it needs the new one.
    made = subprocess.run(
        [sys.executable, "-m", "publish", "generated"], cwd=root, check=False
    )
    if done.again:
        print(f"\nRead again (the list is kept in {AGAIN}):")
        print("\n".join(done.again))
    print("\nNow type make site, and mend what it names.")
    return made.returncode
