"""Values of a few words, each named once for all the places that say it."""

from .fields import SomeTexts, Text
from .records import Fact


class NamedValue(Fact):
    """A number, name or date that pages and records take from here, by its id."""

    value: Text
    short: Text | None = None  # another form of it, where that is wanted
    typed: SomeTexts  # phrases that say it; `*` stands for the value
