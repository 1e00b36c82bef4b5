"""Marks of other systems, and of drafts: what each looks like, and what to type."""

import re
from dataclasses import dataclass

NOTE = "type '!!! note' with its words below it, each line four spaces in"
FOLD = "type '??? note \"Its title\"' with its words below it, each line four spaces in"
TAB = (
    "type '=== \"Its name\"' with an empty line above and below it, and its words four "
    "spaces in"
)


@dataclass(frozen=True)
class Mark:
    """One kind of raw sign: its name for other code, how it looks, what is said."""

    code: str
    looks: re.Pattern[str]
    words: str


def mark(code: str, looks: str, said: str) -> Mark:
    """A mark as it stands in the table."""
    return Mark(code, re.compile(looks, re.M), said)


# The first that fits a place is the one that is said.
SYSTEMS = (
    # Boxes, folds and tabs of other systems
    mark("raw-box", r"^!!!\+?\s*\w*|^!!\s*\w", f"this box is not understood: {NOTE}"),
    mark("raw-fold", r"^\?\?\?", f"this fold is not understood: {FOLD}"),
    mark(
        "raw-tab",
        r"^===[!+]?\s*[\"\u201c\u201d].*|^===\s+(?!.*\s=+$)\S.*",
        f"this tab is not understood: {TAB}",
    ),
    mark("raw-alert", r"\[![A-Za-z]+\]", f"this is GitHub's way: {NOTE}"),
    mark("raw-box", r"^:::+", f"this is another system's box: {NOTE}"),
    mark("raw-block", r"^///+", f"this block is not understood: {NOTE}"),
    mark("raw-box", r"^\.\. \w+::", f"this is another system's box: {NOTE}"),
    mark(
        "raw-include",
        r"--8<--",
        "no file is put in here: type its words",
    ),
    mark(
        "raw-changes",
        r"\{(\+\+|--|~~|==|>>)|(\+\+|--|~~|==|<<)\}",
        "tracked changes are published as they are: keep the words that stay",
    ),
    mark(
        "raw-braces",
        r"\{:?\s*[.#][\w-]|\{:?\s*[\w-]+=[^{}]*\}",
        "'{ ... }' is not understood here: type it right after the words it is for, "
        "or delete it",
    ),
    # What was to be filled in
    mark(
        "raw-placeholder",
        r"«\w+»|<<\w+>>|\[(insert|enter|add|type|name of|your) [^\]\n]{1,60}\]"
        r"|\bTODO\b|\bXXX+\b|lorem ipsum|Error! Reference|Error! Bookmark",
        "this was to be filled in: type the words, or delete it",
    ),
)
