"""`python -m publish` builds the site; `serve` previews it, `check` reports on it.

`review` lists what a change brings that a reviewer must look at.
"""

import argparse
import gc
import sys
import time
from datetime import date
from pathlib import Path

from macros.problems import DataError

from .build import build_site
from .report import FORMATS, parts
from .review import as_words, review
from .schemas import write_schemas

COMMANDS = ("site", "serve", "check", "schemas", "review")
ROOT = Path(__file__).parent.parent


def main() -> int:
    """Run a command. Gives 0, or 1 when there is something to fix."""
    parser = argparse.ArgumentParser(prog="python -m publish", description=__doc__)
    parser.add_argument("command", nargs="?", choices=COMMANDS, default="site")
    parser.add_argument("--root", type=Path, default=ROOT, help="the project's folder")
    parser.add_argument("--port", type=int, default=8000, help="of the preview")
    parser.add_argument("--format", choices=FORMATS, default="text", help="of check")
    parser.add_argument(
        "--today", type=date.fromisoformat, default=date.today(), help="for check"
    )
    parser.add_argument("--base", default="main", help="what review compares with")
    options = parser.parse_args()
    root = options.root.resolve()
    if options.command == "serve":
        from .serve import serve

        return serve(root, options.port)
    if options.command == "check":
        found = parts(root, options.today)
        print(FORMATS[options.format](found, options.today), end="")
        return 1 if found[0].problems else 0
    if options.command == "review":
        try:
            print(as_words(review(root, options.base)), end="")
        except ValueError as error:
            print(f"git cannot compare with '{options.base}': {error}", file=sys.stderr)
            return 1
        return 0
    if options.command == "schemas":
        write_schemas(root)
        return 0
    start = time.perf_counter()
    gc.disable()  # a short run: looking for rubbish takes a sixth of its time
    try:
        data = build_site(root, root / "site")
    except DataError as error:
        print(report(error, kept=(root / "site").exists()), file=sys.stderr)
        return 1
    taken = time.perf_counter() - start
    waiting = len(data.to_confirm())
    print(f"site/ is ready: {len(data.pages)} pages in {taken:.1f} s.")
    print(f"{waiting} facts are still to be confirmed: see /about/.")
    return 0


def report(error: DataError, *, kept: bool) -> str:
    """Every problem, and what has become of the site."""
    count = len(error.problems)
    things = "1 thing" if count == 1 else f"{count} things"
    end = "site/ is as it was before." if kept else "No site was made."
    return f"{error}\n\n{things} to mend. {end}"


if __name__ == "__main__":
    sys.exit(main())
