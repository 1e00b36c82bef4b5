"""The built pages judged: by themselves, by the wall, and against each other."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from macros.facts.site_data import SiteData
from macros.problems import Problem
from macros.reading.pages import PageSource
from macros.reading.rooms import at

from .built import OUTSIDE, BuiltPage, folder_of, pages_of
from .leads import leads_of
from .origin import problem_of
from .wall import Wall


def check_built(
    root: Path,
    site: Path,
    data: SiteData,
    judged: Mapping[str, BuiltPage] | None = None,
) -> list[Problem]:
    """Faults of the built site of `root`, each at the page that it came from.

    `judged` are its pages, if they have been read and shown to the wall already.
    """
    built = judged or judge(pages_of(site, folder_of(data.site.address)), data)
    sources = data.pages
    problems = []
    for address in sorted(sources.keys() - built.keys()):
        file = sources[address].file
        problems.append(Problem(file, 1, "no page was made of this", code="no-page"))
    for address, page in built.items():
        source = sources.get(address)
        file = source.file if source else f"theme{address}"
        problems += [Problem(file, 1, words, code="built") for words in page.faults]
        problems += [problem_of(root, source, fault) for fault in page.breaches]
        for href, target in page.links:
            if leads_nowhere(site, built, target):
                line = line_of(source, href)
                message = f"the link '{href}' leads nowhere: {target} is not there"
                if target == OUTSIDE:
                    message = f"the link '{href}' leads out of this site's folder"
                problems.append(Problem(file, line, message, code="leads-nowhere"))
    problems += unused(root, built.values())
    return problems


def judge(
    pages: Iterable[BuiltPage],
    data: SiteData,
    also: Callable[[BuiltPage], None] = lambda page: None,
) -> dict[str, BuiltPage]:
    """The pages by address, each shown to the wall and to `also`, and then let go."""
    wall = Wall(leads_of(data))
    judged = {}
    for page in pages:
        page.lang = data.site.lang
        page.breaches = list(wall.faults(page.html, page.tree))
        also(page)
        page.forget()
        judged[page.address] = page
    return judged


def hidden(file: Path, folder: Path) -> bool:
    """Whether a file or a folder that holds it has a dot before its name."""
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def unused(root: Path, pages: Iterable[BuiltPage]) -> Iterator[Problem]:
    """Files of docs/ that no page shows or offers: so nobody meant to publish them."""
    docs = at(root, "docs")
    files = {
        f"/{file.relative_to(docs).as_posix()}"
        for file in docs.rglob("*")
        if file.is_file() and file.suffix != ".md" and not hidden(file, docs)
    }
    if files:
        files -= {target.partition("#")[0] for p in pages for _, target in p.links}
    for file in sorted(files):
        message = "no page uses this file: name it in a page, or move it out of docs/"
        yield Problem(f"docs{file}", 1, message)


def leads_nowhere(site: Path, built: Mapping[str, BuiltPage], target: str) -> bool:
    """Whether an address of the site, perhaps with an anchor, is not there."""
    if target == OUTSIDE:
        return True
    path, _, anchor = target.partition("#")
    if path in built:
        return bool(anchor) and anchor not in built[path].ids
    return not (site / path.lstrip("/")).is_file()


def line_of(source: PageSource | None, href: str) -> int:
    """Where a page has that link, as near as its text tells."""
    if source is None:
        return 1
    words = [part for part in href.replace("#", "/").split("/") if part.strip(".")]
    for number, line in enumerate(source.body.splitlines(), source.body_line):
        if words and f"{words[-1]}" in line and "](" in line:
            return number
    return 1
