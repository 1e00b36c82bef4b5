"""The pages of docs/ as they are written: front matter, words, address."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from .load import compose, load_record, read_text
from .problems import Problem
from .records import FrontMatter

FENCE = "---"


@dataclass(frozen=True)
class PageSource:
    """One Markdown file. `body_line` is the file's line on which the body starts."""

    path: str  # from docs/, such as panel/prepare.md
    meta: FrontMatter
    node: yaml.Node  # of the front matter, which knows its lines
    body: str
    body_line: int

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
    docs = root / "docs"
    return sorted(p.relative_to(docs).as_posix() for p in docs.rglob("*.md"))


def load_pages(root: Path, problems: list[Problem]) -> dict[str, PageSource]:
    """Every page by address, adding to `problems` whatever is wrong."""
    pages = {}
    for path in page_paths(root):
        page = load_page(root, path, problems)
        if page:
            pages[page.address] = page
    return pages


def load_page(root: Path, path: str, problems: list[Problem]) -> PageSource | None:
    """One page, or None with `problems` saying why."""
    file = f"docs/{path}"
    text = read_text(root, file)
    if isinstance(text, Problem):
        problems.append(text)
        return None
    lines = text.splitlines(keepends=True)
    fences = [n for n, line in enumerate(lines) if line.rstrip() == FENCE]
    if len(fences) < 2 or fences[0] != 0:
        message = "start the page with '---', its title and so on, then '---'"
        problems.append(Problem(file, 1, message))
        return None
    try:
        # The blank line stands for the fence, so that lines count as in the file.
        head = "\n" + "".join(lines[1 : fences[1]])
        node = compose(head)
    except yaml.MarkedYAMLError as error:
        at = error.problem_mark.line + 1 if error.problem_mark else 1
        problems.append(Problem(file, at, f"not valid YAML: {error.problem}"))
        return None
    if not isinstance(node, yaml.MappingNode):
        problems.append(Problem(file, 1, "add 'title:' and so on between the '---'"))
        return None
    meta = load_record(file, node, FrontMatter, problems)
    if meta is None:
        return None
    body = "".join(lines[fences[1] + 1 :])
    return PageSource(path, meta, node, body, fences[1] + 2)
