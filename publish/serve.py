"""The live preview: a small server on this machine that follows edits."""

import signal
import sys
import tempfile
import threading
import time
from pathlib import Path

from macros.reading.files import files_below, stamp
from macros.reading.rooms import at

from .preview import Preview
from .preview_server import PreviewServer
from .unchanged import INPUT

PAUSE = 0.05  # seconds between two looks at the files
QUIET = 1.0  # seconds without a change, after which the whole site is made


def serve(root: Path, port: int) -> int:
    """Serve the site of `root` on this machine until Ctrl C. Gives the exit code."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with tempfile.TemporaryDirectory(prefix="preview-") as folder:
        preview = Preview(root, Path(folder))
        try:
            server = PreviewServer(preview, port)
        except OSError:
            print(
                f"Port {port} is in use, perhaps by another preview: end that one with "
                f"Ctrl C, or type: python -m publish serve --port {port + 1}",
                file=sys.stderr,
            )
            return 1
        try:
            server.start()
            address = f"http://127.0.0.1:{server.server_port}/"
            print(f"Preview: {address} (Ctrl C ends it)", flush=True)
            follow(root, preview, threading.Event())
        except KeyboardInterrupt:
            print("\nThe preview has ended.")
        finally:
            preview.stop()
            server.end()
    return 0


def follow(root: Path, preview: Preview, ended: threading.Event) -> None:
    """Tell the preview of every change, and in quiet times have it finish.

    What is wrong is looked at once more when it is quiet, and again and again while a
    file cannot be had: a program that lets go of one changes nothing that is seen.
    """
    seen: object = None
    told: object = None
    changed = 0.0
    looked_again = False
    while not ended.wait(PAUSE):
        now = followed(root)
        if now != seen:
            seen, told, changed, looked_again = now, None, time.monotonic(), False
            preview.change()
        elif time.monotonic() - changed > QUIET:
            if preview.problems and (preview.held or not looked_again):
                changed, looked_again = time.monotonic(), True
                preview.again()
            preview.finish()
            preview.look()
        if preview.problems != told:
            told = preview.problems
            tell(preview)


def followed(root: Path) -> object:
    """What changes when any file of the site does."""
    rooms = [at(root, name) for name in INPUT]
    return [stamp(file) for room in rooms for file in files_below(room) or [room]]


def tell(preview: Preview) -> None:
    """The same in the terminal as in the browser."""
    if preview.problems:
        lines = "\n".join(map(str, preview.problems))
        print(f"\n{lines}\n\nMend and save: the preview follows.", file=sys.stderr)
    else:
        print(f"{time.strftime('%H:%M:%S')} The preview is up to date.", flush=True)
