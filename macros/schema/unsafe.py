"""What must never be published."""

from .fields import Text
from .records import Record


class Unsafe(Record):
    """A number or an address that must never be published, and why."""

    number: Text | None = None
    address: Text | None = None
    why: Text
    source: Text
    since: Text
