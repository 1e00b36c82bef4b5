"""An answer to what is asked no more: the same as before, or another one."""

from macros.facts.site_data import SiteData
from macros.schema.all_kinds import name_of
from macros.schema.kinds.gaps import Gap
from macros.schema.kinds.sources import Source
from macros.schema.records import Record

from .answered import AGREED, Note
from .asked import saying
from .returned import Row

TAKEN = "{id} was answered before, or is asked no more: nothing to do"
OTHER = (
    "{id} was answered before, and not so: if this is right now, change {file}:{line}"
)


def answered_before(row: Row, data: SiteData, kind: str, record_id: str) -> Note:
    """What to say of an answer to what is not asked any more."""
    cell, named = row.cells["answer"], f"{kind}/{record_id}"
    fact: Record | None = data.kinds[kind].get(record_id)
    if isinstance(fact, Gap):
        fact = data.here.answers.get(record_id)
    told = (
        [getattr(fact, n, None) for n in ("phone", "email", saying(fact))]
        if fact
        else []
    )
    known = [_letters(str(words)) for words in told if words]
    same = AGREED.fullmatch(cell.words) or any(k in _letters(cell.words) for k in known)
    if fact is None or same or isinstance(fact, Source):
        return Note(cell.place, TAKEN.format(id=named))
    held = name_of(type(fact))
    file, line = data.file_of(held, fact.id), fact.line
    return Note(cell.place, OTHER.format(id=named, file=file, line=line))


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words)).casefold()
