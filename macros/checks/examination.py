"""Every rule of facts and pages, in one report. Nothing here changes anything."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from ..facts.site_data import SiteData, read_site
from ..library.filled import Filled, filled
from ..library.render import renderer_of
from ..problems import DataError, Problem, faults_in
from ..reading.files import FORGETS, stamp
from ..reading.promises import FILE as ADDRESSES
from ..reading.rooms import at
from ..style.making_of import making_of
from ..style.reading_ease import wording
from ..style.words_to_avoid import avoided
from .addresses import broken
from .between_records import (
    check_contacts,
    insecure,
    named_places,
    same_words,
    shown_nowhere,
)
from .former_addresses import kept_again
from .house_rules import house_rules
from .links import anchors_of, ids_twice, links
from .menu import FILE as MENU
from .menu import menu
from .needs import needing_links
from .passages import additions, lost_passages
from .provenance import sites
from .renamed_ids import renamed
from .shared import shared
from .stray_files import listed, strays
from .trial import Tried, asked_by, knows_its_ids, try_page

LOOKS = ("templates/", "theme/")  # rooms that are looked at beside facts and pages


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


def check_site(root: Path, today: date | None = None) -> Examined:
    """Everything that can be known before a page is built, on the day `today`.

    Gives the facts, and each page filled. Raises DataError with every fault of both.
    """
    examined = examine(root, today=today)
    if examined.faults:
        raise DataError(examined.faults)
    return examined


def examine(root: Path, *, advice: bool = False, today: date | None = None) -> Examined:
    """Every fault of facts and pages, as far as each can be read, perhaps with advice.

    Kept until a file changes: some engines ask anew for each page.
    """
    data, problems = read_site(root)
    listing = listed(root)
    looks = tuple(seen for seen in listing if seen[0].startswith(LOOKS))
    held = _LAST.get(root)
    today = today or date.today()
    beside = [at(root, MENU), root / ADDRESSES, *sites(root)]
    stamps = (today, *map(stamp, beside), looks)
    if held is None or held.data is not data or held.stamps != stamps:
        earlier = held if held and held.stamps == stamps else None
        problems = (*problems, *house_rules(root, data, today, problems))
        held = _examine(root, data, list(problems), earlier, today)
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
FORGETS.append(_LAST.clear)


def _examine(
    root: Path,
    data: SiteData,
    problems: list[Problem],
    earlier: _Held | None,
    today: date,
) -> _Held:
    renderer = renderer_of(at(root, "templates"))
    without_number = list(check_contacts(data))
    problems += without_number
    skip = {"page_top", "emergency"} if without_number else set()
    kept = earlier.tried if earlier and same_facts(data, earlier.data) else {}
    looks = {}
    for page in data.pages.values():
        look = kept.get(page.file)
        if look is None or look[0].source is not page:
            found: list[Problem] = []
            look = try_page(page, data, renderer, found, skip, today), found
        looks[page.file] = look
        problems += look[1]
    tried = [tried_page for tried_page, _ in looks.values()]
    anchors = {
        page.source.path: anchors_of(page.shown, page.made.html)
        if knows_its_ids(page, data)
        else None
        for page in tried
    }
    for one in tried:
        if one.source.body:
            problems += links(one.source, anchors, data)
    problems += needing_links(data, tried)
    problems += additions(data)
    problems += named_places(data, anchors)
    problems += same_words(data)
    problems += broken(data, anchors)
    twice = {page.source.path: ids_twice(page.made.html) for page in tried}
    problems += kept_again(data, twice)
    problems += [*avoided(data, advice=False), *making_of(data)]
    if all(page.clear for page in tried):
        problems += shown_nowhere(data, asked_by(tried, data))
        lists = {
            next(iter([*call.args, *call.kwargs.values()]), "")
            for page in tried
            for call in page.calls
            if call.name == "gaps"
        }
        problems += lost_passages(data, asked_by(tried, data), lists)
    problems += menu(root, data)
    problems += shared(root, data, tried)
    problems = renamed(data, asked_by(tried, data), problems)
    pages = {
        page.source.address: filled(page.pieces, page.made.html)
        for page in tried
        if page.clear and page.made.whole
    }
    return _Held(data, looks, Examined(data, sorted(set(problems)), pages))


def same_facts(data: SiteData, other: SiteData) -> bool:
    """Whether macros give the same from both: only words of pages differ."""
    return (
        data.settings == other.settings
        and data.lines == other.lines
        and data.files == other.files
        and data.promises == other.promises
        and all(data.kinds[kind] is other.kinds[kind] for kind in data.kinds)
        and [(a, p.front) for a, p in data.pages.items()]
        == [(a, p.front) for a, p in other.pages.items()]
    )
