"""Pages: the list of them, and the words of one."""

from starlette.responses import Response

from macros.reading.pages import page_paths

from ..editing import Sheet, edit
from ..fields import Field, shown_in
from ..forms import Asked
from ..page_target import WORDS, PageTarget, as_typed, parted
from ..reach import file_of_page
from ..snippets import snippets
from ..targets import values


def pages(asked: Asked) -> Response:
    """Every page of the site, by its title."""
    data = asked.desk.data
    by_path = {page.path: page for page in data.drafts.values()}
    rows = []
    for path in page_paths(asked.desk.root):
        page = by_path.get(path)
        meta = page.front if page else None
        rows.append(
            (
                path,
                meta.title if meta else path,
                page.address if page else "",
                str(meta.reviewed) if meta else "has a fault",
            )
        )
    return asked.page("pages.html", title="Pages", rows=rows)


def page(asked: Asked) -> Response:
    """A page as a form: what it says of itself, and its words."""
    desk = asked.desk
    path = asked.path["path"]
    file_of_page(desk.root, path)
    target = PageTarget(path)
    return edit(
        asked,
        Sheet(
            target,
            target.fields,
            title_of(asked, target),
            lambda text: filled(target.fields, text, target.file),
            {
                "kind": None,
                "long": {"description": True, "aliases": True},
                "options": desk.options,
                "shown": [],
                "preview": address_of_page(asked, path),
                "snippets": snippets(desk),
            },
            lambda draft: target.address,
        ),
    )


def title_of(asked: Asked, target: PageTarget) -> str:
    """The title of a page, or its file while that cannot be read."""
    page = next(
        (p for p in asked.desk.data.drafts.values() if p.path == target.path), None
    )
    return page.front.title if page and page.front else target.file


def address_of_page(asked: Asked, path: str) -> str:
    """The address at which a page is previewed."""
    pages = asked.desk.data.drafts.values()
    return next((page.address for page in pages if page.path == path), "/")


def filled(fields: list[Field], text: str, file: str) -> dict[str, list[str]]:
    """The boxes of a page, from its file."""
    parts = parted(text, file)
    form = dict(shown_in(fields, values(parts.front)))
    return {**form, WORDS: [as_typed(parts.words)]}
