"""List what is left to do: first what is critical to safety, then faults and more."""

import argparse
import sys
from datetime import date
from pathlib import Path

from macros.reading.rooms import project_of

from ..report import FAULTS, parts
from ..report_forms import FORMATS, for_an_issue

SHEET = "xlsx"


def add_options(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--format", choices=[*FORMATS, SHEET], default="text")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today())
    about = "only what is due, or found wrong, as Markdown for an issue"
    parser.add_argument("--due", action="store_true", help=about)


def run(root: Path, options: argparse.Namespace) -> int:
    """Print the lists, or write them as a sheet. Gives 1 if there are faults.

    Of what is due it prints nothing, where nothing is.
    """
    found = parts(root, options.today)
    if options.due:
        print(for_an_issue(found, options.today), end="")
    elif options.format == SHEET:
        from ..upkeep.sheet import write_report

        project = project_of(root)
        name = "check" if root == project else f"check-{root.name}"
        try:
            write_report(found, options.today, project / "ready" / f"{name}.{SHEET}")
        except OSError as error:
            print(error, file=sys.stderr)
            return 1
        print(f"ready/{name}.{SHEET} is ready.")
    else:
        print(FORMATS[options.format](found, options.today), end="")
    return 1 if any(p.problems for p in found if p.name == FAULTS) else 0
