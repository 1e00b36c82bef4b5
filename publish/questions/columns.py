"""The columns of the question sheet, said once for all that write or read them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """One column: the field that it holds, its words, its width, what to type in it."""

    key: str
    title: str
    wide: int
    help: str = ""  # only where something is to be typed

    @property
    def filled_in(self) -> bool:
        """Whether the partnership types here."""
        return bool(self.help)


YES, NO, NAMED = "yes", "no", "yes with the name"
STANDS, CHANGED, GONE = "still stands", "changed", "gone"

COLUMNS = (
    Column("id", "Id", 14),
    Column("question", "Question", 34),
    Column("matters", "Why it matters", 26),
    Column("where", "Where it shows", 26),
    Column("knows", "Who is likely to know", 18),
    Column("meanwhile", "What we say meanwhile", 34),
    Column("looked", "Source looked at", 28),
    Column(
        "answer",
        "Answer",
        40,
        "A sentence or two that everybody may read, or: don't know. A number goes on a "
        "line of its own, with whose it is: Emergency Duty Team: 01632 960 001; it is "
        "urgent and out of hours; Anyone",
    ),
    Column("by", "Who confirmed", 20, "The role, not a name: coordinator of the panel"),
    Column("on", "Date", 14, "The day it was confirmed, such as 24 November 2026"),
    Column("may", "May be published", 13, f"{YES}, {NO}, or: {NAMED}"),
)
BY_KEY = {column.key: column for column in COLUMNS}
FILLED_IN = tuple(column for column in COLUMNS if column.filled_in)
NEEDED = ("id", "question", *(column.key for column in FILLED_IN))  # to be read back

HOW = (
    "Only the partnership can answer these. What is critical to safety comes first.",
    "Fill in the last four columns of a row, and leave all others as they are.",
    *(f"{column.title}: {column.help}." for column in FILLED_IN),
    f"On the list of sources, answer: {STANDS}; or {CHANGED}, or {GONE}, and how.",
    "Leave empty what nobody has looked at. Rows may be sorted or deleted, and several "
    "people may each fill in a copy. Send it back as it is saved.",
)
