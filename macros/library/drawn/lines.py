"""Words broken into the lines of a picture, as no browser breaks them for us."""

from textwrap import wrap


def lines_of(text: str, most: int) -> list[str]:
    """A text in lines of at most so many letters; a longer word has one of its own."""
    return wrap(text, most, break_long_words=False, break_on_hyphens=False)
