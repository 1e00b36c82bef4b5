"""What a change brings that a reviewer must look at, in plain words.

A pull request can hide a wrong number among two hundred lines. This lists what can
hurt: outside links, numbers, e-mail addresses, files, characters that cannot be seen,
and code. It judges nothing.
"""

import re
import subprocess
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

HUNK = re.compile(r"^@@ -\S+ \+(\d+)")
LINK = re.compile(r"(?:https?:)?//[^\s\"'<>)\]]+|\bwww\.[^\s\"'<>)\]]+")
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+")
DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
# Digits as people space them: five or more, or the three of an emergency code.
NUMBER = re.compile(r"(?<![\w.])\+?\d[\d\s().\u00a0-]{2,20}\d(?!\w)|\b[19]\d\d\b")
CODE = (".py", ".js", ".html", ".yml", ".yaml", ".toml", ".lock", ".css", ".sh")
FACTS = ("data/", "docs/", "examples/")
# Variation selectors and tags are marks or format signs to Unicode, and show nothing.
SHOWS_NOTHING = re.compile("[\ufe00-\ufe0f\u115f\u1160\u3164\uffa0\u2800]")


@dataclass(frozen=True, order=True)
class Added:
    """A line that a change adds, at its place in the new version."""

    file: str
    line: int
    text: str


@dataclass(frozen=True)
class Look:
    """One list for the reviewer: its name, why it matters, and what is on it."""

    name: str
    why: str
    found: Sequence[str]


def review(root: Path, base: str) -> list[Look]:
    """What the project at `root` has that its version `base` had not.

    `base` is a commit as git names it. Raises ValueError with words for whoever typed
    it when git does not know it.
    """
    added = list(lines_of(git(root, "diff", "-U0", "--no-color", base, "--", ".")))
    names = git(root, "diff", "--name-status", "--no-renames", base, "--", ".")
    files = [line.split("\t", 1) for line in names.splitlines()]
    words = [a for a in added if a.file.startswith(FACTS)]
    return [
        Look(
            "Outside links",
            "Open each. Is it the page that its record says it is?",
            found(added, LINK),
        ),
        Look(
            "Numbers",
            "Read each again on the service's own page. A wrong one can hurt a child.",
            [line for line in found(words, NUMBER) if counts(line)],
        ),
        Look("E-mail addresses", "Who reads what is sent there?", found(words, EMAIL)),
        Look(
            "Characters that cannot be seen",
            "They can make a line read otherwise than it acts.",
            unseen(added),
        ),
        Look(
            "Files",
            "Each new file can be published, or run.",
            [f"{STATES.get(s[0], s)}: {name}" for s, name in files if s[0] != "M"],
        ),
        Look(
            "Code and settings",
            "These run on the machine that builds. Read every line.",
            sorted(n for s, n in files if is_code(n) and s[0] != "D"),
        ),
    ]


STATES = {"A": "new", "D": "gone", "T": "became another kind of file"}


def is_code(name: str) -> bool:
    """Whether a file runs or steers what runs."""
    return (name.endswith(CODE) and not name.startswith(FACTS)) or "/" not in name


def git(root: Path, *words: str) -> str:
    """What git says. Raises ValueError with its own words when it fails."""
    done = subprocess.run(
        ["git", "-c", "core.quotePath=false", *words],
        cwd=root,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise ValueError(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout.decode("utf-8", "replace")


def lines_of(diff: str) -> Iterator[Added]:
    """The added lines of a diff without context."""
    file, number = "", 0
    for line in diff.split("\n"):
        hunk = HUNK.match(line)
        if line.startswith("+++ "):
            file = line[4:].removeprefix("b/").rstrip("\t")
        elif hunk:
            number = int(hunk[1])
        elif line.startswith("+"):
            yield Added(file, number, line[1:])
            number += 1


def found(added: Sequence[Added], pattern: re.Pattern[str]) -> list[str]:
    """What of a pattern is in the lines, each with its place, in reading order."""
    return [
        f"{a.file}:{a.line}: {match[0].rstrip('.,;:').strip()}"
        for a in sorted(added)
        for match in pattern.finditer(DATE.sub("", a.text))
    ]


def counts(line: str) -> bool:
    """Whether digits are enough for a number to ring: a year or a range is not."""
    digits = re.sub(r"\D", "", line.rpartition(": ")[2])
    return len(digits) == 3 or len(digits) > 4


def unseen(added: Sequence[Added]) -> list[str]:
    """Characters that show nothing, each with its place and its name."""
    return [
        f"{a.file}:{a.line}: {unicodedata.name(c, f'U+{ord(c):04X}')}"
        for a in sorted(added)
        for c in a.text
        if (unicodedata.category(c) in HIDDEN and c != "\t") or SHOWS_NOTHING.match(c)
    ]


HIDDEN = {"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"}


def as_words(looks: Sequence[Look]) -> str:
    """The lists as Markdown, for a terminal or the page of a pull request."""
    lines = ["# What to look at in this change"]
    for look in looks:
        lines += ["", f"## {look.name}: {len(look.found) or 'none'}", ""]
        lines += [look.why, "", *(f"- `{f}`" for f in look.found)] if look.found else []
    return "\n".join(lines).rstrip() + "\n"
