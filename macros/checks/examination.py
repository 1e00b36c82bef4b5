"""Every rule of facts and pages, in one report. Nothing here changes anything."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..facts.site_data import SiteData, read_site
from ..library.all_macros import MACROS
from ..library.calls import Call, Piece, pieces_in
from ..library.filled import Filled, filled
from ..library.made import Made, make_calls
from ..library.page import Page
from ..library.registry import INLINE
from ..library.render import Renderer, renderer_of
from ..problems import DataError, Problem, faults_in
from ..reading.files import stamp
from ..reading.pages import PageSource
from ..style.reading_ease import wording
from ..style.words_to_avoid import avoided
from .addresses import LIST as ADDRESSES
from .addresses import broken
from .between_records import (
    check_contacts,
    insecure,
    named_places,
    same_words,
    shown_nowhere,
)
from .layout import layout
from .links import anchors_of, links
from .markup import markup
from .menu import FILE as MENU
from .menu import menu
from .renamed_ids import renamed
from .stray_files import listed, strays
from .typed_facts import typed_facts

# Macros that show no records with a name of their own.
FRAME = {"page_top", "page_foot", "emergency", "review"}


@dataclass
class Examined:
    """What a look at facts and pages found."""

    data: SiteData
    problems: list[Problem]
    pages: Mapping[str, Filled] = field(default_factory=dict)  # sound ones, by address

    @property
    def faults(self) -> list[Problem]:
        """What stops the build."""
        return faults_in(self.problems)


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


def check_site(root: Path) -> Examined:
    """Everything that can be known before a page is built.

    Gives the facts, and each page filled. Raises DataError with every fault of both.
    """
    examined = examine(root)
    if examined.faults:
        raise DataError(examined.faults)
    return examined


def examine(root: Path, *, advice: bool = False) -> Examined:
    """Every fault of facts and pages, as far as each can be read, perhaps with advice.

    Kept until a file changes: some engines ask anew for each page.
    """
    data, problems = read_site(root)
    listing = listed(root)
    looks = tuple(seen for seen in listing if seen[0].startswith("templates/"))
    held = _LAST.get(root)
    stamps = (stamp(root / MENU), stamp(root / ADDRESSES), looks)
    if held is None or held.data is not data or held.stamps != stamps:
        earlier = held if held and held.stamps == stamps else None
        held = _examine(root, data, list(problems), earlier)
        held.stamps = stamps
        _LAST.clear()
        _LAST[root] = held
    if held.listing != listing:
        stray = strays(root, listing)
        held.listing, held.stray = listing, sorted(set(stray))
    found = held.examined
    if held.stray:
        found = replace(found, problems=sorted({*found.problems, *held.stray}))
    if not advice:
        return found
    calls = {file: tried.calls for file, (tried, _) in held.tried.items()}
    more = [*avoided(data, advice=True), *wording(data, calls), *insecure(data)]
    return Examined(data, sorted({*found.problems, *more}))


@dataclass
class _Held:
    """A look at a site, kept so that the next one need not do it all again."""

    data: SiteData
    tried: dict[str, tuple[Tried, list[Problem]]]  # by the file of the page
    examined: Examined
    stamps: object = None
    listing: object = None
    stray: Sequence[Problem] = ()


_LAST: dict[Path, _Held] = {}


def _examine(
    root: Path, data: SiteData, problems: list[Problem], earlier: _Held | None
) -> _Held:
    renderer = renderer_of(root / "templates")
    without_number = list(check_contacts(data))
    problems += without_number
    skip = {"page_top", "emergency"} if without_number else set()
    kept = earlier.tried if earlier and data.same_facts(earlier.data) else {}
    looks = {}
    for page in data.pages.values():
        look = kept.get(page.file)
        if look is None or look[0].source is not page:
            found: list[Problem] = []
            look = try_page(page, data, renderer, found, skip), found
        looks[page.file] = look
        problems += look[1]
    tried = [tried_page for tried_page, _ in looks.values()]
    anchors = {
        page.source.path: anchors_of(page.source, page.made.html)
        if knows_its_ids(page, data)
        else None
        for page in tried
    }
    for one in tried:
        if one.source.body:
            problems += links(one.source, anchors)
    problems += named_places(data, anchors)
    problems += same_words(data)
    problems += broken(root, data, anchors)
    problems += avoided(data, advice=False)
    if all(page.clear for page in tried):
        problems += shown_nowhere(data, asked_by(tried))
    problems += menu(root, data)
    problems = renamed(data, asked_by(tried), problems)
    pages = {
        page.source.address: filled(page.pieces, page.made.html)
        for page in tried
        if page.clear and page.made.whole
    }
    return _Held(data, looks, Examined(data, sorted(set(problems)), pages))


def knows_its_ids(page: Tried, data: SiteData) -> bool:
    """Whether all that a page shows is known: a faulty record may be missing on it."""
    shows = {call.name for call in page.calls} - INLINE - FRAME
    return bool(page.source.body) and page.made.whole and (data.all_read() or not shows)


def try_page(
    page: PageSource,
    data: SiteData,
    renderer: Renderer,
    problems: list[Problem],
    skip: set[str],
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
    made = make_calls(Page(page, data, renderer), able, problems)
    made = replace(made, whole=made.whole and not refused and not skip)
    if not refused:
        problems += layout(page, [call.name for call in calls])
    problems += front_matter_names(page)
    problems += markup(page)
    problems += typed_facts(page)
    return Tried(page, pieces, made, clear=not refused)


def asked_by(tried: list[Tried]) -> set[str]:
    """Every value that the macro calls of all pages have."""
    calls = [call for page in tried for call in page.calls]
    return {value for c in calls for value in (*c.args, *c.kwargs.values())}


def front_matter_names(page: PageSource) -> Iterator[Problem]:
    """mkdocs-macros lets a key of the front matter hide the macro of that name."""
    if page.front is None:
        return
    for key in (name for name in type(page.front).model_fields if name in MACROS):
        yield Problem(page.file, 1, f"'{key}' is a macro's name, not a field's")
