"""A picture for a page: chosen, given its words, shown, and put there."""

from starlette.responses import Response

from macros.reading.rooms import at

from ..deeds import done
from ..forms import Asked, go
from ..placing import headings, put
from ..reach import file_of_page

NONE = "choose a picture first"
ELSEWHERE = "pages are shared by all places: do this in the project itself"


def picture(asked: Asked) -> Response:
    """Ask for a picture and its words; put it on the page where all is sound."""
    path, saver = asked.path["path"], asked.desk.saver
    file_of_page(asked.desk.root, path)
    if not at(asked.desk.root, "docs").is_relative_to(asked.desk.root):
        raise ValueError(ELSEWHERE)
    deed, wrong = None, ""
    if asked.form:
        _, content = asked.files.get("picture", ("", b""))
        names = ("name", "alt", "below")
        name, words, below = (asked.one(one) for one in names)
        wrong = "" if content else NONE
        if content:
            deed = put(saver, path, content, name, words, below)
            wrong = deed.refused or "; ".join(deed.faults)
            if not wrong:
                return go(f"/changes/{done(saver, deed).number}/")
    return asked.page(
        "picture.html",
        422 if wrong else 200,
        title="Put a picture on a page",
        path=path,
        headings=headings(saver, path),
        form=asked.form,
        wrong=wrong,
    )
