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
    Column("id", "Id", 12),
    Column("question", "Question", 27),
    Column("matters", "Why it matters", 19),
    Column("where", "Where it shows", 21),
    Column("knows", "Who is likely to know", 15),
    Column("meanwhile", "What we say meanwhile", 27),
    Column("looked", "Source looked at", 21),
    Column(
        "answer",
        "Answer",
        34,
        "A sentence or two that everybody may read, or: don't know. A number goes on a "
        "line of its own, with whose it is: Emergency Duty Team: 01632 960 001; it is "
        "urgent and out of hours; Anyone",
    ),
    Column("by", "Who confirmed", 15, "The role, not a name: coordinator of the panel"),
    Column("on", "Date", 12, "The day it was confirmed, such as 24 November 2026"),
    Column("may", "May be published", 11, f"{YES}, {NO}, or: {NAMED}"),
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
