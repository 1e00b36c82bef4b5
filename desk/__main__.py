"""`python -m desk`: the editor's desk, until Ctrl C ends it."""

import argparse
import signal
import socket
import sys
import threading
import webbrowser
from pathlib import Path

import uvicorn

from macros.reading.rooms import NEEDS, is_place

from .app import desk_app
from .desk import Desk
from .door import Door, Key

ROOT = Path(__file__).parent.parent
HERE = "127.0.0.1"  # this machine, and no other
MOST = 64  # browsers' questions at once
IN_USE = (
    "Port {port} is in use, perhaps by another desk: end that one with Ctrl C, or "
    "type: python -m desk --port {next}"
)


def main(words: list[str]) -> int:
    """Open the desk. Gives the exit code when it is closed."""
    parser = argparse.ArgumentParser(prog="python -m desk", description=__doc__)
    parser.add_argument("--root", type=Path, default=ROOT, help="the project's folder")
    parser.add_argument("--place", default=".", help="another place, as examples/x")
    parser.add_argument("--port", type=int, default=8100, help="of the desk")
    parser.add_argument("--no-browser", action="store_true", help="open none by itself")
    options = parser.parse_args(words)
    root = (options.root / options.place).resolve()
    if not is_place(root):
        parser.error(f"{options.place} is no place: it needs {NEEDS}")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        mine, preview = listening(options.port), listening(0)
    except OSError:
        said = IN_USE.format(port=options.port, next=options.port + 1)
        print(said, file=sys.stderr)
        return 1
    return serve(root, mine, preview, browser=not options.no_browser)


def serve(
    root: Path, mine: socket.socket, preview: socket.socket, *, browser: bool
) -> int:
    """Serve the desk of a place on two sockets, that of the desk and of its preview."""
    key = Key(port_of(mine))
    desk = Desk(root, key)
    desk.lens.port = port_of(preview)
    inner = Door(desk.lens.app(), key, desk.lens.port, inner=True)
    outer = Door(desk_app(desk), key, key.port, frame=desk.lens.port)
    beside = server(inner)
    thread = threading.Thread(
        target=beside.run, kwargs={"sockets": [preview]}, daemon=True
    )
    try:
        thread.start()
        desk.lens.start()
        print(f"The desk: {key.first_address}", flush=True)
        print("For this machine alone. Ctrl C closes it.", flush=True)
        if browser:
            webbrowser.open(key.first_address)
        server(outer).run(sockets=[mine])
    except KeyboardInterrupt:
        pass
    finally:
        beside.should_exit = True
        desk.close()
    print("\nThe desk is closed. What was not saved is kept as a draft.")
    return 0


def server(app: Door) -> uvicorn.Server:
    """A server of an app, which says nothing of what it is and of who asked."""
    return uvicorn.Server(
        uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            lifespan="off",
            proxy_headers=False,
            limit_concurrency=MOST,
            timeout_graceful_shutdown=2,
        )
    )


def listening(port: int) -> socket.socket:
    """A socket of this machine alone. Raises OSError where the port is in use."""
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if sys.platform != "win32":
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    found.bind((HERE, port))
    found.listen(MOST)
    return found


def port_of(found: socket.socket) -> int:
    """The port that a socket listens on."""
    return int(found.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
