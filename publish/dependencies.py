"""What others made and a build uses: from the lock file, with its licences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

LOCK = "requirements.lock"
LICENCES = "LICENCES.md"
PINNED = re.compile(
    r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;]+)(?: ; (?P<where>[^\\\n]+?))? \\\n"
    r"(?P<hashes>(?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n?)+)",
    re.M,
)
VENDORED = re.compile(
    r"/\*! \w+ of (?P<name>\w+) (?P<version>[\d.]+), (?P<licence>[\w.-]+):"
)
CLASS = "License :: OSI Approved :: "
LONGEST = 60  # letters of a licence's name: more is its text
HEAD = """\
# Licences

The code of this project is under the MIT licence: see [LICENSE](LICENSE).
The words of the site are not: see the end of [README.md](README.md).

This is what others made, and under which licence, in their own words.
A build uses the packages, and none of them is among the files of this project.
So codespell, under the GPL, reads our words as a tool and is not passed on.
The site serves one file of others, its type face, with its licence beside it.
Its pages are made in the frame of mkdocs-material, as changed in `theme/`.

| what | licence |
|---|---|
"""


@dataclass(frozen=True)
class Dependency:
    """One package at one version. `where` says on which systems, if not on all."""

    name: str
    version: str
    hashes: tuple[str, ...] = ()
    where: str = ""
    given: str = ""  # a licence that its package does not say

    @cached_property
    def licence(self) -> str:
        """Its licence as its makers say it, in one line.

        Raises ValueError if it is not installed, or says none.
        """
        if self.given:
            return self.given
        try:
            said = metadata(self.name)
        except PackageNotFoundError as error:
            raise ValueError(f"{self.name} is not installed: type make site") from error
        for field in filter(said.__contains__, ("License-Expression", "License")):
            line = said[field]
            if line != "UNKNOWN" and len(line) <= LONGEST and "\n" not in line:
                return line
        classes = said.get_all("Classifier") or []
        names = [c.removeprefix(CLASS) for c in classes if c.startswith(CLASS)]
        if not names:
            raise ValueError(f"{self.name} says no licence: look it up")
        return " or ".join(names)


def dependencies(root: Path) -> Iterator[Dependency]:
    """Each package of the lock file, and what theme/ has of others.

    Raises ValueError if a line of the lock file cannot be read.
    """
    text = (root / LOCK).read_text(encoding="utf-8")
    count = 0
    for found in PINNED.finditer(text):
        count += 1
        hashes = tuple(re.findall(r"sha256:([0-9a-f]{64})", found["hashes"]))
        yield Dependency(found["name"], found["version"], hashes, found["where"] or "")
    if count != len(re.findall(r"^[^\s#]", text, re.M)):
        raise ValueError(f"{LOCK} has a line that is no package: type make lock")


def vendored(root: Path) -> Iterator[Dependency]:
    """Each file of others in the theme, by the remark that it opens with."""
    for file in sorted((root / "theme" / "assets").glob("*.js")):
        with file.open(encoding="utf-8") as stream:
            found = VENDORED.match(stream.readline(300))
        if found:
            yield Dependency(found["name"], found["version"], given=found["licence"])


def licences(root: Path) -> str:
    """The list of licences. It has no versions, so it changes when a licence does."""
    both = [*dependencies(root), *vendored(root)]
    rows = {d.name.lower(): f"| {d.name} | {d.licence} |\n" for d in both}
    return HEAD + "".join(rows[name] for name in sorted(rows))
