"""Make the built site ready for a host: a folder to copy up, with what it reads."""

import argparse
import sys
from pathlib import Path

from ..former import redirects_of
from ..hosting.all_hosts import HOSTS, NOTE, make_ready
from ..hosting.plan import plan_of
from ..links.small import short_addresses
from . import built_site


def add_options(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("host", choices=HOSTS, help="where the site will live")
    parser.add_argument("--site", type=Path, help="the built site, if not site/")


def run(root: Path, options: argparse.Namespace) -> int:
    """Write ready/HOST/. Gives 1 if there is no built site."""
    from macros.facts.site_data import load_site
    from macros.problems import DataError

    site = built_site(root, options.site)
    if site is None:
        return 1
    target = root / "ready" / options.host
    try:
        data = load_site(root)
        moved = [*redirects_of(data), *short_addresses(data)]
        plan = plan_of(site, data.site.address, moved)
        make_ready(options.host, target, plan)
    except (DataError, ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"ready/{options.host}/ is ready. What to do with it ({NOTE}):\n")
    print(HOSTS[options.host].steps, end="")
    return 0
