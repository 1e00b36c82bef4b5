"""How long a word holds, until somebody is to look at it again: one table."""

import hashlib
from datetime import date, timedelta
from types import MappingProxyType

from pydantic import BaseModel

from .kinds.passages import Passage

# In days. A wrong number harms at once, and law changes oftener than what people do.
LASTS = MappingProxyType({"number": 90, "law": 180, "other": 365})
LAW = {"law", "statutory guidance"}
# And of a page, by `review_after` in its front matter.
REVIEWS = MappingProxyType({"three months": 90, "six months": 182, "a year": 365})
PART = 3  # things fall due in the last third of their time
FRIDAY = 4


def sort_of(record: BaseModel) -> str:
    """Which line of the table a record has: number, law or other."""
    numbered = isinstance(record, Passage) and bool(record.contacts)
    if numbered or any(getattr(record, name, None) for name in ("phone", "email")):
        return "number"
    return "law" if getattr(record, "kind", "") in LAW else "other"


def holds_until(record: BaseModel, said: date) -> date:
    """The last day on which what was said of a record on the day `said` holds."""
    return said + timedelta(days=LASTS[sort_of(record)])


def lapsed(record: BaseModel, today: date) -> bool:
    """Whether a record was confirmed, and so long ago that it is to be checked."""
    confirmed = getattr(record, "confirmed", None)
    return confirmed is not None and holds_until(record, confirmed.on) < today


def due_by(name: str, last: date, days: int) -> date:
    """The day by which to look again at what was last looked at on the day `last`.

    Never later than `days` after that, and a day of work. The days of what was looked
    at together lie apart: each takes its own from its permanent `name`, whatever else
    there is, and so everybody reckons the same.
    """
    end = last + timedelta(days=days)
    window = (end - timedelta(days=n) for n in range(days // PART))
    at_work = [day for day in window if day.weekday() <= FRIDAY]
    lot = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8])
    return at_work[lot % len(at_work)]
