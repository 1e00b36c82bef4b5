"""Macros that open and close every page."""

from markupsafe import Markup

from .page import Page
from .registry import block_macro


@block_macro
def page_top(page: Page) -> Markup:
    """Opens every page: `{{ page_top() }}`. The way out, where there is one."""
    return page.block("page_top")


@block_macro
def page_foot(page: Page) -> Markup:
    """Closes every page: `{{ page_foot() }}`. Its readers, sources and review."""
    names = {label.id: label.name for label in page.site.audiences}
    readers = [names[id] for id in page.source.meta.for_]
    return page.block("page_foot", readers=readers)


@block_macro
def emergency(page: Page) -> Markup:
    """The emergency strip alone: `{{ emergency() }}`."""
    return page.block("emergency")


@block_macro
def review(page: Page) -> Markup:
    """When the page was last reviewed and who owns it: `{{ review() }}`."""
    return page.block("review")
