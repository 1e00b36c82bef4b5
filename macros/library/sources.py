"""Macros for the sources that facts rest on."""

from markupsafe import Markup

from ..schema.kinds.sources import Source
from .page import Page
from .registry import block_macro, inline_macro


@inline_macro
def cite(page: Page, *ids: str) -> Markup:
    """Numbers that lead to the source list: `{{ cite("panel-guide") }}`."""
    if not ids:
        raise KeyError('name at least one source, such as cite("panel-guide")')
    ids = page.data.played.asked("sources", *ids)
    for id in ids:
        page.get(Source, id)
    return page.inline("cite", ids=ids)


@inline_macro
def source(page: Page, id: str, words: str = "") -> Markup:
    """A source by its title, linked, with its number: `{{ source("panel-guide") }}`."""
    found = page.get(Source, id)
    return page.inline("source", source=found, words=words or found.title)


@block_macro
def sources(page: Page) -> Markup:
    """Every source of the site: `{{ sources() }}`."""
    return page.block("sources", sources=page.data.of(Source).values())
