"""Macros for words to avoid and to prefer."""

from markupsafe import Markup

from ..schema.kinds.words import Word
from .page import Page
from .registry import block_macro


@block_macro
def word(page: Page, id: str) -> Markup:
    """One pair of words to avoid and to prefer: `{{ word("peer-on-peer") }}`."""
    return page.block("words", words=[page.get(Word, id)])


@block_macro
def words(page: Page) -> Markup:
    """The table of words to avoid and to prefer: `{{ words() }}`."""
    return page.block("words", words=page.data.of(Word).values())
