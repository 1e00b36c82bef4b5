"""Macros for documents, tools and services to turn to."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from ..schema.kinds.resources import Resource
from ..schema.records import Label
from .page import Page
from .registry import block_macro, inline_macro, known

EVERYONE = "everyone"


@block_macro
def resource(page: Page, id: str) -> Markup:
    """One resource as a card: `{{ resource("nice-ng55") }}`."""
    return page.block("resource", resource=page.get(Resource, id))


@inline_macro
def resource_link(page: Page, id: str, words: str = "") -> Markup:
    """A link to a resource in a sentence: `{{ resource_link("nice-ng55") }}`.

    A second value replaces the resource's name: `{{ resource_link("ceop", "CEOP") }}`.
    """
    found = page.get(Resource, id)
    return page.inline("resource_link", resource=found, words=words or found.name)


@block_macro
def resources(page: Page, for_: str = "", need: str = "", kind: str = "") -> Markup:
    """Resources as cards: `{{ resources(for_="schools") }}`.

    Choose by `for_` (an audience), `need`, `kind`, or several of them at once.
    """
    return page.block("resources", resources=_resources(page, for_, need, kind))


@block_macro
def resource_list(page: Page, for_: str = "", need: str = "", kind: str = "") -> Markup:
    """The same as a line each, to its card: `{{ resource_list(for_="health") }}`."""
    return page.block("resource_list", resources=_resources(page, for_, need, kind))


@block_macro
def resource_filter(page: Page) -> Markup:
    """Every resource as a line, with choices above: `{{ resource_filter() }}`.

    The choices are the site's needs and audiences. They work without a script, and
    where a browser does not know how, the whole list stays. What is for everyone is
    shown to each audience.
    """
    needs, readers = page.site.needs, page.site.audiences
    rows = [
        (resource, " ".join(_classes(resource, needs, readers)))
        for resource in page.data.of(Resource).values()
    ]
    choices = (
        ("need", "I need", "Everything", needs),
        ("for", "I am", "Anyone", readers),
    )
    return page.block("resource_filter", rows=rows, choices=choices)


def _classes(
    resource: Resource, needs: Sequence[Label], readers: Sequence[Label]
) -> Iterator[str]:
    for number, label in enumerate(needs, 1):
        if label.id in resource.needs:
            yield f"need{number}"
    for number, label in enumerate(readers, 1):
        if label.id in resource.for_ or EVERYONE in resource.for_:
            yield f"for{number}"


def _resources(page: Page, for_: str, need: str, kind: str) -> list[Resource]:
    everything = page.data.of(Resource).values()
    known(for_, {label.id for label in page.site.audiences}, "audiences")
    known(need, {label.id for label in page.site.needs}, "needs")
    if kind and kind not in {r.kind for r in everything}:
        kinds = {r.kind for r in everything}
        page.data.refuse("resources", "a kind of resource", kind, set(kinds))
    return [
        r
        for r in everything
        if for_ in ("", *r.for_) and need in ("", *r.needs) and kind in ("", r.kind)
    ]
