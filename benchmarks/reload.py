"""How long after saving a file the preview shows it: `python benchmarks/reload.py`.

Serves a copy of the project, saves an edit to a page or to a fact, and waits for what
a browser waits for: the preview's turn changes, and the page then holds the new words.
A question is asked every 150 ms, as the script in the page does. Gives the median.
"""

import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parent.parent
ROOMS = ("data", "docs", "templates", "theme", "macros", "publish")
ASKS_EVERY = 0.15
TRIES = 15


def read(address: str) -> str:
    """What the server answers, or nothing while it does not."""
    try:
        with urlopen(address, timeout=10) as answer:
            return str(answer.read().decode())
    except URLError:
        return ""


def edit(project: Path, number: int) -> str:
    """Save one edit; gives the words that it brings to the page."""
    words = f"Edit number {number}."
    if number % 2:
        file = project / "docs" / "route.md"
        text = file.read_text(encoding="utf-8")
        new = text.replace("\n{{ page_foot() }}", f"\n{words}\n\n{{{{ page_foot() }}}}")
    else:
        file = project / "data" / "local" / "terms.yml"
        text = file.read_text(encoding="utf-8")
        at = text.index("- id: integrated-front-door")
        where = text.index("meaning: >-\n", at) + len("meaning: >-\n")
        new = f"{text[:where]}    {words}\n{text[where:]}"
    file.write_text(new, encoding="utf-8")
    return words


def main() -> int:
    """Run it, and print each time and their median."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        for room in ROOMS:
            shutil.copytree(ROOT / room, project / room)
        shutil.copy(ROOT / "mkdocs.yml", project)
        shutil.copy(ROOT / "addresses.txt", project)
        site = f"http://127.0.0.1:{port}"
        command = [sys.executable, "-m", "publish", "--root", str(project), "serve"]
        server = subprocess.Popen([*command, "--port", str(port)], cwd=ROOT)
        try:
            while "Which door" not in read(f"{site}/route/"):
                time.sleep(0.2)
            times = [once(project, site, number) for number in range(TRIES)]
        finally:
            server.terminate()
            server.wait()
    print(" ".join(f"{taken:.2f}" for taken in times))
    print(f"median {statistics.median(times):.2f} s, longest {max(times):.2f} s")
    return 0


def once(project: Path, site: str, number: int) -> float:
    """Seconds from saving to the page with the new words."""
    time.sleep(4)  # as an editor, who looks before the next edit
    turn = read(f"{site}/__preview/turn")
    start = time.perf_counter()
    words = edit(project, number)
    while read(f"{site}/__preview/turn") == turn:
        time.sleep(ASKS_EVERY)
    if words not in read(f"{site}/route/"):
        raise SystemExit(f"the page does not show: {words}")
    return time.perf_counter() - start


if __name__ == "__main__":
    raise SystemExit(main())
