"""Facts: the kinds of record, the records of one, a record, a new one."""

from dataclasses import dataclass

from starlette.responses import Response

from macros.schema.all_kinds import ALL, KINDS
from macros.schema.kind import Kind
from macros.schema.layers import LOCAL

from ..desk import Desk, called
from ..editing import Sheet, edit, from_lines
from ..fields import Field
from ..forms import Asked
from ..new_record import NewRecord
from ..reach import kind_named
from ..record_target import RecordTarget, record_target

SITE = "site"


@dataclass(frozen=True)
class Told:
    """A kind in the list: its name, what it is for people, how many there are."""

    name: str
    title: str
    count: int


def kinds_told(desk: Desk) -> list[Told]:
    """Every kind of record, the site's own first."""
    data = desk.data
    found = [Told(SITE, "The site itself", 1)]
    for kind in KINDS.values():
        count = len(data.lines.get(kind.name, {}))
        found.append(Told(kind.name, title_of(kind), count))
    return found


def title_of(kind: Kind) -> str:
    """What a kind is called: CONTACTS, with what it is."""
    name = kind.name.replace(".", ": ").replace("-", " ").capitalize()
    about = kind.title.partition(": ")[2]
    return f"{name}: {about}" if about else name


def kinds(asked: Asked) -> Response:
    """The list of kinds."""
    return asked.page("kinds.html", title="Facts", kinds=kinds_told(asked.desk))


def records(asked: Asked) -> Response:
    """The records of a kind, those of this place marked."""
    kind = ALL[kind_named(asked.path["kind"])]
    data = asked.desk.data
    rows = []
    for record_id in data.lines.get(kind.name, {}):
        record = data.kinds[kind.name].get(record_id)
        name = called(record) if record else record_id
        local = data.file_of(kind.name, record_id).startswith(LOCAL)
        standing = getattr(record, "standing", "") if record else "has a fault"
        rows.append((record_id, name, local, str(standing)))
    if kind.name == SITE and data.settings:
        rows = [(data.settings.id, data.settings.name, True, "")]
    return asked.page("records.html", title=title_of(kind), kind=kind, rows=rows)


def record(asked: Asked) -> Response:
    """A record as a form."""
    desk = asked.desk
    target = record_target(desk.root, asked.path["kind"], asked.path["id"])
    return edit(asked, sheet_of(desk, target))


def new_record(asked: Asked) -> Response:
    """A form for a record that is not there yet."""
    desk = asked.desk
    kind = ALL[kind_named(asked.path["kind"])]
    if kind.name == SITE:
        raise ValueError("there is one site")
    target = NewRecord(kind, desk.root)
    sheet = Sheet(
        target,
        target.fields,
        f"New: {title_of(kind)}",
        from_lines(target.fields),
        {**common(desk, kind, target.fields), "shown": [], "preview": "/"},
        lambda draft: target.as_saved(draft.form).address,
    )
    return edit(asked, sheet)


def sheet_of(desk: Desk, target: RecordTarget) -> Sheet:
    """The form of a record."""
    kind = target.kind
    shown = desk.shown(kind.name, target.id)
    record = desk.data.kinds.get(kind.name, {}).get(target.id)
    name = called(record) if record else target.id
    more = {
        **common(desk, kind, target.fields),
        "shown": shown,
        "preview": shown[0][1].partition("#")[0] if shown else "/",
    }
    return Sheet(
        target,
        target.fields,
        name,
        from_lines(target.fields),
        more,
        lambda draft: target.address,
    )


def common(desk: Desk, kind: Kind, fields: list[Field]) -> dict[str, object]:
    """What the form of any record needs."""
    return {"kind": kind, "long": desk.long(kind.name), "options": desk.options}
