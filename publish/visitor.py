"""One address asked for, nothing followed: what a server answers, as it says it."""

import gzip
import http.client
from dataclasses import dataclass
from urllib.parse import urlsplit

WAIT = 20  # seconds for a server to answer
MOST = 50_000_000  # bytes of one answer, which no file of the site has


@dataclass(frozen=True)
class Answer:
    """Headers by their names in small letters, each with all that is said under it."""

    status: int
    headers: dict[str, list[str]]
    body: bytes

    def header(self, name: str) -> str:
        """What a header says, or nothing."""
        return ", ".join(self.headers.get(name.lower(), []))


class Visitor:
    """Asks the site that lives at an address. Raises ValueError for no such address."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(f"'{url}' is no address: type it with https:// in front")
        if parts.query or parts.fragment or "@" in parts.netloc:
            raise ValueError(f"'{url}' has more than a host and a folder")
        self.folder = f"{parts.path.rstrip('/')}/"
        self._host = parts.netloc
        self._secure = parts.scheme == "https"

    def get(self, path: str, packing: str = "identity") -> Answer:
        """The answer for a path of the site, such as /panel/.

        Raises OSError or http.client.HTTPException where there is none.
        """
        kind = http.client.HTTPSConnection if self._secure else None
        link = (kind or http.client.HTTPConnection)(self._host, timeout=WAIT)
        try:
            said = {"Accept-Encoding": packing, "User-Agent": "hsb-panel-smoke"}
            link.request("GET", self.folder + path.removeprefix("/"), headers=said)
            answer = link.getresponse()
            headers: dict[str, list[str]] = {}
            for name, value in answer.getheaders():
                headers.setdefault(name.lower(), []).append(value)
            return Answer(answer.status, headers, unpacked(answer.read(MOST), headers))
        finally:
            link.close()


def unpacked(body: bytes, headers: dict[str, list[str]]) -> bytes:
    """What was sent, as it was before it was packed.

    Raises OSError for what is not packed as it says.
    """
    packing = headers.get("content-encoding", ["identity"])[0].lower()
    if packing == "identity":
        return body
    if packing == "gzip":
        try:
            return gzip.decompress(body)
        except EOFError as error:
            raise OSError("the answer ends too soon") from error
    raise OSError(f"the answer is packed in a way nobody asked for, {packing}")
