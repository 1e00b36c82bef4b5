"""Macros for whom to ring, what to do, and where to find more."""

from markupsafe import Markup

from .macro import block_macro, inline_macro
from .models import Contact, Question, Resource, Step
from .page import Page
from .problems import did_you_mean


@block_macro
def contact(page: Page, id: str) -> Markup:
    """One contact as a card: `{{ contact("front-door") }}`."""
    return page.block("contact", contact=page.contact(id))


@block_macro
def contacts(page: Page, group: str) -> Markup:
    """All contacts of a group, by urgency: `{{ contacts("now") }}`."""
    found = [c for c in _contacts(page) if c.group == group]
    if not found:
        hint = did_you_mean(group, {c.group for c in _contacts(page)})
        message = f"'{group}' is not a group of contacts: {hint}"
        page.data.refuse("contacts", message)
    return page.block("contacts", contacts=found)


@inline_macro
def phone(page: Page, id: str) -> Markup:
    """A number to tap, in a sentence: `{{ phone("emergency") }}`."""
    found = page.contact(id)
    if not found.phone:
        raise KeyError(f"'{id}' has no phone number in data/contacts.yml")
    return page.inline("phone", contact=found)


@block_macro
def resource(page: Page, id: str) -> Markup:
    """One resource as a card: `{{ resource("nice-ng55") }}`."""
    return page.block("resource", resource=page.get("resources", Resource, id))


@inline_macro
def resource_link(page: Page, id: str, words: str = "") -> Markup:
    """A link to a resource in a sentence: `{{ resource_link("nice-ng55") }}`.

    A second value replaces the resource's name: `{{ resource_link("ceop", "CEOP") }}`.
    """
    found = page.get("resources", Resource, id)
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
def question(page: Page, id: str) -> Markup:
    """One question and its answer: `{{ question("who-do-i-call") }}`."""
    found = page.get("questions", Question, id)
    return page.block("questions", questions=[found])


@block_macro
def questions(page: Page, topic: str = "") -> Markup:
    """Questions and answers, all or on one topic: `{{ questions("refer") }}`."""
    _known(topic, {label.id for label in page.site.needs}, "topics")
    everything = page.data.of("questions", Question).values()
    found = [q for q in everything if not topic or q.topic == topic]
    return page.block("questions", questions=found)


@block_macro
def steps(page: Page, group: str) -> Markup:
    """What to do, numbered in order: `{{ steps("respond") }}`."""
    everything = page.data.of("steps", Step).values()
    found = [s for s in everything if s.group == group]
    if not found:
        hint = did_you_mean(group, {s.group for s in everything})
        page.data.refuse("steps", f"'{group}' is not a group of steps: {hint}")
    return page.block("steps", steps=found)


def _resources(page: Page, for_: str, need: str, kind: str) -> list[Resource]:
    everything = page.data.of("resources", Resource).values()
    _known(for_, {label.id for label in page.site.audiences}, "audiences")
    _known(need, {label.id for label in page.site.needs}, "needs")
    if kind and kind not in {r.kind for r in everything}:
        hint = did_you_mean(kind, {r.kind for r in everything})
        page.data.refuse("resources", f"'{kind}' is not a kind of resource: {hint}")
    return [
        r
        for r in everything
        if for_ in ("", *r.for_) and need in ("", *r.needs) and kind in ("", r.kind)
    ]


def _contacts(page: Page) -> list[Contact]:
    records = page.data.of("contacts", Contact).values()
    return sorted(records, key=lambda c: c.order)


def _known(value: str, choices: set[str], what: str) -> None:
    if value and value not in choices:
        raise KeyError(
            f"'{value}' is not one of the {what}: {did_you_mean(value, choices)}"
        )
