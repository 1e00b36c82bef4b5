"""Macros for the words of the trade."""

from markupsafe import Markup

from ..schema.kind import first_sentence
from ..schema.kinds.terms import Term
from .page import Page
from .registry import block_macro, inline_macro


@inline_macro
def term(page: Page, id: str, words: str = "") -> Markup:
    """A word that opens its meaning: `{{ term("strategy-discussion") }}`.

    A second value is shown instead of the term's name: `{{ term("hsb", "HSB") }}`.
    """
    found = page.get(Term, id)
    opens = page.next_id("meaning")
    return page.inline("term", term=found, words=words or found.name, opens=opens)


@block_macro
def terms(page: Page) -> Markup:
    """The whole glossary, A to Z: `{{ terms() }}`."""
    letters: dict[str, list[tuple[Term, str, str]]] = {}
    everything = page.data.of(Term).values()
    for found in sorted(everything, key=lambda t: t.name.casefold()):
        line = (found, *_told(found))
        letters.setdefault(found.name[0].upper(), []).append(line)
    return page.block("terms", letters=letters)


def _told(term: Term) -> tuple[str, str]:
    """The sentence that stands in the list, and what its fold says after it."""
    meaning = " ".join(term.meaning.split())
    first = first_sentence(meaning)
    return first, meaning.removeprefix(first).strip()
