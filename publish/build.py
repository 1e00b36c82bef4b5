"""The build: check, make beside, check again, swap in."""

from datetime import date
from pathlib import Path

from macros.checks.examination import Examined, check_site
from macros.facts.site_data import SiteData
from macros.problems import DataError

from .addresses import broken_promises
from .assets import leave_out, name_by_content
from .built import BuiltPage, folder_of, pages_of
from .engines import DEFAULT, engine_of
from .handouts.made import Handouts
from .inlined import inline
from .judged import check_built, judge
from .links.made import write_offered
from .links.small import lead_on, too_heavy
from .never_published import never_published
from .outward.feeds import write_feeds
from .outward.manifest import write_manifest
from .outward.tags import tell
from .releases import keep_earlier
from .schemas import write_ids
from .search import make_search
from .sections import Section, sections_of
from .swap import beside
from .well_known import write_well_known


def build_site(
    root: Path, live: Path, today: date | None = None, engine: str = DEFAULT
) -> SiteData:
    """Make the site of the project at `root` and swap it into `live`.

    `engine` names what makes its pages (see `engines`). Gives the facts it was made
    from. Raises DataError with every problem found, and then `live` is as it was.
    """
    with beside(live) as new:
        examined = check_site(root, today)
        make_site(root, examined, new, engine)
        keep_earlier(live, new)
        write_ids(root, examined.data)
    return examined.data


def make_site(
    root: Path, examined: Examined, target: Path, engine: str = DEFAULT
) -> None:
    """The site of checked facts, below `target`. Raises DataError."""
    data = examined.data
    with Handouts(root, data) as handouts:
        engine_of(engine).make_pages(root, examined, target)
        too_long = handouts.write(target)
    write_offered(root, data, target)
    write_feeds(target, data)
    sections: dict[str, list[Section]] = {}

    def read(page: BuiltPage) -> None:
        if page.address in data.pages:
            sections[page.address] = sections_of(page)

    # Each page is read once, and let go before the next one.
    built = judge(pages_of(target, folder_of(data.site.address)), data, read)
    make_search(data, target, sections)
    problems = check_built(root, target, data, built)
    problems += [*too_long, *broken_promises(root, built)]
    leave_out(target)
    inline(target, name_by_content(target))
    lead_on(data, target)
    problems += too_heavy(data, target)
    write_manifest(root, target, data)
    tell(target, data)
    write_well_known(data, target)
    problems += never_published(target, data)
    if problems:
        raise DataError(problems)
