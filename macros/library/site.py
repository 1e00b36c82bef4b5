"""Macros for the site as a whole: its name, its pages, their addresses."""

from markupsafe import Markup

from ..facts.placeholders import word_of
from ..problems import did_you_mean
from ..reading.pages import PageSource
from ..schema.place import WORDS
from .page import Page
from .registry import block_macro, inline_macro


@inline_macro
def site(page: Page, field: str, form: str = "plain") -> Markup:
    """A word of site.yml in a sentence: `{{ site("panel_short") }}`."""
    if field not in WORDS:
        raise KeyError(
            f"'{field}' is not a text in site.yml: {did_you_mean(field, WORDS)}"
        )
    text = word_of(field, getattr(page.site, field), form)
    return page.inline("text", text=text)


@block_macro
def site_map(page: Page) -> Markup:
    """Every page with what it is about: `{{ site_map() }}`."""
    return page.block("site_map", pages=_in_order(page))


@block_macro
def addresses(page: Page) -> Markup:
    """Every page with the address to link to: `{{ addresses() }}`."""
    return page.block("addresses", pages=_in_order(page))


@block_macro
def feeds(page: Page) -> Markup:
    """The feeds of what changed, on the page that lists it: `{{ feeds() }}`."""
    return page.block("feeds")


def _in_order(page: Page) -> list[PageSource]:
    """All pages by address, so that each stands below the one that holds it."""
    return [page.data.pages[address] for address in sorted(page.data.pages)]
