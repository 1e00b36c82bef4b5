"""Look again at the sources that are due, one by one, and record what was found.

One key for each: still stands, changed or gone. Each is written at once; stop at any
moment, and go on later with what is left.
"""

import argparse
import sys
from datetime import date
from pathlib import Path


def add_options(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("ids", nargs="*", help="sources by id, due or not")
    parser.add_argument("--all", action="store_true", help="every source, due or not")
    parser.add_argument("--list", action="store_true", help="only list them")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today())


def run(root: Path, options: argparse.Namespace) -> int:
    """Go through the sources. Gives 1 if they cannot be read, or an outcome written."""
    from macros.facts.site_data import load_site
    from macros.problems import DataError

    from ..questions.shown_on import shown_on
    from ..upkeep.keys import keys
    from ..upkeep.outcomes import Looks
    from ..upkeep.recheck import looks_of, sitting, told
    from ..upkeep.rests import resting

    day, done = options.today, 0
    try:
        data = load_site(root)
        rests = resting(data, shown_on(root, data))
        looks = looks_of(data, rests, day, options.ids, every=options.all)
        if not looks:
            print("No source is due. To look at all of them: make recheck ALL=1")
        elif options.list:
            print("\n\n".join("\n".join(told(look)) for look in looks))
        else:
            with keys() as key:
                done = sitting(looks, Looks(root, day), key, _say)
    except KeyboardInterrupt:
        print("\nStopped. What was recorded before is kept.")
        return 0
    except (DataError, ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    if looks and not options.list:
        print(f"\n{done} of {len(looks)} recorded. The rest: make recheck")
    return 0


def _say(words: str) -> None:
    print(words, flush=True)
