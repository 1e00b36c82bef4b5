"""The working folders of builds, and which of them were left behind.

A build works in a folder beside the live one, `.site-` and eight signs, which holds
nothing but these:

    new    what is being made; after an exchange, the site that was live
    old    the site that was live, whole, while the new one moves in
    gone   what was `old`, once a site is live again: it may be incomplete
"""

import os
import re
from pathlib import Path

NEW, OLD, GONE = "new", "old", "gone"


def leftovers(live: Path) -> list[Path]:
    """The working folders beside `live`: of builds that were killed, or are at work.

    A folder that holds anything else is not ours, whatever its name.
    """
    named = re.compile(rf"\.{re.escape(live.name)}-\w{{8}}")
    return [
        path
        for path in sorted(live.parent.glob(f".{live.name}-*"))
        if named.fullmatch(path.name)
        and path.is_dir()
        and not path.is_symlink()
        and {NEW, OLD, GONE}.issuperset(os.listdir(path))
    ]
