"""`python -m publish` builds the site; `python -m publish --help` lists the rest."""

import argparse
import sys
from importlib import import_module
from pathlib import Path

from macros.reading.rooms import NEEDS, is_place

from .engines import DEFAULT, ENGINES

# Each is a module of publish/commands/, imported when it is asked for.
COMMANDS = {
    "site": "check everything and build the site (also without a command)",
    "serve": "preview the site while you edit",
    "check": "list what is left to do",
    "launch": "list what stands between a draft and a live site",
    "calendar": "write what is to be looked at again as a calendar for each owner",
    "diff": "say what has changed since the site was last put out",
    "recheck": "look again at each source that is due, and record what was found",
    "review": "list what a change brings that a reviewer must look at",
    "promise": "add what is new to the addresses that will never break",
    "ask": "write what the partnership is to be asked, as a sheet and a form",
    "answers": "take in the answers that came back in a sheet or a form",
    "move": "move a page or a place of one, and lead its old address on",
    "new": "begin the site of another partnership",
    "update": "take what is new of all that is shared",
    "withdraw": "take a record or a page away, and say so at its address",
    "deploy": "make the built site ready for a host",
    "smoke": "visit a live copy and say what differs from what was built",
    "sbom": "print what the site is built with, for machines",
    "offline": "write the built site as a zip that opens from a disk",
    "kit": "write all hand-outs of the built site as one zip",
    "ten": "write the ten tasks that an editor does most, on one side to print",
    "generated": "write what is made from the kinds of record",
}
ROOT = Path(__file__).parent.parent
NAMED = ("--root", "--place", "--engine")  # options that a name follows


def main(words: list[str]) -> int:
    """Run the command that `words` say. Gives 0, or 1 for something to fix."""
    parser = argparse.ArgumentParser(
        prog="python -m publish",
        description="Commands: "
        + "; ".join(f"{name}: {about}" for name, about in COMMANDS.items()),
    )
    parser.add_argument("--root", type=Path, default=ROOT, help="the project's folder")
    parser.add_argument("--place", default=".", help="another place, as examples/x")
    about = "; ".join(f"{name}: {what}" for name, what in ENGINES.items())
    parser.add_argument("--engine", choices=ENGINES, default=DEFAULT, help=about)
    parser.add_argument("command", nargs="?", choices=COMMANDS, default="site")
    before = ["", *words]
    named = next(
        (n for n, w in enumerate(words) if w in COMMANDS and before[n] not in NAMED),
        None,
    )
    end = len(words) if named is None else named + 1
    common, rest = parser.parse_known_args(words[:end])
    command = import_module(f"publish.commands.{common.command}")
    own = argparse.ArgumentParser(
        prog=f"python -m publish {common.command}", description=command.__doc__
    )
    command.add_options(own)
    options = own.parse_args([*rest, *words[end:]])
    if common.engine != DEFAULT and common.command != "site":
        parser.error(f"{common.command} takes no --engine: only the build does")
    options.engine = common.engine
    root = (common.root / common.place).resolve()
    if common.place != "." and not is_place(root):
        parser.error(f"{common.place} is no place: it needs {NEEDS}")
    if common.place != ".":
        print(f"Files of data/local/ are those in {common.place}.", file=sys.stderr)
    return int(command.run(root, options))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
