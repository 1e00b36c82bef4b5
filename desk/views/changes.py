"""What the desk saved: each change, what it was, and its undoing."""

from starlette.responses import Response

from ..forms import Asked, go
from ..journal import Entry


def changes(asked: Asked) -> Response:
    """Every saved change, the newest first."""
    entries = list(reversed(asked.desk.saver.journal.all()))
    return asked.page("changes.html", title="Changes", entries=entries)


def change(asked: Asked) -> Response:
    """One change: what went and what came."""
    return asked.page("change.html", title="A change", entry=_named(asked), wrong="")


def undo(asked: Asked) -> Response:
    """Take a change back."""
    entry = _named(asked)
    try:
        undone = asked.desk.saver.undo(entry)
    except ValueError as error:
        return asked.page(
            "change.html", 409, title="A change", entry=entry, wrong=str(error)
        )
    return go(f"/changes/{undone.number}/")


def _named(asked: Asked) -> Entry:
    entry = asked.desk.saver.journal.get(int(asked.path["number"]))
    if entry is None:
        raise ValueError("there is no such change")
    return entry
