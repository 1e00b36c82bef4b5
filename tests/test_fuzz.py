"""Random edits to the real files: each ends in a sound site or in a helpful message.

Each edit is made with a seed of its own, so a failure can be made again. Whatever
happens, there is no exception but the one that carries messages; a message that is
given names the file that was edited, and a line within two of the edit; and an edit
that the checks let through leaves facts from which every macro call can be made. The
engine is not run for each edit: the checks decide. One message may name the file
alone: where a line that held a published address was deleted, nothing in the file
tells any more where it stood. Some of those let through are
built in full, and `site/` is looked at after every edit that is not.

`make fuzz` makes 500; the suite makes fewer. FUZZ=N sets the number, and FUZZ_FROM=N
the first seed.
"""

import os
import random

import pytest
from copying import copy_project

from macros.checks.examination import check_site
from macros.problems import DataError
from publish.build import build_site

COUNT = int(os.environ.get("FUZZ", "12"))
FIRST = int(os.environ.get("FUZZ_FROM", "1"))
LOST = "was published, and this page has it no more"
BUILT = 50  # one edit in so many is built in full, if it was let through
ODD = "\t:#'\"-[]{}<>|*&!%@`=\u2018\u201c\u00a0\u200b\x00{}\\~"


def swap_words(line, chance):
    words = line.split(" ")
    if len(words) > 1:
        at = chance.randrange(len(words) - 1)
        words[at : at + 2] = reversed(words[at : at + 2])
    return [" ".join(words)]


def at_random(change):
    """A way to edit a line at a random place of it."""

    def edit(line, chance):
        at = chance.randrange(len(line) + 1)
        return [change(line, at, chance)]

    return edit


EDITS = {
    "delete the line": lambda line, chance: [],
    "double the line": lambda line, chance: [line, line],
    "indent": lambda line, chance: [" " * chance.choice([1, 2, 4]) + line],
    "take the indent away": lambda line, chance: [line.lstrip()],
    "a tab for the indent": lambda line, chance: ["\t" + line.lstrip()],
    "empty line below": lambda line, chance: [line, ""],
    "swap two words": swap_words,
    "capitals": lambda line, chance: [line.upper()],
    "no colon": lambda line, chance: [line.replace(":", "", 1)],
    "no space after colon": lambda line, chance: [line.replace(": ", ":", 1)],
    "no dash": lambda line, chance: [line.replace("- ", "  ", 1)],
    "no quotes": lambda line, chance: [line.replace('"', "").replace("'", "")],
    "merge mark": lambda line, chance: ["<<<<<<< ours", line],
    "no closing brace": lambda line, chance: [line.replace("}}", "}", 1)],
    "break the line": lambda line, chance: line.split(" ", 1),
    "delete a letter": at_random(lambda s, at, _: s[:at] + s[at + 1 :]),
    "double a letter": at_random(lambda s, at, _: s[:at] + s[at : at + 1] + s[at:]),
    "an odd sign": at_random(
        lambda s, at, chance: s[:at] + chance.choice(ODD) + s[at:]
    ),
    "cut off": at_random(lambda s, at, _: s[:at]),
    "swap letters": at_random(
        lambda s, at, _: s[:at] + s[at : at + 2][::-1] + s[at + 2 :]
    ),
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A copy of the project with a site that must not change."""
    project = copy_project(tmp_path_factory.mktemp("fuzz"))
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("the last good site")
    return project


def files_of(project):
    found = [*(project / "data").rglob("*.yml"), *(project / "docs").rglob("*.md")]
    return sorted(found)


def edit_of(project, seed):
    """One edit: the file, its name, the line, the way, and what it becomes."""
    chance = random.Random(seed)
    file = chance.choice(files_of(project))
    lines = file.read_text(encoding="utf-8").split("\n")
    number = chance.randrange(len(lines) - 1)
    way = chance.choice(sorted(EDITS))
    new = EDITS[way](lines[number], chance)
    text = "\n".join([*lines[:number], *new, *lines[number + 1 :]])
    return file, file.relative_to(project).as_posix(), number + 1, way, text


@pytest.mark.parametrize("seed", range(FIRST, FIRST + COUNT))
def test_an_edit_ends_in_a_site_or_in_a_helpful_message(copy, seed):
    file, name, line, way, text = edit_of(copy, seed)
    was = file.read_text(encoding="utf-8")
    file.write_text(text, encoding="utf-8", newline="\n")
    said = None
    try:
        if seed % BUILT:
            check_site(copy)
        else:
            build_site(copy, copy / "sound")
    except DataError as error:
        said = error.problems
    finally:
        file.write_text(was, encoding="utf-8", newline="\n")

    if said is not None:
        near = [p for p in said if p.file == name and abs(p.line - line) <= 2]
        if way == "delete the line":
            near += [p for p in said if p.file == name and LOST in p.message]
        told = "\n".join(map(str, said))
        assert near, f"{way} at {name}:{line}, and it was said:\n{told}"
    assert (copy / "site" / "index.html").read_text() == "the last good site"
    assert [p.name for p in (copy / "site").iterdir()] == ["index.html"]
