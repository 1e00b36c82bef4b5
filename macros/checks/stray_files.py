"""Files that nobody meant to publish: copies, notes, and what acts on a host.

The engine copies whatever lies in docs/, follows every link, and lets a file of docs/
take the place of one of the theme. So each file has to be one that we know.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from ..problems import Problem
from ..reading.files import not_utf8
from ..reading.pages import address_of
from ..reading.rooms import at
from ..schema.all_kinds import ALL, files_of
from ..schema.fields import FILTERED
from ..schema.layers import LOCAL, NATIONAL
from .media import KINDS, STARTS, wrong_with

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
PAPER = r"handouts/(?:[a-z-]+\.(?:typ|ttf)|face\.LICENSE\.txt)"
TEMPLATE = re.compile(rf"_?[a-z][a-z_]*\.html|{PAPER}")
THEME = re.compile(r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*")
THEME_KINDS = {".html", ".css", ".js", ".svg", ".txt", ".md", ".png", ".ico", ".woff2"}
COPY = re.compile(
    r"~\$|~$|\.(?:bak|old|orig|rej|tmp|swp)$|\(\d+\)|\bcop(?:y|ies)\b|conflict", re.I
)
# What hosts take as orders.
ORDERS = {
    *("_worker.js", "_redirects", "_headers", "_routes.json", "cname", "netlify.toml"),
    *("web.config", "staticwebapp.config.json", "vercel.json", "robots.txt", "ads.txt"),
}
# Files that a template asks for by their whole name, not by one put together.
ASKS = re.compile(r"\{%-? (?:include|extends|import) \"([^\"]+)\"(?! *~)")

LINKED = "this is a link to another place: put the file itself here, or delete the link"
COPIED = "this looks like a copy that a program left: delete it"
ORDER = "a host would take this file as an order: delete it"
OUTSIDE = (
    "this would be published as it is, and it is no page, picture or PDF: move it out "
    f"of docs/ (a page may use {KINDS})"
)
RENAME = "write the name with small letters, digits and hyphens: {name}"
TAKES = "the theme has a file of this name, and this would take its place: rename it"
RESERVED = "docs/assets/ is the theme's folder: move this to another one, as pictures/"
UNKNOWN = "no part of the site reads this file: put what is right in it into {known}"


Listing = tuple[tuple[str, bool, int, int], ...]


def listed(root: Path) -> Listing:
    """Every file of the rooms that are published or read: its name, whether it is a
    link, and what changes when it does. Dotted names are left out, as engines do."""
    found = []
    for room in ("data", "docs", "templates", "theme"):
        base = at(root, room)
        for folder, folders, files in os.walk(base):
            folders[:] = sorted(
                n for n in folders if n[0] != "." and n != "__pycache__"
            )
            for name in (*folders, *files):
                path = Path(folder, name)
                linked = path.is_symlink()
                if name[0] == "." or (name in folders and not linked):
                    continue
                try:
                    status = path.lstat()
                except FileNotFoundError:
                    continue  # a program took it away meanwhile
                seen = f"{room}/{path.relative_to(base).as_posix()}"
                found.append((seen, linked, status.st_mtime_ns, status.st_size))
    return tuple(sorted(found))


def strays(root: Path, listing: Listing) -> Iterator[Problem]:
    """What lies in a room and has no business there, each with what to do."""
    names = {file for file, *_ in listing}
    for file, linked, *_ in listing:
        room, _, inner = file.partition("/")
        if linked:
            yield Problem(file, 1, LINKED)
        elif room == "docs":
            yield from in_docs(root, file, names)
        elif room == "data":
            yield from in_data(file)
        elif COPY.search(inner):
            yield Problem(file, 1, COPIED)
        else:
            yield from in_looks(root, file)
    yield from missing(names)
    yield from lost_from_theme(root, names)
    yield from same_address(names)


def in_docs(root: Path, file: str, names: set[str]) -> Iterator[Problem]:
    """One file of docs/: a page, or what a page may use."""
    inner = file.removeprefix("docs/")
    path = Path(inner)
    kind = path.suffix
    plain = all(NAME.fullmatch(part) for part in (*path.parent.parts, path.stem))
    if f"theme/{inner}" in names and kind != ".md":
        yield Problem(file, 1, TAKES)
    elif path.name.lower() in ORDERS or path.parts[0] == "functions":
        yield Problem(file, 1, ORDER)
    elif COPY.search(path.name):
        yield Problem(file, 1, COPIED)
    elif kind.lower() != ".md" and kind.lower() not in STARTS:
        yield Problem(file, 1, OUTSIDE)
    elif not plain or kind != kind.lower():
        yield Problem(file, 1, RENAME.format(name=renamed(path)))
    elif path.parts[0] == "assets":
        yield Problem(file, 1, RESERVED)
    elif kind == ".md":
        return
    elif FILTERED in inner:
        yield Problem(
            file, 1, f"school filters refuse '{FILTERED}' in a name: rename it"
        )
    else:
        why = wrong_with(at(root, file))
        if why:
            yield Problem(file, 1, f"this file {why}")


def renamed(path: Path) -> str:
    """A name that an address may hold, from one that it may not."""
    stem = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-") or "page"
    return f"{stem}{path.suffix.lower()}"


def in_data(file: str) -> Iterator[Problem]:
    """One file of data/: a file of facts that we know by its name."""
    known = {name for kind in ALL for name in files_of(kind)}
    if file in known:
        return
    layer = NATIONAL if file.startswith(NATIONAL) else LOCAL
    there = (Path(name) for name in known if name.startswith(layer))
    alike = [k for k in there if Path(file).name.startswith(k.stem)]
    near = max((k.as_posix() for k in alike), key=len, default="the files beside it")
    yield Problem(file, 1, UNKNOWN.format(known=near) + ", and delete it")


def in_looks(root: Path, file: str) -> Iterator[Problem]:
    """One file of templates/ or theme/: of a known kind, and readable."""
    path = at(root, file)
    if file.startswith("templates/"):
        known = TEMPLATE.fullmatch(file.removeprefix("templates/")) is not None
    else:
        known = THEME.fullmatch(path.name) is not None and path.suffix in THEME_KINDS
    if not known:
        yield Problem(file, 1, "no page is made with this file: delete it")
        return
    if path.suffix in (".html", ".css", ".js"):
        try:
            content = path.read_bytes()
            content.decode("utf-8")
        except UnicodeDecodeError as error:
            yield not_utf8(file, content, error.start)
        except OSError as error:
            why = error.strerror or "unknown"
            yield Problem(file, 1, f"this file cannot be read ({why}): put it back")


def missing(names: set[str]) -> Iterator[Problem]:
    """What no site can be made without."""
    if "docs/index.md" not in names:
        message = "the start page is missing: put it back"
        yield Problem("docs/index.md", 1, message)
    if not any(name.startswith("templates/") for name in names):
        message = "this folder is missing or empty: put it back"
        yield Problem("templates/", 1, message)


def lost_from_theme(root: Path, names: set[str]) -> Iterator[Problem]:
    """Files of the theme that others of it ask for. The engine would take its own."""
    theme = {name for name in names if name.startswith("theme/")}
    if not theme:
        return
    asked = {"theme/main.html", "theme/404.html"}
    for file in (name for name in theme if name.endswith(".html")):
        text = at(root, file).read_text(encoding="utf-8", errors="replace")
        asked |= {f"theme/{name}" for name in ASKS.findall(text)}
    for file in sorted(asked - theme):
        yield Problem(file, 1, "this file is missing: put it back")


def same_address(names: set[str]) -> Iterator[Problem]:
    """Two files that make one page: the second would hide the first."""
    pages: dict[str, list[str]] = {}
    for file in sorted(names):
        if file.startswith("docs/") and file.endswith(".md"):
            address = address_of(file.removeprefix("docs/"))
            pages.setdefault(address, []).append(file)
    for address, files in pages.items():
        for file in files if len(files) > 1 else ():
            others = " and ".join(other for other in files if other != file)
            message = f"{others} has the same address, {address}: delete one of them"
            yield Problem(file, 1, message)
