"""Preview the site while you edit: what is to be mended shows in the browser."""

import argparse
from pathlib import Path


def add_options(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--port", type=int, default=8000, help="of the preview")


def run(root: Path, options: argparse.Namespace) -> int:
    """Serve until it is stopped by Ctrl-C."""
    from ..serve import serve

    return serve(root, options.port)
