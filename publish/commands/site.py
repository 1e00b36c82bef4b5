"""Check everything and build the site. Nothing is made again that has not changed."""

import argparse
import gc
import sys
import time
from datetime import date
from pathlib import Path

from macros.reading.rooms import site_of

from ..unchanged import is_current, read_now, remember


def add_options(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--today", type=date.fromisoformat, default=date.today())


def run(root: Path, options: argparse.Namespace) -> int:
    """Build the place at `root` into site/, or into site-<name>/ of the project."""
    site, day = site_of(root), str(options.today)
    read = read_now(root, day, options.engine)
    if is_current(root, site, read):
        print(f"{site.name}/ is ready: nothing has changed since it was made.")
        return 0
    from macros.problems import DataError  # a build that is not needed loads nothing

    from ..build import build_site

    start = time.perf_counter()
    gc.disable()  # a short run: looking for rubbish takes a sixth of its time
    try:
        data = build_site(root, site, options.today, options.engine)
    except DataError as error:
        print(report(error, site.name, kept=site.exists()), file=sys.stderr)
        return 1
    taken = time.perf_counter() - start
    waiting = len(data.to_confirm())
    print(f"{site.name}/ is ready: {len(data.pages)} pages in {taken:.1f} s.")
    print(f"{waiting} facts are still to be confirmed: see /about/.")
    if data.site.address is None:
        print("No address yet (`address` in site.yml): all links are relative.")
    remember(root, site, read)
    return 0


def report(error: Exception, name: str, *, kept: bool) -> str:
    """Every problem, and what has become of the site."""
    count = len(getattr(error, "problems", ()))
    things = "1 thing" if count == 1 else f"{count} things"
    end = f"{name}/ is as it was before." if kept else "No site was made."
    return f"{error}\n\n{things} to mend. {end}"
