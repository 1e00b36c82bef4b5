"""Sixty moves, new names and withdrawals, and every address still answers."""

import random
from datetime import date
from itertools import islice

import pytest
from conftest import pages_of
from deleting import GROUPS, RECORDS, ROOT, asking

from macros.checks.addresses import small_pages
from macros.checks.examination import examine
from macros.checks.former_addresses import BROKEN
from macros.checks.likeness import heading_names
from macros.facts.former import outcome
from macros.facts.site_data import read_site
from macros.reading.pages import address_of, page_paths
from macros.reading.promises import FILE, read_promises
from publish.addresses import broken_promises
from publish.build import build_site
from publish.built import read_built
from publish.former import redirects
from publish.move import move
from publish.withdraw import withdraw

DAY = date(2026, 11, 24)
NOTE = "It is no longer in use. See where to start."
FEW = ["/support/", "/schools/", "/panel/prepare/"]
REST = [
    pytest.param(address_of(path), marks=pytest.mark.audit)
    for path in page_paths(ROOT)
    if path != "index.md" and address_of(path) in set(pages_of(ROOT)) - {*FEW}
]
# The start page has to stay; where its sources stand, the site tells how it was read.
KEPT = {"/", "/about/sources/"}


def free_records(chance):
    """Records that nothing asks for, of kinds without counts, groups or calls."""
    counted = {*GROUPS, "audit.points", "values", "unsafe"}
    shown = [record for record in RECORDS if record.kind != "safety"]
    mixed = chance.sample(shown, len(shown))
    free = (r for r in mixed if r.kind not in counted and not asking(r))
    return list(islice(free, 20))


def moved_page(project, chance, number):
    """Move any page, below another folder or out of one, under a new name."""
    data, _ = read_site(project)
    page = data.pages[chance.choice(sorted(data.pages.keys() - KEPT))]
    folder = chance.choice(["", "", "more/", "panel/", f"new-{number}/"])
    move(project, page.path, f"{folder}name-{number}", DAY).write()


def renamed_heading(project, chance, number):
    """Give any heading another name."""
    data, _ = read_site(project)
    pages = [page for page in data.pages.values() if heading_names(page)]
    page = chance.choice(sorted(pages, key=lambda page: page.path))
    promised = {p.name for p in data.promises.values() if p.page == page.address}
    names = sorted(heading_names(page) & promised)
    if names:
        old = f"{page.address}#{chance.choice(names)}"
        move(project, old, f"{page.address}#place-{number}", DAY).write()


def answers(project):
    """Whether each address of the list leads to a page, or to a note."""
    data, problems = read_site(project)
    assert not problems
    for address, promise in data.promises.items():
        found = outcome(data.promises, address) or promise
        at = (found.to or found.address).partition("#")[0]
        assert at in data.pages.keys() | small_pages(data) or found.note, address


@pytest.mark.parametrize(
    ("seed", "of_each"),
    [(1, 7), *(pytest.param(s, 20, marks=pytest.mark.audit) for s in (1, 2, 3, 4))],
)
def test_every_promised_address_answers_after_many_changes(
    released, tmp_path, seed, of_each
):
    chance = random.Random(seed)
    before = read_promises(released, []).keys()
    records = free_records(chance)
    changes = [moved_page, renamed_heading, None] * of_each
    chance.shuffle(changes)

    for number, change in enumerate(changes):
        if change is None:
            gone = records.pop()
            withdraw(released, gone.id, NOTE, DAY, gone.kind).write()
        else:
            change(released, chance, number)
        answers(released)

    assert examine(released).faults == []
    build_site(released, tmp_path / "site")
    assert before <= read_promises(released, []).keys()
    assert list(broken_promises(released, read_built(tmp_path / "site"))) == []
    for old, new in redirects(released):
        assert (tmp_path / "site" / old.strip("/") / "index.html").is_file()
        assert (tmp_path / "site" / new.strip("/") / "index.html").is_file()


@pytest.mark.parametrize("page", [*FEW, *REST])
def test_a_withdrawn_page_breaks_no_promise(released, page):
    withdraw(released, page, NOTE, DAY).write()

    faults = examine(released).faults

    assert [p for p in faults if p.file == FILE or p.code == BROKEN] == []
    assert faults, "no page asks for it, though some do"
