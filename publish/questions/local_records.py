"""Records added to the local layer, or changed in it, in the texts of its files."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from macros.facts.site_data import SiteData
from macros.reading.rooms import at
from macros.schema.all_kinds import KINDS, files, files_of
from macros.schema.layers import LOCAL

from ..changes import Change
from ..data_heads import head_of
from .reasons import ANSWERS
from .splices import appended, as_lines, changed, put_before, taken

TITLE = "Answers to the questions of this site, {said}"
HOW = "Answered for this site by the roles that each answer names"


class LocalRecords:
    """The local layer as it will be. `touched` has the cell that each record is from.

    It is known by the file and the id of the record.
    """

    def __init__(self, data: SiteData, change: Change, today: date) -> None:
        self.data = data
        self.touched: dict[tuple[str, str], str] = {}
        self._change = change
        self._today = today

    def append(self, kind: str, record: Mapping[str, Any], place: str) -> None:
        """Add a record at the end of the local file of its kind."""
        self._write(kind, str(record["id"]), as_lines(record), place)

    def alter(
        self, kind: str, record_id: str, fields: Mapping[str, Any], place: str
    ) -> None:
        """Write fields of a local record anew, or add them."""
        file = self._begun(kind)
        self.touched[file, record_id] = place
        text = changed(self._change.text(file), record_id, fields, KINDS[kind].part)
        self._change.set(file, text)

    def copy(self, kind: str, record_id: str, place: str) -> None:
        """Have a record of data/national/ in the local file as well, to be altered."""
        there = at(self._change.root, self.data.file_of(kind, record_id))
        lines = taken(there.read_bytes().decode("utf-8"), record_id)
        below = self._next(kind, record_id)
        if not below:
            self._write(kind, record_id, lines, place)
            return
        file = self._begun(kind)
        self.touched[file, record_id] = place
        self._change.set(file, put_before(self._change.text(file), lines, below))

    def source(self) -> str:
        """The id of the source of today's answers, written when first asked for."""
        record_id = f"{ANSWERS}{self._today}"
        known = record_id in self.data.lines["sources"]
        if not known and (f"{LOCAL}/sources.yml", record_id) not in self.touched:
            said = f"{self._today.day} {self._today:%B %Y}"
            record = {
                "id": record_id,
                "publisher": self.data.site.partnership,
                "title": TITLE.format(said=said),
                "dated": said,
                "read": self._today,
                "how": HOW,
                "licence": "not checked",
                "use": "quote",
            }
            self.append("sources", record, "")
        return record_id

    def _next(self, kind: str, record_id: str) -> str:
        """The first local record that comes below this one, where they have an order.

        A glossary is read by the alphabet in either of its files.
        """
        order, records = KINDS[kind].order, self.data.kinds[kind]
        if order is None:
            return ""
        after = (
            other_id
            for other_id, other in records.items()
            if self.data.file_of(kind, other_id).startswith(LOCAL)
            and order(other) > order(records[record_id])
        )
        return next(after, "")

    def _write(self, kind: str, record_id: str, lines: str, place: str) -> None:
        file = self._begun(kind)
        self.touched[file, record_id] = place
        self._change.set(file, appended(self._change.text(file), lines))

    def _begun(self, kind: str) -> str:
        """The local file of a kind, begun with its head where there is none."""
        name = KINDS[kind].file
        file = next(f for f in files_of(name) if f.startswith(LOCAL))
        if not self._change.text(file):
            self._change.set(file, head_of(files()[name], LOCAL))
        return file
