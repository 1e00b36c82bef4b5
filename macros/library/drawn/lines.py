"""Words broken into the lines of a picture, as no browser breaks them for us."""

import re
from textwrap import wrap

KEPT = "\N{NO-BREAK SPACE}"


def lines_of(text: str, most: int) -> list[str]:
    """A text in lines of at most so many letters; a longer word has one of its own.

    A number to ring stays whole: half of one, alone on its line, is a wrong number.
    """
    whole = re.sub(r"(?<=\d) (?=\d)", KEPT, text)
    lines = wrap(whole, most, break_long_words=False, break_on_hyphens=False)
    return [line.replace(KEPT, " ") for line in lines]
