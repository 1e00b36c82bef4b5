"""The server of the preview: answers this machine's browser, and nobody else."""

import mimetypes
import socket
import sys
import threading
import time
from contextlib import suppress
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit

from .preview import Preview

MOST = 64  # browsers' connections at once
PATIENCE = 30.0  # seconds for a question and its answer
NAMES = ("127.0.0.1", "localhost")

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
FAILED = "The preview met a fault of its own: load this page again. (%s)"
FULL = b"HTTP/1.0 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"


class PreviewServer(ThreadingHTTPServer):
    """Serves a preview on this machine, to `most` connections at once.

    A thread for each, so a connection that takes longer than `patience` is cut: a
    client that sends a letter a second would keep its thread for ever. Raises OSError
    if the port is in use.
    """

    daemon_threads = True

    def __init__(
        self,
        preview: Preview,
        port: int,
        most: int = MOST,
        patience: float = PATIENCE,
    ) -> None:
        self._free = threading.BoundedSemaphore(most)
        self._patience = patience
        self._since: dict[socket.socket, float] = {}
        self._lock = threading.Lock()
        super().__init__((NAMES[0], port), partial(Handler, preview))

    def start(self, every: float = 0.1) -> None:
        """Serve in a thread of its own until `end`, with a look at it that often."""
        serving = threading.Thread(target=self.serve_forever, args=(every,))
        serving.daemon = True
        serving.start()

    def end(self) -> None:
        """Give the port back."""
        self.shutdown()
        self.server_close()

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer in a thread of its own, if there is one left."""
        if not self._free.acquire(blocking=False):
            request.setblocking(False)
            with suppress(OSError):  # it has gone already
                request.send(FULL)
            super().shutdown_request(request)
            return
        with self._lock:
            self._since[request] = time.monotonic()
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """Close a connection, after its place has been given back."""
        with self._lock:
            held = self._since.pop(request, None) is not None
        if held:
            self._free.release()
        super().shutdown_request(request)

    def service_actions(self) -> None:
        """Between two questions: cut the connections that take too long."""
        with self._lock:
            late = time.monotonic() - self._patience
            for request in [r for r, since in self._since.items() if since <= late]:
                with suppress(OSError):  # it is closing by itself
                    request.shutdown(socket.SHUT_RDWR)  # wakes its thread, which ends

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Nothing of clients that have gone; the rest in one line."""
        error = sys.exc_info()[1]
        if not isinstance(error, OSError):
            print(FAILED % repr(error), file=sys.stderr)


class Handler(BaseHTTPRequestHandler):
    """Answers one question of a browser."""

    def __init__(self, preview: Preview, *args: Any) -> None:
        self._preview = preview
        super().__init__(*args)

    def do_GET(self) -> None:
        """A page, a file of the site, or what the browser asks of the preview."""
        if not self._asked_here():
            self._answer(403, "text/plain", b"This preview is for this machine.")
            return
        try:
            answer = self._found(unquote(urlsplit(self.path).path))
        except Exception as error:  # a browser always gets an answer
            print(FAILED % repr(error), file=sys.stderr)
            said = f"<p>{FAILED % type(error).__name__}</p>"
            answer = self._html(500, said, self._preview.turn)
        self._answer(*answer)

    do_HEAD = do_GET

    def _asked_here(self) -> bool:
        """Whether it was asked for by this machine's name, and by no other site.

        Another site could else give its own name this machine's address, and read.
        """
        port = self.connection.getsockname()[1]
        hosts = {f"{name}:{port}" for name in NAMES}
        host, origin = self.headers.get("Host"), self.headers.get("Origin")
        if host not in hosts or origin not in (None, f"http://{host}"):
            return False
        ours = self.headers.get("Sec-Fetch-Site") in (None, "none", "same-origin")
        return ours or self.headers.get("Sec-Fetch-Mode") == "navigate"

    def _found(self, path: str) -> tuple[int, str, bytes, str]:
        """What is to be answered: status, kind, content, and where else to go."""
        if path == TURN:
            return 200, "text/plain", self._preview.turn.encode(), ""
        if path == SCRIPT:
            return 200, "text/javascript", (FOLLOW % TURN).encode(), ""
        turn = self._preview.turn  # before, so that no change is missed
        if path.endswith(("/", "/index.html")):
            html = self._preview.page(path.removesuffix("index.html"))
            if html is not None:
                return self._html(500 if self._preview.problems else 200, html, turn)
        elif (content := self._preview.file(path)) is not None:
            kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
            return 200, kind, content, ""
        elif self._preview.file(f"{path}/index.html") is not None:
            asked = urlsplit(self.path)
            there = urlunsplit(("", "", f"{asked.path}/", asked.query, ""))
            return 302, "text/plain", b"", there
        missing = self._preview.file("/404.html") or b"<p>Not found.</p>"
        return self._html(404, missing.decode(errors="replace"), turn)

    def _html(self, status: int, html: str, turn: str) -> tuple[int, str, bytes, str]:
        script = f'<script src="{SCRIPT}" data-turn="{turn}"></script>'
        head, body, rest = html.rpartition("</body>")
        whole = head + script + body + rest if body else html + script
        return status, "text/html", whole.encode(), ""

    def _answer(self, status: int, kind: str, body: bytes, there: str = "") -> None:
        text = kind.startswith("text/")
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        if there:
            self.send_header("Location", there)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Nothing: the terminal is for what is to be mended."""
