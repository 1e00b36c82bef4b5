"""The rows of what came back, each cell by what its column is called."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.problems import nearest

from .cells import Cell, Slip
from .columns import BY_KEY, COLUMNS, FILLED_IN, NEEDED
from .tables import Table, tables_of

TITLES = {column.title.casefold(): column.key for column in COLUMNS}
ABOVE = 10  # rows in which the headings are looked for
FEWEST = 3  # headings that make a table one of ours


@dataclass(frozen=True)
class Row:
    """One row: its cells by the key of their columns."""

    cells: Mapping[str, Cell]

    @property
    def filled_in(self) -> bool:
        """Whether somebody typed in it."""
        return any(self.cells[column.key].words for column in FILLED_IN)


def returned(file: Path, slips: list[Slip]) -> list[Row]:
    """All rows of a file, adding to `slips` what cannot be taken in.

    Columns may stand in any order. Raises ValueError where the file cannot be read or
    has no table of ours.
    """
    rows: list[Row] = []
    found = False
    for table in tables_of(file):
        at = headings_in(table)
        if at is not None:
            found = True
            rows += _rows(table, at, slips)
    if not found:
        first = f"{COLUMNS[0].title}, {COLUMNS[1].title}"
        raise ValueError(
            f"{file.name} has no row of headings ({first} and so on): put back the "
            "first row, as make ask writes it"
        )
    return rows


def headings_in(table: Table) -> int | None:
    """The number of the row that has the headings, from 0, or None."""
    for number, row in enumerate(table.rows[:ABOVE]):
        if sum(_named(cell) in TITLES for cell in row) >= FEWEST:
            return number
    return None


def _rows(table: Table, at: int, slips: list[Slip]) -> Iterator[Row]:
    columns: dict[str, int] = {}
    others: dict[str, Cell] = {}
    for number, cell in enumerate(table.rows[at]):
        key = TITLES.get(_named(cell))
        if key in columns:
            slips.append(Slip(cell.place, f"'{cell.words}' is there twice: delete one"))
        elif key:
            columns[key] = number
        elif cell.words:
            others[_named(cell)] = cell
    lost = [key for key in NEEDED if key not in columns]
    for key in lost:
        slips.append(_renamed(key, table.rows[at][0], others))
    if lost:
        return
    for cells in table.rows[at + 1 :]:
        if any(cell.words for cell in cells):
            empty = Cell(cells[0].place)
            yield Row(
                {
                    key: cells[n] if n < len(cells) else empty
                    for key, n in columns.items()
                }
            )


def _renamed(key: str, first: Cell, others: Mapping[str, Cell]) -> Slip:
    title = BY_KEY[key].title
    near = nearest(title.casefold(), others)
    if near:
        cell = others[near]
        return Slip(cell.place, f"'{cell.words}' is no heading of ours: type {title}")
    left = f", perhaps over '{next(iter(others.values())).words}'" if others else ""
    return Slip(first.place, f"this row has no heading '{title}': type it{left}")


def _named(cell: Cell) -> str:
    return " ".join(cell.words.casefold().rstrip(":*").split())
