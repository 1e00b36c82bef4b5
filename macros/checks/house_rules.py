"""Every rule of what records and pages may say, together: see each module's first line.

Each problem has the code of its rule. A kind of record names the rules that it promises
at the head of its file by these codes.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from ..facts.site_data import SiteData
from ..facts.written import Written, written_in
from ..problems import Problem
from .campaign import campaign
from .days import days
from .handouts import handouts
from .launching import launching
from .offered import offered
from .provenance import provenance
from .quotations import long_in_pages, quotations
from .record_lists import record_lists
from .record_rules import record_rules
from .routes import routes
from .typed_facts import typed_in_records
from .typed_values import typed_values
from .unsafe import unsafe_in_facts, unsafe_in_pages
from .web_addresses import web_addresses


def house_rules(
    root: Path, data: SiteData, today: date, slips: Sequence[Problem] = ()
) -> Iterator[Problem]:
    """What facts and pages say that they must not, on the day `today`.

    Of a record in which reading found one of `slips`, nothing more is said.
    """
    written = list(written_in(data))
    hurt = touched(data, slips)
    for problem in _all(root, data, written, today):
        if (problem.kind, problem.id) not in hurt:
            yield problem


def touched(data: SiteData, slips: Sequence[Problem]) -> set[tuple[str, str]]:
    """The records, by kind and id, that have a slip in their lines."""
    places = {(slip.file, slip.line) for slip in slips}
    files = {slip.file for slip in slips}
    return {
        (kind, name)
        for kind, nodes in data.nodes.items()
        for name, node in nodes.items()
        if data.file_of(kind, name) in files
        for line in range(node.start_mark.line + 1, node.end_mark.line + 2)
        if (data.file_of(kind, name), line) in places
    }


def _all(
    root: Path, data: SiteData, written: list[Written], today: date
) -> Iterator[Problem]:
    yield from typed_in_records(root, written)
    yield from typed_values(data, written)
    yield from provenance(root, data, written)
    yield from unsafe_in_facts(data, written)
    yield from unsafe_in_pages(data)
    yield from days(data, written, today)
    yield from quotations(data, written)
    yield from long_in_pages(data)
    yield from web_addresses(data, written)
    yield from record_rules(data, written, today)
    yield from record_lists(data, written)
    yield from handouts(data)
    yield from routes(data)
    yield from offered(data)
    yield from campaign(data)
    yield from launching(data, today)
