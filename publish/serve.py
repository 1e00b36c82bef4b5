"""The live preview: a small server on this machine that follows edits."""

import mimetypes
import signal
import sys
import tempfile
import threading
import time
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from macros.reading.files import stamp
from macros.reading.promises import FILE as PROMISES

from .preview import Preview

FOLLOWED = ("data", "docs", "templates", "theme", "mkdocs.yml", PROMISES)
ROOMS = FOLLOWED[:4]
PAUSE = 0.05  # seconds between two looks at the files
QUIET = 1.0  # seconds without a change, after which the whole site is made

TURN = "/__preview/turn"
SCRIPT = "/__preview/follow.js"
# A short question now and again, and not one that waits: a browser keeps few waiting
# questions to a server, so a row of open tabs would hang.
FOLLOW = """\
const seen = document.currentScript.dataset.turn;
const look = async () => {
  try {
    const answer = await fetch("%s", { cache: "no-store" });
    if (answer.ok && (await answer.text()) !== seen) return location.reload();
  } catch {} // the preview has ended; it may come back
  setTimeout(look, 150);
};
look();
"""


class Handler(BaseHTTPRequestHandler):
    """Answers one browser."""

    def __init__(self, preview: Preview, *args: Any) -> None:
        self._preview = preview
        super().__init__(*args)

    def do_GET(self) -> None:
        """A page, a file of the site, or what the browser asks of the preview."""
        path = unquote(urlsplit(self.path).path)
        if not self._asked_here():
            self._answer(403, "text/plain", b"This preview is for this machine.")
        elif path == TURN:
            self._answer(200, "text/plain", self._preview.turn.encode())
        elif path == SCRIPT:
            self._answer(200, "text/javascript", (FOLLOW % TURN).encode())
        elif path.endswith(("/", "/index.html")):
            self._page(path.removesuffix("index.html"))
        elif file := self._preview.file(path):
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            self._answer(200, kind, file.read_bytes())
        elif self._preview.file(f"{path}/index.html"):
            asked = urlsplit(self.path)
            there = asked._replace(path=f"{asked.path}/").geturl()
            self._answer(302, "text/plain", b"", Location=there)
        else:
            self._missing()

    do_HEAD = do_GET

    def _asked_here(self) -> bool:
        """Whether it was asked for by this machine's name, and by no other site.

        Another site could else give its own name this machine's address, and read.
        """
        port = self.connection.getsockname()[1]
        hosts = {f"{name}:{port}" for name in ("127.0.0.1", "localhost")}
        other = self.headers.get("Sec-Fetch-Site") == "cross-site"
        navigates = self.headers.get("Sec-Fetch-Mode") == "navigate"
        return self.headers.get("Host") in hosts and (navigates or not other)

    def _page(self, address: str) -> None:
        turn = self._preview.turn  # before, so that no change is missed
        html = self._preview.page(address)
        if html is None:
            self._missing()
            return
        status = 500 if self._preview.problems else 200
        self._html(status, html, turn)

    def _missing(self) -> None:
        file = self._preview.file("/404.html")
        html = file.read_text(encoding="utf-8") if file else "<p>Not found.</p>"
        self._html(404, html, self._preview.turn)

    def _html(self, status: int, html: str, turn: str) -> None:
        script = f'<script src="{SCRIPT}" data-turn="{turn}"></script>'
        head, body, rest = html.rpartition("</body>")
        whole = head + script + body + rest if body else html + script
        self._answer(status, "text/html", whole.encode())

    def _answer(self, status: int, kind: str, body: bytes, **headers: str) -> None:
        text = kind.startswith("text/")
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Nothing: the terminal is for what is to be mended."""


def serve(root: Path, port: int) -> int:
    """Serve the site of `root` on this machine until Ctrl C. Gives the exit code."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with tempfile.TemporaryDirectory(prefix="preview-") as folder:
        preview = Preview(root, Path(folder))
        try:
            server = ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, preview))
        except OSError:
            print(
                f"Port {port} is in use, perhaps by another preview: end that one with "
                f"Ctrl C, or type: python -m publish serve --port {port + 1}",
                file=sys.stderr,
            )
            return 1
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True).start()
        print(f"Preview: http://127.0.0.1:{port}/ (Ctrl C ends it)", flush=True)
        try:
            follow(root, preview)
        except KeyboardInterrupt:
            print("\nThe preview has ended.")
        finally:
            preview.stop()
            server.shutdown()
            server.server_close()
    return 0


def follow(root: Path, preview: Preview) -> None:
    """Tell the preview of every change, and in quiet times have it finish."""
    seen: object = None
    changed = 0.0
    while True:
        now = followed(root)
        if now != seen:
            seen, changed = now, time.monotonic()
            preview.change()
            tell(preview)
        elif time.monotonic() - changed > QUIET:
            before = preview.problems
            preview.finish()
            preview.look()
            if preview.problems != before:
                tell(preview)
        time.sleep(PAUSE)


def followed(root: Path) -> object:
    """What changes when any file of the site does."""
    files = [root / name for name in FOLLOWED if name not in ROOMS]
    for room in ROOMS:
        files += (file for file in (root / room).rglob("*") if file.is_file())
    return [stamp(file) for file in sorted(files)]


def tell(preview: Preview) -> None:
    """The same in the terminal as in the browser."""
    if preview.problems:
        lines = "\n".join(map(str, preview.problems))
        print(f"\n{lines}\n\nMend and save: the preview follows.", file=sys.stderr)
    else:
        print(f"{time.strftime('%H:%M:%S')} The preview is up to date.", flush=True)
