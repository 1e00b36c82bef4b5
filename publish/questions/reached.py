"""Whom an answer says how to reach: a contact that is confirmed, changed or new."""

import re
from collections.abc import Mapping
from typing import Any

from macros.schema.fields import FILTERED
from macros.schema.kinds.contacts import Contact
from macros.schema.layers import LOCAL

from .answered import Answer
from .cells import Slip
from .local_records import LocalRecords
from .ways_typed import FORM, Ways

NEW = (
    "'{name}' is no contact of this site yet: write also when to use it and who may, "
    f"each behind a semicolon, such as {FORM}"
)
SHARED = "'{name}' stands in data/national/, for all partnerships: change it there"
STEP = 10  # between the orders of two contacts


class Reached:
    """The contacts of a place with what answers say of them, held against each other.

    `slips` has what cannot be so, and `notes` what a person has to look at.
    """

    def __init__(self, records: LocalRecords) -> None:
        self.slips: list[Slip] = []
        self.notes: list[Slip] = []
        self._records = records
        self._contacts = dict(records.data.of(Contact))
        self._said: dict[str, tuple[str, Ways]] = {}  # of an id: in which cell, what

    def named(self, answer: Answer, ways: Ways, stands: Mapping[str, Any]) -> str:
        """The id of the contact that an answer names, confirmed or new."""
        known = [c for c in self._contacts.values() if called(c, ways.name)]
        if known:
            self.confirm(answer, known[0].id, ways, stands)
            return known[0].id
        record_id = slug(ways.name)
        if record_id in self._said:
            self._agrees(answer, record_id, ways)
            return record_id
        if not (ways.reason and ways.who):
            self.slips.append(Slip(answer.place, NEW.format(name=ways.name)))
            return record_id
        return self._new(answer, ways, stands)

    def confirm(
        self, answer: Answer, contact_id: str, ways: Ways, stands: Mapping[str, Any]
    ) -> None:
        """A contact whose number is confirmed, or another one from now on."""
        if not self._agrees(answer, contact_id, ways):
            return
        contact = self._contacts[contact_id]
        told = {n: getattr(ways, n) for n in ("phone", "email", "url")}
        differing = {
            name: value
            for name, value in told.items()
            if value and bare(value) != bare(getattr(contact, name) or "")
        }
        if not self._records.data.file_of("contacts", contact_id).startswith(LOCAL):
            if differing:
                wrong = SHARED.format(name=contact.name)
                self.slips.append(Slip(answer.place, wrong))
            return
        fields = {**differing, **stands}
        if differing:
            fields["sources"] = [self._records.source()]
        if differing and contact.note:
            said = f"read the note of {contact_id} again: {contact.note}"
            self.notes.append(Slip(answer.place, said))
        self._records.alter("contacts", contact_id, fields, answer.place)

    def _agrees(self, answer: Answer, contact_id: str, ways: Ways) -> bool:
        """Whether no other answer gives this contact another number or address."""
        place, earlier = self._said.setdefault(contact_id, (answer.place, ways))
        pairs = ((getattr(earlier, n), getattr(ways, n)) for n in ("phone", "email"))
        if any(one and other and bare(one) != bare(other) for one, other in pairs):
            wrong = f"{ways.name} has another number or address in {place}"
            self.slips.append(Slip(answer.place, f"{wrong}: make both the same"))
            return False
        return True

    def _new(self, answer: Answer, ways: Ways, stands: Mapping[str, Any]) -> str:
        record_id = slug(ways.name)
        if not record_id or FILTERED in record_id or record_id in self._contacts:
            record_id = f"{answer.question.record}-contact"
        group = "worried" if answer.question.critical else "advice"
        new = sum(one not in self._contacts for one in self._said) + 1
        self._said[record_id] = (answer.place, ways)
        orders = [c.order for c in self._contacts.values() if c.group == group]
        record: dict[str, Any] = {
            "id": record_id,
            "name": ways.name,
            "order": max(orders, default=0) + STEP * new,
            "group": group,
            "reason": ways.reason[:1].upper() + ways.reason[1:],
            "who": ways.who,
        }
        told = {n: getattr(ways, n) for n in ("phone", "email", "url")}
        record |= {name: value for name, value in told.items() if value}
        record |= {**stands, "sources": [self._records.source()]}
        self._records.append("contacts", record, answer.place)
        said = f"'{ways.name}' is new: look at its group and order in contacts.yml"
        self.notes.append(Slip(answer.place, said))
        return record_id


def called(contact: Contact, name: str) -> bool:
    """Whether a contact goes by a name, as people type it."""
    plain = " ".join(re.sub(r"\([^()]{0,99}\)", "", contact.name).split())
    # Not by what else it is called: a part of a service has a number of its own.
    return name.casefold() in {n.casefold() for n in (contact.id, contact.name, plain)}


def bare(value: str) -> str:
    """A number without its spaces; anything else as it is."""
    return value.replace(" ", "")


def slug(name: str) -> str:
    """A name as an id."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
