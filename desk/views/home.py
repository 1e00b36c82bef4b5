"""The first page of the desk, and its own looks."""

from starlette.responses import FileResponse, Response

from macros.schema.all_kinds import KINDS

from ..forms import LOOKS, Asked, go
from ..targets import Target
from .facts import kinds_told
from .known import target_named

STYLES = {
    "desk.css": "text/css",
    "desk.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}


def home(asked: Asked) -> Response:
    """What waits: drafts that were not saved, and the ways to all else."""
    desk = asked.desk
    drafts = []
    for draft in sorted(desk.saver.drafts.all(), key=lambda d: d.when, reverse=True):
        target = found(asked, draft.target)
        drafts.append((draft, target))
    data = desk.data
    return asked.page(
        "home.html",
        title="The desk",
        drafts=drafts,
        kinds=kinds_told(desk),
        pages=sum(1 for _ in data.pages),
        records=sum(len(data.lines.get(kind, {})) for kind in KINDS),
        changes=list(reversed(desk.saver.journal.all()))[:5],
    )


def drop(asked: Asked) -> Response:
    """Throw a draft away."""
    asked.desk.saver.drafts.drop(asked.path["draft"])
    return go("/")


def looks(asked: Asked) -> Response:
    """A style sheet or a script of the desk's own."""
    name = asked.path["name"]
    if name not in STYLES:
        raise ValueError("there is no such file")
    return FileResponse(LOOKS / name, media_type=STYLES[name])


def found(asked: Asked, name: str) -> Target | None:
    """What a draft is of, if that is still there."""
    try:
        return target_named(asked.desk, name)
    except ValueError:
        return None
