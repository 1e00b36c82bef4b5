"""How long hand-outs take to make, anew and kept: in all, and each.

.venv/bin/python benchmarks/handouts.py
"""

import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from macros.facts.site_data import load_site  # noqa: E402
from publish.handouts import made  # noqa: E402


def main() -> None:
    """Print processor seconds for all pieces, made anew and then kept."""
    data = load_site(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        made.KEPT = str(Path(folder, "kept"))
        for words in ("anew", "kept"):
            began = time.process_time()
            pieces = made.make_all(ROOT, data)
            spent = time.process_time() - began
            print(f"{len(pieces)} pieces {words}: {spent:.2f} s")
    for name, piece in pieces.items():
        sizes = ", ".join(f"{end} {len(body)}" for end, body in piece.files.items())
        print(f"{name}: {piece.sides} sides; bytes: {sizes}")


if __name__ == "__main__":
    main()
