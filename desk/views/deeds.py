"""Buttons that change several files: each asks, shows what it would do, and does it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from starlette.responses import Response

from macros.facts.site_data import SiteData
from macros.reading.pages import address_of

from ..deeds import Deed, begun, done, moved, reviewed, withdrawn
from ..desk import Option
from ..forms import Asked, go
from ..reach import file_of_page
from ..record_target import record_target

WHOLE = "this is done in the project itself, and not in a place below it"
DO = "do"  # the button that does it; any other only shows


@dataclass(frozen=True)
class Box:
    """What a button asks: a word or a choice."""

    name: str
    label: str
    help: str
    options: Sequence[Option] = ()
    many: bool = False


def review_page(asked: Asked) -> Response:
    """Say that somebody has read a page through today."""
    path = asked.path["path"]
    file_of_page(asked.desk.root, path)
    deed = reviewed(asked.desk.saver, path, date.today())
    if deed.refused or deed.faults:
        return _shown(asked, "Mark as reviewed", (), deed, f"/pages/{path}/")
    entry = done(asked.desk.saver, deed) if deed.lines else None
    return go(f"/pages/{path}/?saved={entry.number if entry else 0}")


def move_page(asked: Asked) -> Response:
    """Give a page another address: its old one leads on."""
    path = _own_page(asked)
    boxes = (
        Box(
            "new",
            "Its new name",
            "As in an address: advice, or help/advice. Its old address leads on.",
        ),
    )
    deed = None
    if asked.form:
        deed = moved(asked.desk.saver, path, asked.one("new"), date.today())
    return _asked(asked, f"Move {address_of(path)}", boxes, deed, f"/pages/{path}/")


def withdraw_page(asked: Asked) -> Response:
    """Take a page away: its address says what became of it."""
    path = _own_page(asked)
    named = address_of(path)
    return _withdraw(asked, named, "", f"/pages/{path}/")


def withdraw_record(asked: Asked) -> Response:
    """Take a record away: its address says what became of it."""
    kind, record_id = asked.path["kind"], asked.path["id"]
    _own(asked)
    record_target(asked.desk.root, kind, record_id)
    return _withdraw(asked, record_id, kind, f"/facts/{kind}/{record_id}/")


def _withdraw(asked: Asked, named: str, kind: str, back: str) -> Response:
    boxes = (
        Box(
            "note",
            "What a visitor is told at its address",
            "One sentence, such as: It has closed.",
        ),
    )
    deed = None
    if asked.form:
        saver = asked.desk.saver
        deed = withdrawn(saver, named, asked.one("note"), kind, date.today())
    return _asked(asked, f"Withdraw {named}", boxes, deed, back)


def new_page(asked: Asked) -> Response:
    """Begin a page, and give it a place in the menu."""
    _own(asked)
    data = asked.desk.data
    after = asked.one("after")
    boxes = (
        Box("title", "Title", "Its name in the menu and in search."),
        Box("description", "Description", "What it is about, in a sentence."),
        Box("path", "Name in its address", "Small letters and hyphens: a-new-page."),
        Box(
            "for", "Who it is for", "At least one.", _audiences(asked, data), many=True
        ),
        Box("after", "In the menu, below", "", _menu(data, after)),
    )
    deed = None
    if asked.form:
        names = ("title", "description", "path")
        typed = {name: asked.one(name) for name in names}
        deed = begun(asked.desk.saver, typed, asked.form.get("for", []), after)
    return _asked(asked, "New page", boxes, deed, "/pages/")


def _asked(
    asked: Asked, title: str, boxes: Sequence[Box], deed: Deed | None, back: str
) -> Response:
    """Ask, show, or do it and lead on to what was changed."""
    may = deed and not deed.refused and not deed.faults and deed.lines
    if deed and may and asked.one("_do") == DO:
        return go(f"/changes/{done(asked.desk.saver, deed).number}/")
    return _shown(asked, title, boxes, deed, back)


def _shown(
    asked: Asked, title: str, boxes: Sequence[Box], deed: Deed | None, back: str
) -> Response:
    wrong = deed and (deed.refused or deed.faults)
    return asked.page(
        "deed.html",
        422 if wrong else 200,
        title=title,
        boxes=boxes,
        form=asked.form,
        deed=deed,
        back=back,
    )


def _own(asked: Asked) -> None:
    if not asked.desk.whole:
        raise ValueError(WHOLE)


def _own_page(asked: Asked) -> str:
    _own(asked)
    path = asked.path["path"]
    file_of_page(asked.desk.root, path)
    return path


def _audiences(asked: Asked, data: SiteData) -> list[Option]:
    chosen = asked.form.get("for", [])
    labels = data.settings.audiences if data.settings else ()
    return [Option(label.id, label.name, label.id in chosen) for label in labels]


def _menu(data: SiteData, after: str) -> list[Option]:
    pages = (page for page in data.drafts.values() if page.front)
    return [Option(p.path, p.meta.title, p.path == after) for p in pages]
