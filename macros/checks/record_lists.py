"""Rules that hold between the records of one file: each number once, in order."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from ..facts.site_data import SiteData
from ..facts.written import Written
from ..problems import Problem
from ..schema.fields import Standing
from ..schema.kinds.audit import Point
from ..schema.kinds.contacts import Contact
from ..schema.kinds.terms import Term
from ..schema.kinds.unsafe import Unsafe
from ..schema.kinds.words import Word
from .drawn import drawn
from .typed_facts import digits
from .unsafe import can_be_found

Fields = dict[tuple[str, str, str], Written]  # by kind, id and field


def record_lists(data: SiteData, written: Iterable[Written]) -> Iterator[Problem]:
    """What is wrong between records of one kind."""
    by_field = {
        (value.kind, getattr(value.record, "id", ""), value.field): value
        for value in written
        if value.index == 0
    }
    yield from contacts(data, by_field)
    yield from glossary_order(data, by_field)
    yield from points(data, by_field)
    yield from preferred(data, by_field)
    yield from unsafe(data, by_field)
    yield from drawn(data, by_field)


def unsafe(data: SiteData, fields: Fields) -> Iterator[Problem]:
    """A record of what is unsafe has a number or an address, long enough to find."""
    for record in data.of(Unsafe).values():
        value = fields["unsafe", record.id, "why"]
        if (record.number is None) == (record.address is None):
            message = f"'{record.id}' needs 'number' or 'address', and not both"
            yield value.problem("unsafe-one", message, "write one of them above this")
        elif not can_be_found(record):
            message = f"'{record.number}' is too short to be looked for"
            yield value.problem("unsafe-one", message, "write the whole number")


def contacts(data: SiteData, fields: Fields) -> Iterator[Problem]:
    """One number is one contact, and one place in the order of a group is too."""
    numbers: dict[str, Contact] = {}
    places: dict[tuple[str, int], Contact] = {}
    for contact in data.of(Contact).values():
        at = ("contacts", contact.id)
        if contact.phone:
            value = fields[(*at, "phone")]
            first = numbers.setdefault(digits(contact.phone), contact)
            shared = first.id in contact.shares or contact.id in first.shares
            if first is not contact and not shared:
                message = f"'{first.id}' has this number as well"
                mend = f"delete one of them, or add 'shares: {first.id}'"
                yield value.problem("number-twice", message, mend)
            if contact.standing == Standing.TO_CONFIRM:
                message = "'phone' stands on a contact that is to be confirmed"
                mend = "delete the number until the partnership has confirmed it"
                yield value.problem("phone-to-confirm", message, mend)
        first = places.setdefault((contact.group, contact.order), contact)
        if first is not contact:
            message = f"'order' is the same as that of '{first.id}' in this group"
            yield fields[(*at, "order")].problem("order-twice", message, "change one")
        if contact.link_text and not contact.url:
            message = "'link_text' is the words of a link, and there is no 'url'"
            value = fields[(*at, "link_text")]
            yield value.problem("link-without-url", message, "add 'url', or delete it")


def glossary_order(data: SiteData, fields: Fields) -> Iterator[Problem]:
    """The glossary is read in the order of its file: by the alphabet."""
    files = data.files["terms"]
    # one layer below the other
    terms = sorted(data.of(Term).values(), key=lambda term: files[term.id])
    names = [(t.name.casefold(), t) for t in terms]
    for (before, earlier), (name, term) in pairwise(names):
        if name < before and files[term.id] == files[earlier.id]:
            message = (
                f"'{term.name}' stands below '{earlier.name}', out of the alphabet"
            )
            mend = "move this record up to its place"
            yield fields["terms", term.id, "name"].problem("glossary", message, mend)


def points(data: SiteData, fields: Fields) -> Iterator[Problem]:
    """The points of the briefing have its own numbers, which rise from 1 on.

    One may be missing: a point can be withdrawn, and the others keep their numbers.
    """
    before = 0
    for point in data.of(Point).values():
        if point.number <= before:
            message = f"'number' is {point.number}, and the one before is {before}"
            value = fields["audit.points", point.id, "number"]
            yield value.problem("point-number", message, "write the briefing's own")
        before = point.number


def preferred(data: SiteData, fields: Fields) -> Iterator[Problem]:
    """What one record says to write, no other says to avoid."""
    words = data.of(Word).values()
    avoid = {phrase.casefold(): word for word in words for phrase in word.avoid}
    for word in words:
        for phrase in word.prefer:
            other = avoid.get(phrase.casefold())
            if other:
                message = f"'{phrase}' is to be avoided, by '{other.id}'"
                value = fields["words", word.id, "prefer"]
                yield value.problem("prefer-avoided", message, "choose another")
