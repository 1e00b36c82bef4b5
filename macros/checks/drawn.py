"""Rules of what pictures are drawn from: ages with words, and times of a day."""

from collections.abc import Iterator
from itertools import pairwise

from ..facts.site_data import SiteData
from ..facts.written import Written
from ..library.drawn.fit import ages_of
from ..problems import Problem
from ..schema.kinds.contacts import Contact
from ..schema.kinds.panel import PanelFact

Fields = dict[tuple[str, str, str], Written]  # by kind, id and field


def drawn(data: SiteData, fields: Fields) -> Iterator[Problem]:
    """What is wrong with what pictures are drawn from."""
    yield from ages(data, fields)
    yield from times(data, fields)


def ages(data: SiteData, fields: Fields) -> Iterator[Problem]:
    """Ages are two, the first and the last, and go with words of the continuum."""
    for fact in data.of(PanelFact).values():
        for name, other in (("ages", "continuum"), ("continuum", "ages")):
            if getattr(fact, name) and not getattr(fact, other):
                value = fields["panel", fact.id, name]
                message = f"'{name}' is for the picture, and there is no '{other}'"
                mend = f"add '{other}', or delete it"
                yield value.problem("ages-drawn", message, mend)
        if fact.ages and ages_of(fact) is None:
            message = f"'{fact.ages}' is not two ages up to 18, the first and the last"
            value = fields["panel", fact.id, "ages"]
            yield value.problem("ages-drawn", message, "write it like 10-17")


def times(data: SiteData, fields: Fields) -> Iterator[Problem]:
    """Times of a day are what the hours say, and each ends before the next starts."""
    for contact in data.of(Contact).values():
        value = fields.get(("contacts", contact.id, "open"))
        if not value:
            continue
        if not contact.hours:
            message = "'open' is what 'hours' says, and there are no 'hours'"
            yield value.problem("open-hours", message, "add 'hours', or delete it")
        every = [time for span in contact.open for time in span.split("-")]
        if any(later <= earlier for earlier, later in pairwise(every)):
            message = f"'{', '.join(contact.open)}' does not go from early to late"
            mend = "write a night as two: 00:00-06:00 and 20:00-24:00"
            yield value.problem("open-hours", message, mend)
