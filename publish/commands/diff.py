"""Say what has changed since the site was last put out, and how to put it back.

`--released` keeps the built site as what is put out now.
"""

import argparse
import sys
from datetime import date
from pathlib import Path

from . import built_site


def add_options(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    about = "this is what is put out now: compare with it from now on"
    parser.add_argument("--released", action="store_true", help=about)
    parser.add_argument("--against", type=Path, help="another file of what was put out")
    parser.add_argument("--put-back", metavar="WHAT", help="a record, or a page")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today())


def run(root: Path, options: argparse.Namespace) -> int:
    """Print what changed. Gives 1 where nothing can be compared, or put back."""
    from macros.facts.site_data import load_site
    from macros.problems import DataError

    from ..built import folder_of, pages_of
    from ..questions.shown_on import shown_on
    from ..released.differ import differ
    from ..released.drafted import entries
    from ..released.putback import put_back
    from ..released.rested import rested
    from ..released.snapshot import FILE, read_snapshot, snapshot, write_snapshot
    from ..released.told import told

    site = built_site(root)
    if site is None:
        return 1
    try:
        data = load_site(root)
        pages = pages_of(site, folder_of(data.site.address))
        now = snapshot(root, data, pages, options.today)
        if options.released:
            write_snapshot(now, root / FILE)
            print(f"{FILE}: what is put out on {options.today}. Commit it, or keep it.")
            return 0
        was = read_snapshot(options.against or root / FILE)
        if options.put_back:
            change = put_back(root, was, now, options.put_back)
            if not change.texts:
                print(f"{options.put_back} is as it was.")
                return 0
            change.write()
            files = ", ".join(change.texts)
            print(f"{files}: {options.put_back} is as it was on {was.day}: make site")
            return 0
        found, shown = differ(was, now), shown_on(root, data)
        print(told(was, now, found, rested(data, now, found), shown), end="")
        if found:
            print(entries(data, now, found, shown, options.today), end="")
    except (DataError, ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0
