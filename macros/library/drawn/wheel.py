"""The audit's themes round the child, each a link to what was found under it."""

from math import cos, pi, sin

from ...schema.kinds.audit import Theme
from ..page import Page
from .lines import lines_of

CENTRE, REACH, LARGEST = (170, 172), 114, 54
MOST = 8  # themes that are legible round one child
LETTERS = 14  # of a line in a theme


def wheel(page: Page) -> dict[str, object] | None:
    """Each theme with its place and lines, or nothing without an audit."""
    themes = list(page.data.of(Theme).values())
    if not 0 < len(themes) <= MOST:
        return None
    apart = REACH * sin(pi / len(themes)) - 3 if len(themes) > 1 else LARGEST
    spokes = []
    for number, theme in enumerate(themes):
        turn = 2 * pi * number / len(themes)
        x = round(CENTRE[0] + REACH * sin(turn))
        y = round(CENTRE[1] - REACH * cos(turn))
        spokes.append((theme, lines_of(theme.name, LETTERS), x, y))
    return {"spokes": spokes, "centre": CENTRE, "r": round(min(LARGEST, apart))}
