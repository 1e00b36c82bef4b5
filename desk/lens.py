"""The preview of what is being typed: the site made of the copy that drafts are on."""

import mimetypes
import tempfile
import threading
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from publish.preview import Preview
from publish.preview_server import FOLLOW, SCRIPT, TURN

from .kept import Contents
from .shadow import Shadow


class Lens:
    """Follows the copy in a thread of its own: who types never waits for it."""

    def __init__(self, shadow: Shadow) -> None:
        self.port = 0  # on which it is served; none where there is no preview
        self._shadow = shadow
        self._temporary = tempfile.TemporaryDirectory(prefix="desk-preview-")
        self.preview = Preview(shadow.root, Path(self._temporary.name))
        self._texts: Contents | None = None  # to be laid on the copy first
        self._look = threading.Event()
        self._ended = False
        self._follower = threading.Thread(target=self._follow, daemon=True)

    def start(self) -> None:
        """Make the site for the first time, and follow from then on."""
        self._look.set()
        self._follower.start()

    def look(self, texts: Contents | None = None) -> None:
        """Show what is on the copy now, or these texts on it."""
        self._texts = texts
        self._look.set()

    def close(self) -> None:
        """End it."""
        self._ended = True
        self._look.set()
        if self._follower.is_alive():
            self._follower.join(30)
        self._temporary.cleanup()

    def _follow(self) -> None:
        while True:
            self._look.wait()
            self._look.clear()
            if self._ended:
                return
            with self._shadow.lock:
                if self._texts is not None:
                    self._shadow.show(self._texts)
                self.preview.change()

    def app(self) -> Starlette:
        """What a browser gets of it."""
        return Starlette(routes=[Route("/{path:path}", self._answer)])

    def _answer(self, request: Request) -> Response:
        path = f"/{request.path_params['path']}"
        if path == TURN:
            return Response(self.preview.turn, media_type="text/plain")
        if path == SCRIPT:
            return Response(FOLLOW % TURN, media_type="text/javascript")
        turn = self.preview.turn  # before, so that no change is missed
        if path.endswith("/"):
            html = self.preview.page(path)
            if html is not None:
                return self._html(html, turn, 200)
        elif (content := self.preview.file(path)) is not None:
            kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
            return Response(content, media_type=kind)
        elif self.preview.file(f"{path}/index.html") is not None:
            return RedirectResponse(f"{path}/", 302)
        return self._html("<p>There is no such page.</p>", turn, 404)

    def _html(self, html: str, turn: str, status: int) -> Response:
        script = f'<script src="{SCRIPT}" data-turn="{turn}"></script>'
        head, body, rest = html.rpartition("</body>")
        whole = head + script + body + rest if body else html + script
        return HTMLResponse(whole, status)
