"""The pages of docs/ as they are written: front matter, words, address."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from ..problems import FollowsError, Problem
from ..schema.records import FrontMatter
from .bounds import too_much
from .files import files_below, kept, read_text, stamp
from .load import load_record
from .rooms import at
from .tree import tree_of

FENCE = "---"
OPEN = "start the page with '---', its title and so on, then '---'"


@dataclass(frozen=True)
class PageSource:
    """One Markdown file. `body_line` is the file's line on which the body starts."""

    path: str  # from docs/, such as panel/prepare.md
    front: FrontMatter | None  # None when it has faults
    node: yaml.Node | None  # of the front matter, which knows its lines
    body: str
    body_line: int

    @property
    def meta(self) -> FrontMatter:
        """The front matter. Raises FollowsError when it has faults."""
        if self.front is None:
            raise FollowsError(self.file)
        return self.front

    def lines(self) -> Iterator[tuple[int, str]]:
        """The lines of the body that are not code, each with its number in the file."""
        fence = ""
        numbered = enumerate(self.body.split("\n"), self.body_line)
        if "```" not in self.body and "~~~" not in self.body:
            yield from numbered
            return
        for number, line in numbered:
            opens = re.match(r" {0,3}(```+|~~~+)", line)
            if opens and fence in ("", opens[1][:3]):
                fence = "" if fence else opens[1][:3]
            elif not fence:
                yield number, line

    @property
    def file(self) -> str:
        return f"docs/{self.path}"

    @property
    def address(self) -> str:
        return address_of(self.path)


def address_of(path: str) -> str:
    """The address of a page of docs/: `panel/prepare.md` gives `/panel/prepare/`."""
    stem = path.removesuffix(".md")
    stem = "" if stem == "index" else stem.removesuffix("/index")
    return f"/{stem}/" if stem else "/"


def page_paths(root: Path) -> list[str]:
    """The Markdown files below docs/, as written from there."""
    docs = at(root, "docs")
    return [
        file.relative_to(docs).as_posix()
        for file in files_below(docs)
        if file.suffix == ".md"
    ]


def load_pages(root: Path, problems: list[Problem]) -> dict[str, PageSource]:
    """Every page by address, adding to `problems` whatever is wrong."""
    pages = {}
    for path in page_paths(root):
        page, found = _load_page(root, path, stamp(at(root, f"docs/{path}")))
        problems += found
        pages[page.address] = page
    return pages


@kept(8192)
def _load_page(
    root: Path, path: str, stamped: object
) -> tuple[PageSource, list[Problem]]:
    """A page, read again only when it has changed."""
    problems: list[Problem] = []
    return load_page(root, path, problems), problems


def load_page(root: Path, path: str, problems: list[Problem]) -> PageSource:
    """One page, as far as it can be read, with `problems` saying the rest."""
    file = f"docs/{path}"
    text = read_text(root, file, problems)
    if text is None:
        return PageSource(path, None, None, "", 1)
    if not text.strip():
        message = "this file is empty: put the page back, or delete the file"
        problems.append(Problem(file, 1, message, code="file-empty"))
        return PageSource(path, None, None, "", 1)
    lines = text.splitlines(keepends=True)
    fences = [n for n, line in enumerate(lines) if line.rstrip() == FENCE]
    if lines[0].rstrip() != FENCE:
        problems.append(Problem(file, 1, OPEN, code="front-matter"))
        start = fences[0] + 1 if fences else 0
        return PageSource(path, None, None, "".join(lines[start:]), start + 1)
    end = fences[1] if len(fences) > 1 else 0
    last = last_of_front(lines)
    if end == 0 or end > last + 3:
        message = "a line of '---' is missing below this one: it ends the front matter"
        problems.append(Problem(file, last + 1, message, code="front-matter"))
        return PageSource(path, None, None, "".join(lines[last + 1 :]), last + 2)
    node = tree_of(file, "".join(lines[1:end]), problems, 2)
    if node is not None and not isinstance(node, yaml.MappingNode):
        problems.append(
            Problem(
                file,
                2,
                "write 'title:' and so on between the '---'",
                code="front-matter",
            )
        )
        node = None
    elif node is None and not any(p.file == file for p in problems):
        problems.append(
            Problem(
                file, 1, "add 'title:' and so on between the '---'", code="front-matter"
            )
        )
    faulty = any(p.file == file for p in problems)
    front = load_record(file, node, FrontMatter, problems) if node else None
    body = "".join(lines[end + 1 :])
    beyond = list(too_much(file, body, end + 2))
    problems += beyond
    if beyond:
        body = ""
    return PageSource(path, None if faulty else front, node, body, end + 2)


def last_of_front(lines: list[str]) -> int:
    """The index of the last line that looks like front matter, from the top."""
    last = 0
    for number, line in enumerate(lines[1:], 1):
        if not re.match(r"[a-z_]+ *:|\s+\S|- ", line):
            break
        last = number
    return last
