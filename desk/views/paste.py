"""What was pasted into the words of a page, made words of a page."""

from starlette.responses import JSONResponse, Response

from ..forms import Asked
from ..pasted import pasted


def paste(asked: Asked) -> Response:
    """The words of what was copied elsewhere, and what was left out of it."""
    try:
        found = pasted(asked.one("html"))
    except ValueError as error:
        return JSONResponse({"words": "", "notes": [str(error)]}, 422)
    return JSONResponse({"words": found.words, "notes": found.notes})
