"""Which files of a project are shared by all partnerships, and which are its own.

A partnership's project is what is shared and its own layer, and nothing else differs:
its facts, the tests of them, the addresses it has promised, what its own releases
brought, and the first words of README.md.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from macros.schema.layers import LOCAL, NATIONAL

README = "README.md"
STARTS = "\n## Start\n"  # from here on README.md is shared
OWN_TESTS = "tests/local"
CHANGELOG = "CHANGELOG.md"

ROOMS = (
    *(".ci", ".github", ".vscode", "benchmarks", NATIONAL, "desk", "docs", "macros"),
    *("publish", "schemas", "screenshots", "templates", "tests", "theme"),
)
FILES = (
    *(".editorconfig", ".gitattributes", ".gitignore", ".gitlab-ci.yml"),
    *(".oxfmtrc.json", ".oxlintrc.json", "DECISIONS.md", "EDITING.md", "HACKING.md"),
    *("LICENCES.md", "LICENSE", "Makefile", README, "SECURITY.md", "mkdocs.yml"),
    *("pyproject.toml", "requirements*.lock"),
)
# What is a place's own. Other places of the tree are their own as well.
OWN = (
    LOCAL,
    OWN_TESTS,
    "addresses.txt",
    CHANGELOG,
    "examples",
    "shared.json",
    "released.json.gz",
)
# What is made from the facts of a place; and pictures of its pages.
MADE = ("schemas/ids.json", "screenshots/*.png")
# Given to a new project, and its own from then on.
GIVEN = (".github/CODEOWNERS",)
UNREAD = {"__pycache__", "node_modules"}


def shared_files(project: Path) -> Iterator[str]:
    """The names of the files that a project shares, from its folder, in order."""
    for pattern in FILES:
        yield from sorted(path.name for path in project.glob(pattern))
    for room in ROOMS:
        for path in sorted((project / room).rglob("*")):
            found = path.relative_to(project)
            known = not UNREAD.intersection(found.parts)
            if known and path.is_file() and not is_own(found.as_posix()):
                yield found.as_posix()


def is_own(name: str) -> bool:
    """Whether a file is a place's own, or made from what is."""
    own = any(name == own or name.startswith(f"{own}/") for own in OWN)
    return own or any(Path(name).match(made) for made in MADE)


def shared_part(name: str, content: bytes) -> bytes:
    """What is shared of a file, with line ends that every system agrees on."""
    content = content.replace(b"\r\n", b"\n")
    if name == README:
        _, start, rest = content.partition(STARTS.encode())
        return start + rest
    return content


def with_own_part(name: str, content: bytes, own: bytes) -> bytes:
    """A shared file as it will be in a project whose file was `own`."""
    if name != README:
        return content
    head = own.replace(b"\r\n", b"\n").partition(STARTS.encode())[0]
    return head + shared_part(name, content)


def mark_of(name: str, content: bytes) -> str:
    """Signs that differ as soon as what is shared of a file does."""
    return hashlib.sha256(shared_part(name, content)).hexdigest()
