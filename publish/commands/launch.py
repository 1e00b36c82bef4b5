"""List what stands between this draft and a live site, also as a sheet to print."""

import argparse
import sys
from datetime import date
from pathlib import Path

from macros.reading.rooms import project_of


def add_options(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--today", type=date.fromisoformat, default=date.today())


def run(root: Path, options: argparse.Namespace) -> int:
    """Print the list, and write it into ready/ for a meeting and for an e-mail.

    Gives 1 if anything stands between, or if the facts cannot be read.
    """
    from macros.checks.launching import launch_items
    from macros.facts.site_data import load_site
    from macros.problems import DataError

    from ..launch import as_html, as_markdown, as_text

    project = project_of(root)
    name = "launch" if root == project else f"launch-{root.name}"
    try:
        data = load_site(root)
        items = launch_items(data, options.today)
        for ending, form in ((".html", as_html), (".md", as_markdown)):
            file = project / "ready" / f"{name}{ending}"
            file.parent.mkdir(exist_ok=True)
            file.write_text(form(data, items, options.today), encoding="utf-8")
    except (DataError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print(as_text(data, items, options.today))
    print(f"ready/{name}.html is the same to print for the meeting that decides,")
    print(f"and ready/{name}.md to send.")
    return 1 if any(item.stands_between for item in items) else 0
