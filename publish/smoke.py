"""A live copy compared with the built site: what a visitor gets that was not built.

Each address is asked for as a browser would, and nothing is changed there.
"""

import http.client
from collections.abc import Iterator
from pathlib import Path

from .headers import ASSETS_KEPT, CHARSET, HEADERS, LOST, PAGES_KEPT, POLICY, TYPES
from .hosting.packed import SMALL
from .meant import Meant, leads_on, leads_to
from .visitor import Answer, Visitor

NOWHERE = "smoke/nothing-is-here/"  # an address that the site does not have
# Files for the host itself, which a visitor may or may not be given.
FOR_HOSTS = {"web.config", "staticwebapp.config.json", "_headers", "_redirects"}
SAID = tuple(f"{name} " for name in [POLICY, *HEADERS, "Cache-Control"])
Found = tuple[str, str]  # what differs, and at which address


def smoke(
    site: Path, visitor: Visitor, silent: bool = False
) -> tuple[dict[str, list[str]], int]:
    """What differs, with the addresses where it does; and how many were visited.

    Of a `silent` host no headers are wanted, but the policy in each page.
    """
    found: dict[str, list[str]] = {}
    paths = dict(files_of(site))
    meant = Meant(site, visitor.folder)
    asked = [*visits(paths, visitor, meant), *lost(site, visitor, meant)]
    asked += leading(paths, visitor)
    if silent:
        asked += unguarded(paths, visitor, meant)
    for what, path in asked:
        if what and not (silent and what.startswith(SAID)):
            found.setdefault(what, []).append(path)
    return found, len({path for _, path in asked})


def files_of(site: Path) -> Iterator[tuple[str, Path]]:
    """Each file that visitors are given, by its path on the host."""
    for file in sorted(site.rglob("*")):
        name = file.relative_to(site).as_posix()
        hidden = name.startswith(".") and not name.startswith(".well-known/")
        if not file.is_file() or hidden or name in FOR_HOSTS or name == LOST:
            continue
        if file.suffix not in (".gz", ".br"):
            yield "/" + name.removesuffix("index.html"), file


def visits(paths: dict[str, Path], visitor: Visitor, meant: Meant) -> Iterator[Found]:
    """Each file: there, the same, and said as it is meant to be."""
    for path, file in paths.items():
        answer = asked(visitor, path)
        yield from at(path, differs(answer, path, file, meant))


def unguarded(
    paths: dict[str, Path], visitor: Visitor, meant: Meant
) -> Iterator[Found]:
    """Pages without the policy in them, on a host that does not say it either."""
    for path in (p for p in paths if p.endswith("/")):
        answer = asked(visitor, path)
        if isinstance(answer, Answer) and not guarded(answer, path, meant):
            yield "has no policy in it: type deploy pages, and copy that up", path


def guarded(answer: Answer, path: str, meant: Meant) -> bool:
    """Whether a page has its policy in it, or was not given: a host leads on itself."""
    return leads_on(answer, path) or meant.tag(path) in answer.body


def lost(site: Path, visitor: Visitor, meant: Meant) -> Iterator[Found]:
    """An address that is not there has to say so, with the page made for it."""
    answer = asked(visitor, NOWHERE)
    wrong = []
    if isinstance(answer, Answer):
        if answer.status != 404:
            wrong.append(f"a wrong address answers {answer.status}, not 404")
        if meant.plain(answer.body, NOWHERE) != (site / LOST).read_bytes():
            wrong.append(f"a wrong address does not show {LOST}")
        wrong += unsaid(answer, meant, NOWHERE)
    else:
        wrong.append(answer)
    yield from at(f"/{NOWHERE}", wrong)


def leading(paths: dict[str, Path], visitor: Visitor) -> Iterator[Found]:
    """The first page below the start, without its slash, leads to where it is."""
    page = next((p for p in paths if p.endswith("/") and p != "/"), None)
    if page is None:
        return
    path = page.rstrip("/")
    answer = asked(visitor, path)
    wrong = []
    if isinstance(answer, str):
        wrong.append(answer)
    elif answer.status not in (301, 308):
        wrong.append(f"an address without its slash answers {answer.status}, not 301")
    elif not answer.header("location").endswith(visitor.folder + page[1:]):
        wrong.append("an address without its slash leads elsewhere")
    yield from at(path, wrong)


def at(path: str, wrong: list[str]) -> Iterator[Found]:
    """What is wrong at an address; or that it was visited, and nothing is."""
    for what in wrong or [""]:
        yield what, path


def asked(visitor: Visitor, path: str) -> Answer | str:
    """An answer as a browser would get it, or why there is none."""
    try:
        return visitor.get(path, "gzip")
    except (OSError, http.client.HTTPException) as error:
        return f"no answer: {error}"


def differs(answer: Answer | str, path: str, file: Path, meant: Meant) -> list[str]:
    """Everything that is not as it was built, for one file."""
    if isinstance(answer, str):
        return [answer]
    if leads_on(answer, path):
        return [] if leads_to(answer, file) else ["leads to another page than it is to"]
    if answer.status != 200:
        return [f"answers {answer.status}, not 200"]
    body = file.read_bytes()
    wrong = unsaid(answer, meant, path)
    if meant.plain(answer.body, path) != meant.plain(body, path):
        wrong.append("is not what was built: copy the site up again")
    kept = ASSETS_KEPT if path.startswith("/assets/") else PAGES_KEPT
    if parts(answer.header("cache-control")) != parts(kept):
        wrong.append(unlike("Cache-Control", answer.header("cache-control"), kept))
    if file.suffix in TYPES:
        said = answer.header("content-type").lower().replace(" ", "")
        if not said.endswith(f"charset={CHARSET}") and file.suffix == ".html":
            wrong.append(unlike("Content-Type", said, f"charset={CHARSET}"))
        if len(body) >= SMALL and not answer.header("content-encoding"):
            wrong.append("is sent unpacked: switch compression on")
    return wrong


def unsaid(answer: Answer, meant: Meant, path: str) -> list[str]:
    """Each header that is missing, or says something else."""
    return [
        unlike(name, answer.header(name), value)
        for name, value in meant.headers(path).items()
        if answer.header(name) != value
    ]


def parts(rule: str) -> set[str]:
    """The words of a rule on keeping, which hosts put in an order of their own."""
    return {part.strip().lower() for part in rule.split(",")}


def unlike(name: str, said: str, meant: str) -> str:
    """A header that says something else than it is meant to."""
    return f"{name} says '{said}', not '{meant}'" if said else f"{name} is missing"
