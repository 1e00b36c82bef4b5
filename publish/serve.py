"""The live preview: follows edits, and says in the terminal what to mend."""

import sys
import tempfile
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from macros.problems import DataError

from .build import build_site

KEPT = "The preview shows the last good site."
FOLLOWED = ("data", "docs", "templates", "theme", "mkdocs.yml")


def serve(root: Path, port: int) -> None:
    """Serve the site of `root` on this machine until Ctrl C."""
    with tempfile.TemporaryDirectory(prefix="preview-") as folder:
        live = Path(folder) / "site"
        live.mkdir()

        def rebuild() -> None:
            try:
                build_site(root, live)
            except DataError as error:
                print(f"\n{error}\n\n{KEPT}", file=sys.stderr)

        server = LiveReloadServer(
            rebuild, host="127.0.0.1", port=port, root=str(live), mount_path="/"
        )
        for name in FOLLOWED:
            server.watch(str(root / name))
        rebuild()
        print(f"Preview: http://127.0.0.1:{port}/ (Ctrl C ends it)")
        try:
            server.serve()
        except KeyboardInterrupt:
            server.shutdown()
