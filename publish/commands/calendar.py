"""Write what is to be looked at again as a calendar for each owner, into ready/."""

import argparse
import shutil
import sys
from pathlib import Path

from macros.reading.rooms import project_of


def add_options(parser: argparse.ArgumentParser) -> None:
    """It takes no option."""


def run(root: Path, options: argparse.Namespace) -> int:
    """Write the calendars. Gives 1 if the facts cannot be read."""
    from macros.facts.site_data import load_site
    from macros.problems import DataError
    from macros.style.upkeep import due_of

    from ..questions.shown_on import shown_on
    from ..upkeep.calendar import calendar, file_names
    from ..upkeep.rests import places_of, resting

    project = project_of(root)
    name = "calendar" if root == project else f"calendar-{root.name}"
    folder = project / "ready" / name
    try:
        data = load_site(root)
        shown = shown_on(root, data)
        rests = resting(data, shown)
        dues = [
            (d, places_of(data, shown, rests, d.kind, d.record)) for d in due_of(data)
        ]
        names = file_names(due.owner for due, _ in dues)
        shutil.rmtree(folder, ignore_errors=True)  # an owner of before has none now
        folder.mkdir(parents=True)
        for owner, file in names.items():
            theirs = [pair for pair in dues if pair[0].owner == owner]
            text = calendar(data.site, owner, theirs)
            (folder / file).write_bytes(text.encode("utf-8"))
            print(f"ready/{name}/{file}: {len(theirs)} days for {owner}")
    except (DataError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print("Send each to its owner. Opened again later, it moves what is there.")
    return 0
