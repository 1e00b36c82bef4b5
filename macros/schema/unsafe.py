"""What must never be published."""

from typing import Self

from pydantic import model_validator

from .fields import Text
from .records import Record


class Unsafe(Record):
    """A number or an address that must never be published, and why."""

    number: Text | None = None
    address: Text | None = None
    why: Text
    source: Text
    since: Text

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        if (self.number is None) == (self.address is None):
            raise ValueError("needs 'number' or 'address', and not both")
        return self
