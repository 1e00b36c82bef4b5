"""One text changed in two ways: both taken together, where they do not meet."""

from difflib import SequenceMatcher

Hunk = tuple[int, int, list[str]]


def both(base: str, mine: str, theirs: str) -> str | None:
    """`base` with the changes of two texts, by lines; None where they touch."""
    lines = base.splitlines(keepends=True)
    found = [*_hunks(lines, mine)]
    for hunk in _hunks(lines, theirs):
        if hunk in found:
            continue  # both did the same
        if any(_touch(hunk, other) for other in found):
            return None
        found.append(hunk)
    for start, end, new in sorted(found, key=lambda hunk: hunk[:2], reverse=True):
        lines[start:end] = new
    return "".join(lines)


def _hunks(lines: list[str], other: str) -> list[Hunk]:
    now = other.splitlines(keepends=True)
    same = SequenceMatcher(None, lines, now, autojunk=False)
    return [
        (start, end, now[first:last])
        for tag, start, end, first, last in same.get_opcodes()
        if tag != "equal"
    ]


def _touch(one: Hunk, other: Hunk) -> bool:
    """Whether two changes are of the same lines, or of lines side by side."""
    return one[0] <= other[1] and other[0] <= one[1]
