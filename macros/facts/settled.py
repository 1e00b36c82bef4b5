"""Facts as they are read, made those of one place: its words, and ids for roles."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import yaml

from ..problems import Problem
from ..reading.files import kept
from ..reading.load import Loaded
from ..reading.pages import PageSource
from ..reading.promises import Promise, once_published
from ..schema.kinds.site import Site
from ..schema.layers import SITE_FILE
from ..schema.place import roles_of
from ..schema.records import Record
from .former import says_of_pages
from .placeholders import KIND as VALUES
from .placeholders import Given, clashes, given_by, with_words
from .references import Named, named_by, named_in, unknown_ids
from .roles import Played, played_in, taken, with_ids, with_roles


@dataclass(frozen=True)
class Settled:
    """The facts of a place. `named` are the ids by which one names another."""

    site: Site | None
    kinds: Mapping[str, Mapping[str, Record]]
    pages: Mapping[str, PageSource]
    named: tuple[Named, ...]
    given: Given
    played: Played


def settle(
    site: Site | None,
    tree: yaml.Node | None,
    kinds: Mapping[str, Loaded],
    pages: Mapping[str, PageSource],
    promises: Mapping[str, Promise],
    problems: list[Problem],
) -> Settled:
    """All that was read, settled for its place, and `problems` with what is wrong."""
    given, played = given_by(site, kinds[VALUES]), played_in(site)
    problems += [*clashes(kinds[VALUES]), *taken(played, kinds)]
    typed: list[Named] = []
    if site and tree:
        typed += named_in(SITE_FILE, site, tree)
        changed = with_ids(site, tree, SITE_FILE, played, problems)
        site = site.model_copy(update=changed) if changed else site
    typed += named_by(kinds.values(), pages.values())
    known = {
        k: {*part.lines, *roles_of(k)} for k, part in kinds.items() if not part.unsure
    }
    known["pages"] = set(pages)
    if site:
        known["audiences"] = {label.id for label in site.audiences}
        known["needs"] = {label.id for label in site.needs}
    once, mends = once_published(promises), says_of_pages(promises)
    problems += unknown_ids(typed, known, once, mends)
    return Settled(
        site,
        {k: records_of(part, given, played, problems) for k, part in kinds.items()},
        {at: front_of(page, given, problems) for at, page in pages.items()},
        tuple(with_roles(typed, played)),
        given,
        played,
    )


def records_of(
    part: Loaded, given: Given, played: Played, problems: list[Problem]
) -> dict[str, Record]:
    """The records of a kind, settled. Done again only when something has changed."""
    key = (given, played)
    if part.filled is None or part.filled[0] != key:
        found: list[Problem] = []
        records = {
            record_id: settled_record(part, record, given, played, found)
            for record_id, record in part.records.items()
        }
        part.filled = (key, records, found)
    problems += part.filled[2]
    return part.filled[1]


def settled_record(
    part: Loaded, record: Record, given: Given, played: Played, out: list[Problem]
) -> Record:
    """One record, settled; itself where it asks for nothing."""
    file, node = part.files[record.id], part.nodes[record.id]
    changed = with_words(record, node, file, given, out)
    changed |= with_ids(record, node, file, played, out)
    return record.model_copy(update=changed) if changed else record


def front_of(page: PageSource, given: Given, problems: list[Problem]) -> PageSource:
    """A page whose front matter has the words that it asks for."""
    if page.front is None or "[[" not in page.front.model_dump_json():
        return page
    page, found = _front_of(page, given)
    problems += found
    return page


@kept(8192)
def _front_of(page: PageSource, given: Given) -> tuple[PageSource, list[Problem]]:
    found: list[Problem] = []
    if page.front is None or page.node is None:
        return page, found
    changed = with_words(page.front, page.node, page.file, given, found)
    front = page.front.model_copy(update=changed)
    return replace(page, front=front), found
