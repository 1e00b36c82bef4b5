"""The two sites that are compared, and a server that speaks gzip as real ones do."""

import functools
import gzip
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

# The same pages with Material as it ships: its theme, its search, no file of ours. The
# macros say which English the pages are in, which Material has under another name.
STOCK = """\
site_name: Stock Material
theme:
  name: material
  custom_dir: english
plugins:
  - search
  - macros:
      module_name: macros
markdown_extensions: [attr_list, md_in_html, tables, toc]
"""
LANGUAGES = "partials/languages"
TEXT = {".html", ".css", ".js", ".json", ".svg", ".xml", ".map"}


def build_ours(folder: Path) -> Path:
    """Our site, made by our build command, in `folder`."""
    from publish.build import build_site

    build_site(ROOT, folder / "ours")
    return folder / "ours"


def build_stock(folder: Path) -> Path:
    """The same pages as stock Material makes them, in `folder`."""
    project = folder / "project"
    project.mkdir()
    for room in ("data", "docs", "templates", "macros"):
        shutil.copytree(ROOT / room, project / room)
    (project / "mkdocs.yml").write_text(STOCK)
    put_english(project)
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(folder / "stock")],
        cwd=project,
        check=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stderr=subprocess.DEVNULL,
    )
    return folder / "stock"


def put_english(project: Path) -> None:
    """Beside STOCK's settings, the English that our pages say they are in."""
    (project / "english" / LANGUAGES).mkdir(parents=True)
    english = files("material").joinpath("templates", LANGUAGES, "en.html").read_text()
    (project / "english" / LANGUAGES / "en-GB.html").write_text(english)


class Gzipped(http.server.SimpleHTTPRequestHandler):
    """Files of a folder, text shrunk on the way. `sent` counts bodies by path."""

    protocol_version = "HTTP/1.1"  # one connection serves several files
    sent: dict[str, int]

    def __init__(self, *args: object, sent: dict[str, int], **kwargs: object) -> None:
        self.sent = sent
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path = path / "index.html"
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Cache-Control", "max-age=600")
        if path.suffix in TEXT:
            body = gzip.compress(body, 9, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.sent[self.path] = len(body)

    def log_message(self, *args: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, dict[str, int]]]:
    """The address of a folder on a server of its own, and what it has sent."""
    sent: dict[str, int] = {}
    handler = functools.partial(Gzipped, directory=str(folder), sent=sent)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", sent
    finally:
        server.shutdown()


def chromium() -> str:
    """Where the browser is: the variable CHROMIUM, or the first one on the path."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)))
    return str(found)
