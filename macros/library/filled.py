"""A page filled with what its macro calls gave, each made once.

The HTML of a macro is finished, so it does not pass through Markdown: a mark stands
for it there, and is taken away again in what came out. Any engine can do the step
between, and Jinja never sees a page.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .calls import Call, Piece
from .registry import INLINE

# Signs that no page can hold, so that a mark is a mark: they are for private use.
OPEN, CLOSE = "\ue000", "\ue001"
MARK = re.compile(f"<p>{OPEN}(\\d+){CLOSE}</p>|{OPEN}(\\d+){CLOSE}")


@dataclass(frozen=True)
class Filled:
    """A page's Markdown with marks in it, and the HTML that each stands for."""

    markdown: str
    html: Sequence[str]
    blocks: frozenset[int]  # marks that stand for whole blocks

    def finished(self, content: str) -> str:
        """What came out of Markdown, each mark replaced, a block with its paragraph."""
        return MARK.sub(self._made, content)

    def _made(self, mark: re.Match[str]) -> str:
        number = int(mark[1] or mark[2])
        made = self.html[number]
        return f"<p>{made}</p>" if mark[1] and number not in self.blocks else made


def filled(pieces: Sequence[Piece], html: Sequence[str]) -> Filled:
    """A page from its pieces. `html` is what its calls gave, in order.

    What stands in a heading is put in as it is: the heading's name is made of it.
    """
    text: list[str] = []
    made: list[str] = []
    blocks = set()
    given = iter(html)
    line = ""  # the line so far
    for piece in pieces:
        if not isinstance(piece, Call):
            new = piece
        elif line.startswith("#"):
            new = next(given)
        else:
            new = f"{OPEN}{len(made)}{CLOSE}"
            if piece.name not in INLINE:
                blocks.add(len(made))
            made.append(next(given))
        text.append(new)
        line = (line + new).rpartition("\n")[2]
    return Filled("".join(text), made, frozenset(blocks))
