"""How long the word of somebody holds, until it is to be asked for again: one table."""

from datetime import date, timedelta
from types import MappingProxyType

from pydantic import BaseModel

from .kinds.passages import Passage

# In days. A wrong number harms at once, and law changes oftener than what people do.
LASTS = MappingProxyType({"number": 90, "law": 180, "other": 365})
LAW = {"law", "statutory guidance"}


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
