"""What a slide says, how large, and what stands in its notes."""

from collections.abc import Iterable, Iterator

from .blocks import Block, Section
from .plain import lines_of

SIZES = ((5, 32), (8.5, 28), (11, 24), (14, 20))  # how many lines fit at which size
SMALLEST = 16
LETTERS = 1650  # of a line, times the size of its letters
BETWEEN = 0.2  # of a line, between two


def said_on_slide(blocks: Iterable[Block]) -> Iterator[str]:
    """The lines that a slide shows of blocks that are words."""
    for block in blocks:
        yield from (entry.name for entry in block.entries)
        texts = [w.text + (f" ({w.mark})" if w.mark else "") for w in block.text]
        head = [f"{block.head}."] if block.head and texts else []
        if texts:
            yield " ".join([*head, *texts])


def size_for(lines: list[str]) -> int:
    """How large letters may be for all lines to fit their box."""
    for most, size in SIZES:
        per_line = LETTERS // size
        if sum(-(-len(line) // per_line) + BETWEEN for line in lines) <= most:
            return size
    return SMALLEST


def notes_of(section: Section) -> Iterator[str]:
    """What stands in the notes: how long, what to say, and all that is shown."""
    if section.minutes:
        yield f"{section.minutes} {'minute' if section.minutes == 1 else 'minutes'}"
    if section.notes:
        yield section.notes
    for block in section.more or section.blocks:
        yield from lines_of(block)
