"""Files packed beforehand, better than a server would on the way."""

import gzip
from functools import lru_cache
from pathlib import Path

from ..headers import TYPES

SMALL = 256  # bytes: below, a packed file is no smaller on the wire


def pack(site: Path) -> int:
    """Put a .gz and a .br beside each file of text. Gives how many were packed.

    The same file gives the same bytes: no time and no name is packed with it.
    """
    count = 0
    for file in sorted(site.rglob("*")):
        if not file.is_file() or file.suffix not in TYPES:
            continue
        text = file.read_bytes()
        if len(text) < SMALL:
            continue
        count += 1
        for end, packed in squeezed(text).items():
            beside(file, end).write_bytes(packed)
    return count


@lru_cache(maxsize=512)  # most is the same for the next host
def squeezed(text: bytes) -> dict[str, bytes]:
    """A file packed in each way, as small as can be."""
    import brotli  # only here: a build packs nothing

    return {
        ".gz": gzip.compress(text, 9, mtime=0),
        ".br": brotli.compress(text, quality=11),
    }


def beside(file: Path, end: str) -> Path:
    """The name of a packed file."""
    return file.with_name(file.name + end)
