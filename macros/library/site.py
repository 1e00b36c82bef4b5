"""Macros for the site as a whole: its name, its pages, their addresses."""

from markupsafe import Markup

from ..facts.placeholders import word_of
from ..problems import did_you_mean
from ..reading.pages import PageSource
from ..schema.place import WORDS
from .gaps import gap
from .page import Page
from .registry import block_macro, inline_macro

TOLD, UNTOLD = "accessibility contact", "site-accessibility-contact"
SAYS = ("statement", TOLD, "licence", "sign-off")


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
def site_says(page: Page, part: str) -> Markup:
    """What the site says of itself: `{{ site_says("licence") }}`.

    What site.yml does not say yet is an honest sentence, or an open question.
    """
    if part not in SAYS:
        raise KeyError(f"'{part}' is not said of the site: {did_you_mean(part, SAYS)}")
    contact = page.site.accessibility_contact
    if part == TOLD and not contact:
        return gap(page, UNTOLD)
    known = page.contact(contact) if contact else None
    return page.block("site_says", part=part, site=page.site, contact=known)


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
