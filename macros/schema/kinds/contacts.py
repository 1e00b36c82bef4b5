"""Contacts: whom to ring or write to."""

from typing import Literal

from ..fields import Address, ContactIds, Email, Phone, Spans, Text, Texts
from ..kind import Found, Kind, Rule, Told
from ..records import Fact


class Contact(Fact):
    """Someone to ring or write to. Hours only where no source disputes them."""

    name: Text
    """What people see. Example: Childline"""
    order: int
    """A whole number. The most urgent comes first, so 10 stands above 20. Example:
    10"""
    group: Literal["now", "worried", "advice", "children", "online", "support"]
    """Which list it belongs to. `now`: a child is in danger now. `worried`: you need to
    tell someone. `advice`: you are an adult who wants advice. `children`: for children
    and young people themselves. `online`: images and the internet. `support`: help
    afterwards."""
    reason: Text
    """When to use it, as one short line. Example: A child is in danger now"""
    short: Text | None = None
    """The reason in very few words, for a line of the contacts and the strip on every
    page. Example: In danger now"""
    who: Text
    """Who may use it. Example: Anyone"""
    phone: Phone | None = None
    """Digits and spaces only, in quotes. A code for texts (five or six digits from 6, 7
    or 8 on) opens a message, not a call. Example: '01632 960001'"""
    email: Email | None = None
    """One e-mail address. Example: help@example.org"""
    url: Address | None = None
    """A full web address. Example: https://www.childline.org.uk/"""
    link_text: Text | None = None
    """The words of the link. Example: Visit the Childline website"""
    hours: Text | None = None
    """Opening hours, ONLY when a source states them and no source disagrees. Example:
    The phone line is a free, 24-hour service"""
    open: Spans = ()
    """What `hours` says, as times of every day, for the picture of who answers when.
    Leave it out where days differ. Example: ['00:00-24:00']"""
    limit: Text | None = None
    """What they cannot keep to themselves, in the service's own sense, as one short
    line that is always shown. Example: They tell the police if a child is in danger"""
    note: Text | None = None
    """Anything a reader must know before using it. No digits of phone numbers here."""
    also: Texts = ()
    """Other names that people type into the search box. Search finds the contact by
    each of them. Example: [CSC, social services]"""
    shares: ContactIds = ()
    """The ids of contacts that have the same number, where that is right."""


def told(contact: Contact) -> Told:
    """A contact with its number, which is found however it is spaced."""
    phone = contact.phone or ""
    names = (*contact.also, phone.replace(" ", "")) if phone else contact.also
    return Told(contact.name, contact.reason, names, call=phone)


CONTACTS = Kind(
    name="contacts",
    extends=True,
    model=Contact,
    title="CONTACTS: who to ring or write to",
    about=(
        "This is the ONLY file where a phone number or an e-mail address may "
        "stand. Change a number here and it changes on every page.",
        "Before you add a number: open the service's own page and read the "
        "number there. Then add that page to sources.yml.",
    ),
    rules=(
        Rule(
            "Two contacts never have one number, unless one `shares` it.",
            "number-twice",
        ),
        Rule("Two contacts of a group never have one `order`.", "order-twice"),
        Rule("A contact to be confirmed has no phone number.", "phone-to-confirm"),
        Rule("A number of unsafe.yml is never published.", "unsafe-number"),
        Rule("Words of a link have a link.", "link-without-url"),
        Rule("`open` stands beside `hours`, and its times rise.", "open-hours"),
        Rule("`email` is one address and nothing else.", "email-alone"),
    ),
    search=(Found("contact", 0.98, "Who to ring", told),),
    example="""\
- id: example-helpline
  name: The example helpline
  order: 10
  # or: worried, advice, children, online, support
  group: now
  reason: A child is in danger now
  # may be left out
  short: Danger now
  who: Anyone
  # may be left out, as may the next nine
  phone: "01632 960001"
  email: help@example.org
  url: https://www.example.org/help
  link_text: Visit the helpline's page
  hours: At any time
  open: ["00:00-24:00"]
  limit: They tell social care if a child is at risk
  note: The line is not real.
  also: [the helpline]
  shares: [example-helpline]
  # or: to be confirmed, site's own
  standing: published
  # may be left out, or: partial
  evidence: stated
  sources: [example-guide]
""",
)
