"""How long a build takes: ours and stock Material, on generated sites, in one run.

`.venv/bin/python benchmarks/build.py` makes sites of 25, 250 and 1,000 pages from the
words of this one and prints processor seconds (medians), their ratio, and the peak of
memory. `--pages 25 250` chooses, `--runs 3` is how often each is built, in turn.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from sites import ROOT, STOCK, put_english

sys.path.insert(0, str(ROOT / "tests"))
from small import examples

ROOMS = ("templates", "theme", "macros")
# Stock Material with the same macros, and without our checks.
BARE = """\
from types import SimpleNamespace
from macros import define_env, on_pre_page_macros
from macros.checks import examination
from macros.facts.site_data import load_site
examination.check_site = lambda root: SimpleNamespace(data=load_site(root))
"""
PAGE = """\
---
title: {title}
description: What page {number} of the generated site is about, in one sentence.
for: [everyone, schools]
reviewed: 2026-11-22
---

# {title}

{{{{ page_top() }}}}

{body}

{{{{ page_foot() }}}}
"""
SECTION = """\
## Part {part} of page {number}

A concern about {{{{ term("example-plan", "a plan") }}}} goes to the front door first.
Ring {{{{ phone("example-helpline") }}}} first.{{{{ cite("example-guide") }}}}

- One thing to do, see [the next page]({link})
- Another thing to do, with **some weight** on it

| When | Who |
| --- | --- |
| Now | {{{{ phone("example-helpline") }}}} |
| Soon | {{{{ term("example-plan") }}}} |

{extra}

"""


def main() -> None:
    """Build every site with both, in turn, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=[25, 250, 1000])
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    print("| site | ours, CPU s | stock, CPU s | ours / stock | ours, peak MB |")
    print("|---|---|---|---|---|")
    with TemporaryDirectory() as folder:
        real = measured(
            ROOT / "docs", ROOT / "data", Path(folder) / "real", options.runs
        )
        print(row("the real one", *real))
        for count in options.pages:
            docs = Path(folder) / f"docs-{count}"
            generate(docs, count)
            found = measured(docs, None, Path(folder) / str(count), options.runs)
            print(row(f"{count} pages", *found), flush=True)


def row(name: str, ours: list[float], stock: list[float], peak: float) -> str:
    """One line of the table."""
    one, other = statistics.median(ours), statistics.median(stock)
    return f"| {name} | {one:.2f} | {other:.2f} | {one / other:.2f} | {peak:.0f} |"


# What the frame of every page links to, and what the examples do.
NEEDED = (
    "index",
    "prepare",
    "contacts",
    "respond",
    "resources",
    "glossary",
    "site-map",
)
NEEDED += ("about/index", "about/accessibility", "about/privacy", "about/sources")
NEEDED += ("about/changes",)


def generate(docs: Path, count: int) -> None:
    """`count` pages below `docs`, in folders of 25."""
    names = [*NEEDED, *(f"part-{n // 25}/page-{n}" for n in range(count))][:count]
    for number, name in enumerate(names):
        file = docs / f"{name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        link = f"page-{number - len(NEEDED)}.md" if "page-" in name else file.name
        body = "".join(
            SECTION.format(
                part=part,
                number=number,
                link=link,
                extra=EXTRA.get(name, "") if part == 0 else "",
            )
            for part in range(6)
        )
        title = f"Generated page {number}"
        file.write_text(PAGE.format(title=title, number=number, body=body))


EXTRA = {
    "resources": "{{ resources() }}",
    "glossary": "{{ terms() }}",
    "contacts": '{{ contacts("now") }}',
    "respond": '{{ steps("prepare") }}',
}


def project(docs: Path, data: Path | None, folder: Path, config: str) -> Path:
    """A project of these pages in `folder`, with these facts or those of the guide."""
    for room in ROOMS:
        shutil.copytree(ROOT / room, folder / room)
    shutil.copytree(docs, folder / "docs")
    if data:
        shutil.copytree(data, folder / "data")
    else:
        (folder / "data" / "local").mkdir(parents=True)
        for name, text in examples().items():
            if name.startswith("data/"):
                text = re.sub(
                    "(?m)^address:.*\n", "", text
                )  # relative, as the real one
                (folder / name).write_text(text, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    return folder


def measured(
    docs: Path, data: Path | None, folder: Path, runs: int
) -> tuple[list[float], list[float], float]:
    """Processor seconds of ours and of stock, and the peak of ours in MB."""
    folder.mkdir()
    mine = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    if not data:
        mine = mine.partition("\nnav:")[0]
    ours = project(docs, data, folder / "ours", mine)
    theirs = STOCK.replace("module_name: macros", "module_name: bare")
    stock = project(docs, data, folder / "stock", theirs)
    put_english(stock)
    (stock / "bare.py").write_text(BARE, encoding="utf-8")
    build = [sys.executable, "-m", "publish", "--root", str(ours)]
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "-q"]
    times: tuple[list[float], list[float]] = ([], [])
    peak = 0.0
    for _ in range(runs):
        for made in ("site", ".cache"):  # else nothing would be made a second time
            shutil.rmtree(ours / made, ignore_errors=True)
        seconds, used = cost(build, ROOT)
        times[0].append(seconds)
        peak = max(peak, used)
        times[1].append(cost(mkdocs, stock)[0])
    return *times, peak


def cost(command: list[str], folder: Path) -> tuple[float, float]:
    """Processor seconds and peak MB of a command that has to succeed."""
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(
        command, cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        assert process.stdout
        said = process.stdout.read().decode()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(said[-3000:])
    scale = 1024 if sys.platform != "darwin" else 1024 * 1024
    return used.ru_utime + used.ru_stime, used.ru_maxrss / scale


if __name__ == "__main__":
    main()
