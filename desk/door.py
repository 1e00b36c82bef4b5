"""Who may speak to the desk: the browser that was given its key, and nobody else.

The desk can write files, so a page of another site, a name that another site gave this
machine's address, and another person on this machine must all find it shut.
"""

import secrets
from dataclasses import dataclass, field
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

OPEN = "/open/"
MOST = 24_000_000  # bytes of a question: a large photograph
READS = ("GET", "HEAD")
SHUT = "This desk is for the browser that opened it. Use the address in its terminal."
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-src {frame}; "
    "frame-ancestors 'none'"
)


@dataclass(frozen=True)
class Key:
    """What opens the desk at a port: once in an address, from then on as a cookie."""

    port: int
    word: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    held: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    @property
    def cookie(self) -> str:
        """The name of the cookie; one for each desk, as a machine may have two."""
        return f"desk-{self.port}"

    @property
    def origin(self) -> str:
        """Where the desk lives. By this name only: any other name may be a trick."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def first_address(self) -> str:
        """The address to open it with."""
        return f"{self.origin}{OPEN}?key={self.word}"


class Door:
    """Lets through to an app what comes from the browser that has the key.

    The preview has a port of its own, which is another origin to a browser: so `inner`
    says the desk's, which alone may show it in a frame.
    """

    def __init__(
        self, app: ASGIApp, key: Key, port: int, *, frame: int = 0, inner: bool = False
    ) -> None:
        self._app = app
        self._key = key
        self._host = f"127.0.0.1:{port}"
        self._inner = inner
        self._said = {
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "same-origin",
            "Cache-Control": "no-store",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Content-Security-Policy": f"frame-ancestors {key.origin}"
            if inner
            else POLICY.format(
                frame=f"http://127.0.0.1:{frame}" if frame else "'none'"
            ),
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a question, or have the app do it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":  # no sockets: nothing here speaks over one
            await send({"type": "websocket.close", "code": 1008})
            return
        answer = self._refusal(scope)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self._said)
            await send(message)

        await (answer or self._app)(scope, receive, with_headers)

    def _refusal(self, scope: Scope) -> Response | None:
        """What to answer instead of the app, or None where the app may."""
        headers = Headers(scope=scope)
        reads = scope["method"] in READS
        if headers.getlist("host") != [self._host] or not self._from_here(
            headers, reads
        ):
            return PlainTextResponse(SHUT, 403)
        if not reads and not headers.get("content-length", "").isdigit():
            return PlainTextResponse("say how long it is", 411)
        if not reads and int(headers["content-length"]) > MOST:
            return PlainTextResponse("That is too large.", 413)
        if scope["path"] == OPEN and not self._inner and reads:
            return self._opened(scope["query_string"])
        if not self._known(headers):
            return PlainTextResponse(SHUT, 403)
        return None

    def _from_here(self, headers: Headers, reads: bool) -> bool:
        """Whether no other site has a part in it, as far as the browser says."""
        origins = headers.getlist("origin")
        if origins != [f"http://{self._host}"] and not (reads and not origins):
            return False
        site = headers.get("sec-fetch-site")
        framed = self._inner and headers.get("sec-fetch-mode") == "navigate"
        return site in (None, "none", "same-origin") or (site == "same-site" and framed)

    def _opened(self, query: bytes) -> Response:
        given = parse_qs(query.decode("latin-1")).get("key", [""])[0]
        if not same(given, self._key.word):
            return PlainTextResponse(SHUT, 403)
        answer = RedirectResponse("/", 303)  # so that the key leaves the address
        answer.set_cookie(
            self._key.cookie, self._key.held, httponly=True, samesite="strict"
        )
        return answer

    def _known(self, headers: Headers) -> bool:
        pairs = (
            part.strip().partition("=")
            for line in headers.getlist("cookie")
            for part in line.split(";")
        )
        held = [value for name, _, value in pairs if name == self._key.cookie]
        return len(held) == 1 and same(held[0], self._key.held)


def same(one: str, other: str) -> bool:
    """Whether two secrets are one, in a time that tells nothing."""
    return secrets.compare_digest(one.encode(), other.encode())
