"""The desk as one app: which address has which page."""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from .desk import Desk
from .forms import Asked, View, endpoint
from .views import (
    changes,
    deeds,
    facts,
    handing,
    home,
    pages,
    paste,
    pictures,
    questions,
)

READ = ("GET",)
WRITE = ("POST",)
BOTH = ("GET", "POST")
PAGES: tuple[tuple[str, View, tuple[str, ...]], ...] = (
    ("/", home.home, READ),
    ("/looks/{name}", home.looks, READ),
    ("/drafts/{draft}/drop/", home.drop, WRITE),
    ("/facts/", facts.kinds, READ),
    ("/facts/{kind}/", facts.records, READ),
    ("/facts/{kind}/new/", facts.new_record, BOTH),
    ("/facts/{kind}/{id}/", facts.record, BOTH),
    ("/pages/", pages.pages, READ),
    ("/paste/", paste.paste, WRITE),
    ("/pages/new/", deeds.new_page, BOTH),
    ("/pages/{path:path}/reviewed/", deeds.review_page, WRITE),
    ("/pages/{path:path}/picture/", pictures.picture, BOTH),
    ("/pages/{path:path}/move/", deeds.move_page, BOTH),
    ("/pages/{path:path}/withdraw/", deeds.withdraw_page, BOTH),
    ("/facts/{kind}/{id}/withdraw/", deeds.withdraw_record, BOTH),
    ("/pages/{path:path}/", pages.page, BOTH),
    ("/questions/", questions.listed, READ),
    ("/questions/{kind}/{id}/", questions.one, BOTH),
    ("/hand-over/", handing.hand_over, BOTH),
    ("/changes/", changes.changes, READ),
    ("/changes/{number:int}/", changes.change, READ),
    ("/changes/{number:int}/undo/", changes.undo, WRITE),
)


def desk_app(desk: Desk) -> Starlette:
    """The app of a desk, without its door."""

    def missing(request: Request, error: Exception) -> Response:
        asked = Asked(desk, {}, {})
        said = "There is no such page of the desk."
        return asked.page("message.html", 404, title="Not found", said=said)

    routes = [
        Route(path, endpoint(desk, view), methods=list(methods))
        for path, view, methods in PAGES
    ]
    return Starlette(routes=routes, exception_handlers={404: missing})
