"""One page by itself: its calls tried, and all that is wrong with it."""

from dataclasses import dataclass, replace
from datetime import date

from ..facts.site_data import SiteData
from ..library.calls import Call, Piece, pieces_in
from ..library.filled import filled
from ..library.made import Made, make_calls
from ..library.page import Page
from ..library.registry import INLINE
from ..library.render import Renderer
from ..problems import Problem
from ..reading.pages import PageSource
from .layout import front_matter_names, layout
from .markup import markup
from .passages import fallbacks
from .typed_facts import typed_facts

# Macros that show no records with a name of their own.
FRAME = {"page_top", "page_foot", "emergency", "review"}


@dataclass
class Tried:
    """A page, its calls, and what they gave."""

    source: PageSource
    pieces: list[Piece]
    made: Made
    clear: bool = True  # whether every call could be read

    @property
    def calls(self) -> list[Call]:
        """The calls of the page, in order."""
        return [piece for piece in self.pieces if isinstance(piece, Call)]

    @property
    def shown(self) -> PageSource:
        """The page with what its calls gave in its headings. Only of a whole one."""
        body = filled(self.pieces, self.made.html).markdown
        return replace(self.source, body=body)


def try_page(
    page: PageSource,
    data: SiteData,
    renderer: Renderer,
    problems: list[Problem],
    skip: set[str],
    today: date,
) -> Tried:
    """Everything that can be wrong with one page by itself, added to `problems`.

    Macros to `skip` are known to fail, for a reason that is said elsewhere.
    """
    if not page.body:
        return Tried(page, [], Made([], whole=False), clear=False)
    refused: list[Problem] = []
    pieces = pieces_in(page, refused)
    problems += refused
    calls = [piece for piece in pieces if isinstance(piece, Call)]
    able = [call for call in calls if call.name not in skip]
    made = make_calls(Page(page, data, renderer, today), able, problems)
    made = replace(made, whole=made.whole and not refused and not skip)
    if not refused:
        problems += layout(page, calls)
    problems += fallbacks(page, able, data)
    problems += front_matter_names(page)
    problems += markup(page)
    problems += typed_facts(page)
    return Tried(page, pieces, made, clear=not refused)


def knows_its_ids(page: Tried, data: SiteData) -> bool:
    """Whether all that a page shows is known: a faulty record may be missing on it."""
    shows = {call.name for call in page.calls} - INLINE - FRAME
    return bool(page.source.body) and page.made.whole and (data.all_read() or not shows)


def asked_by(tried: list[Tried], data: SiteData) -> set[str]:
    """Every value that the macro calls of all pages have, roles as ids as well."""
    calls = [call for page in tried for call in page.calls]
    asked = {value for c in calls for value in (*c.args, *c.kwargs.values())}
    return asked.union(*(ids for role, ids in data.played.ids if role in asked))
