"""Macros for whom to ring or write to."""

from markupsafe import Markup

from ..schema.kinds.contacts import Contact
from .page import Page
from .registry import block_macro, inline_macro


@block_macro
def contact(page: Page, id: str) -> Markup:
    """One contact as a card: `{{ contact("front door") }}`."""
    return page.block("contact", contact=page.contact(id))


@block_macro
def contacts(page: Page, group: str) -> Markup:
    """All contacts of a group, by urgency: `{{ contacts("now") }}`."""
    found = [c for c in _contacts(page) if c.group == group]
    if not found:
        groups = {c.group for c in _contacts(page)}
        page.data.refuse("contacts", "a group of contacts", group, set(groups))
    return page.block("contacts", contacts=found)


@inline_macro
def phone(page: Page, id: str) -> Markup:
    """A number to tap, in a sentence: `{{ phone("emergency") }}`."""
    found = page.contact(id)
    if not found.phone:
        raise KeyError(f"'{id}' has no phone number in contacts.yml")
    return page.inline("phone", contact=found)


def _contacts(page: Page) -> list[Contact]:
    records = page.data.of(Contact).values()
    return sorted(records, key=lambda c: c.order)
