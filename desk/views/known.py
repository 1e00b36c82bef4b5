"""What the name in a draft or an address stands for."""

from macros.schema.all_kinds import ALL

from ..desk import Desk
from ..new_record import NewRecord
from ..page_target import PageTarget
from ..reach import file_of_page, kind_named
from ..record_target import record_target
from ..targets import Target


def target_named(desk: Desk, name: str) -> Target:
    """What can be edited, by its name. Raises ValueError where it is not there."""
    sort, _, rest = name.partition("/")
    if sort == "record":
        kind, _, record_id = rest.partition("/")
        return record_target(desk.root, kind, record_id)
    if sort == "new-record":
        return NewRecord(ALL[kind_named(rest)], desk.root)
    if sort == "page":
        file_of_page(desk.root, rest)
        return PageTarget(rest)
    raise ValueError(f"there is nothing called {name}")
