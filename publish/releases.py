"""What pages of earlier releases still ask for: their styles and their scripts.

A visitor may have a page that was made before the last build: without its style and
its way out it would be of little use. So a new site keeps the files, named by their
content, of the releases before it. `assets/releases.txt` has a line for each, the
newest first. No clock has a part in it, and a site in a new place keeps nothing.

What holds facts is never kept: a number that was taken back must be gone.
"""

import hashlib
import re
from pathlib import Path

from .assets import NAMED
from .search import INDEX, TEXT

LIST = "assets/releases.txt"
GAP = "\t"
KEPT = 3  # releases before the new one
FACTS = {Path(name).stem for name in (INDEX, TEXT)}


def keep_earlier(live: Path, new: Path) -> None:
    """Copy into the site `new` what the last releases in `live` still need.

    A file that is not what its name says is not copied. Raises OSError.
    """
    ours = named_files(new)
    earlier = [names for names in releases(live) if names != ours][:KEPT]
    kept = [[name for name in names if _keep(name, live, new)] for names in earlier]
    lines = [GAP.join(names) for names in (ours, *kept) if names]
    text = "".join(f"{line}\n" for line in lines)
    (new / LIST).write_text(text, encoding="utf-8", newline="\n")


def releases(site: Path) -> list[list[str]]:
    """The names of the files of each release that a site has, the newest first."""
    try:
        lines = (site / LIST).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        lines = [GAP.join(named_files(site))]
    return [line.split(GAP) for line in lines if line.strip()]


def named_files(site: Path) -> list[str]:
    """The files of a site that are named by their content and hold no facts."""
    assets = site / "assets"
    if not assets.is_dir():
        return []
    return sorted(file.name for file in assets.iterdir() if _may_be_kept(file.name))


def _may_be_kept(name: str) -> bool:
    found = re.fullmatch(NAMED, name)
    inside = not {"/", "\\", ":"}.intersection(name)
    return found is not None and inside and found[1] not in FACTS


def _keep(name: str, live: Path, new: Path) -> bool:
    """Have a file of an earlier release in the new site; whether it is there."""
    old, copy = live / "assets" / name, new / "assets" / name
    if copy.exists():
        return True
    if not _may_be_kept(name) or old.is_symlink() or not old.is_file():
        return False
    content = old.read_bytes()
    if hashlib.sha256(content).hexdigest()[:8] != name.split(".")[-2]:
        return False
    copy.write_bytes(content)
    return True
