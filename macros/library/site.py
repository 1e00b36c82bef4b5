"""Macros for the site as a whole: its name, its pages, their addresses."""

from markupsafe import Markup

from ..problems import did_you_mean
from ..reading.pages import PageSource
from ..schema.kinds.site import Site
from .page import Page
from .registry import block_macro, inline_macro


@inline_macro
def site(page: Page, field: str) -> Markup:
    """A fact from data/site.yml in a sentence: `{{ site("partnership") }}`."""
    value = getattr(page.site, field, None)
    if not isinstance(value, str):
        written = {
            n for n in Site.model_fields if isinstance(getattr(page.site, n), str)
        }
        hint = did_you_mean(field, written)
        raise KeyError(f"'{field}' is not a text in data/site.yml: {hint}")
    return page.inline("text", text=value)


@block_macro
def site_map(page: Page) -> Markup:
    """Every page with what it is about: `{{ site_map() }}`."""
    return page.block("site_map", pages=_in_order(page))


@block_macro
def addresses(page: Page) -> Markup:
    """Every page with the address to link to: `{{ addresses() }}`."""
    return page.block("addresses", pages=_in_order(page))


def _in_order(page: Page) -> list[PageSource]:
    """All pages by address, so that each stands below the one that holds it."""
    return [page.data.pages[address] for address in sorted(page.data.pages)]
