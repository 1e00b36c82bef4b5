"""Macros that every page or the site as a whole needs."""

from markupsafe import Markup

from .macro import block_macro, inline_macro
from .models import Contact, Site, Source
from .page import Page
from .pages import PageSource
from .problems import did_you_mean


@block_macro
def page_top(page: Page) -> Markup:
    """Opens every page: `{{ page_top() }}`. The emergency strip and who it is for."""
    names = {label.id: label.name for label in page.site.audiences}
    readers = [names[id] for id in page.source.meta.for_]
    contacts = page.data.of("contacts", Contact).values()
    numbers = sorted((c for c in contacts if c.phone), key=lambda c: c.order)
    return page.block("page_top", readers=readers, numbers=numbers)


@block_macro
def page_foot(page: Page) -> Markup:
    """Closes every page: `{{ page_foot() }}`. Its sources, review date and owner."""
    return page.block("page_foot")


@block_macro
def emergency(page: Page) -> Markup:
    """The emergency strip alone: `{{ emergency() }}`."""
    return page.block("emergency")


@block_macro
def review(page: Page) -> Markup:
    """When the page was last reviewed and who owns it: `{{ review() }}`."""
    return page.block("review")


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


@inline_macro
def cite(page: Page, *ids: str) -> Markup:
    """Numbers that lead to the source list: `{{ cite("panel-guide") }}`."""
    if not ids:
        raise KeyError('name at least one source, such as cite("panel-guide")')
    return page.inline("cite", ids=ids)


@inline_macro
def source(page: Page, id: str, words: str = "") -> Markup:
    """A source by its title, linked, with its number: `{{ source("panel-guide") }}`."""
    found = page.get("sources", Source, id)
    return page.inline("source", source=found, words=words or found.title)


@block_macro
def sources(page: Page) -> Markup:
    """Every source of the site: `{{ sources() }}`."""
    return page.block("sources", sources=page.data.of("sources", Source).values())


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
