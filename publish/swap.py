"""Put a finished folder where another one is, so that a visitor sees either."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def beside(live: Path) -> Iterator[Path]:
    """An empty folder beside `live`, which takes its place if all goes well.

    On any exception the folder goes away and `live` stays as it was.
    """
    work = Path(tempfile.mkdtemp(prefix=f".{live.name}-", dir=live.parent))
    new, old = work / "new", work / "old"
    new.mkdir()
    try:
        yield new
        if live.exists():
            live.rename(old)
        try:
            new.rename(live)
        except OSError:
            if old.exists():
                old.rename(live)
            raise
    finally:
        shutil.rmtree(work, ignore_errors=True)
