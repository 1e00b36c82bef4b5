"""Every rule of what records and pages may say, together: see each module's first line.

Each problem has the code of its rule. A kind of record names the rules that it promises
at the head of its file by these codes.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ..facts.site_data import SiteData
from ..facts.written import written_in
from ..problems import Problem
from .days import days
from .quotations import long_in_pages, quotations
from .record_lists import record_lists
from .record_rules import record_rules
from .typed_facts import typed_in_records
from .typed_values import typed_values
from .unsafe import unsafe_in_facts, unsafe_in_pages
from .web_addresses import web_addresses


def house_rules(root: Path, data: SiteData, today: date) -> Iterator[Problem]:
    """What facts and pages say that they must not, on the day `today`."""
    written = list(written_in(data))
    yield from typed_in_records(root, written)
    yield from typed_values(data, written)
    yield from unsafe_in_facts(data, written)
    yield from unsafe_in_pages(data)
    yield from days(data, written, today)
    yield from quotations(data, written)
    yield from long_in_pages(data)
    yield from web_addresses(data, written)
    yield from record_rules(data, written, today)
    yield from record_lists(data, written)
