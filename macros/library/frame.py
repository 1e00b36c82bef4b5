"""Macros that open and close every page."""

from markupsafe import Markup

from ..schema.kinds.contacts import Contact
from .page import Page
from .registry import block_macro


@block_macro
def page_top(page: Page) -> Markup:
    """Opens every page: `{{ page_top() }}`. The emergency strip and who it is for."""
    names = {label.id: label.name for label in page.site.audiences}
    readers = [names[id] for id in page.source.meta.for_]
    contacts = page.data.of(Contact).values()
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
