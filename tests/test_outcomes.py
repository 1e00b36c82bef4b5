"""Where a published address leads now, of a list and nothing else."""

from datetime import date

import pytest

from macros.facts.former import (
    fate,
    former_pages,
    left_places,
    outcome,
    says_of_pages,
)
from macros.reading.promises import Promise, as_promise

LISTED = """\
/
/#start moved 2026-11-01 to /here/#start
/away/ withdrawn 2026-11-02: Gone.
/away/#a of terms/b since 1.0
/away/#b moved 2026-11-03 to /here/#b
/here/
/here/#a
/here/#old moved 2026-11-04 to /away/
/here/#out withdrawn 2026-11-05: Out.
/into/ moved 2026-11-12 to /round/
/once/ moved 2026-11-06 to /twice/
/once/#a
/once/#out
/part/ moved 2026-11-07 to /here/#a
/part/#b
/round/ moved 2026-11-08 to /ring/
/ring/ moved 2026-11-09 to /round/
/self/ moved 2026-11-10 to /self/
/twice/ moved 2026-11-11 to /here/
"""
PROMISES = {p.address: p for p in (as_promise(s, 0, []) for s in LISTED.splitlines())}


def told(promise):
    """What is said of a promise, and since when."""
    return promise and (
        promise.address,
        promise.to or promise.note,
        promise.changed.day,
    )


@pytest.mark.parametrize(
    ("address", "one", "last"),
    [
        ("/", None, None),
        ("/here/#a", None, None),
        ("/never/", None, None),
        ("/never/#a", None, None),
        ("/here/#never", None, None),
        ("/#start", ("/here/#start", 1), ("/here/#start", 1)),
        ("/away/", ("Gone.", 2), ("Gone.", 2)),
        ("/away/#a", ("Gone.", 2), ("Gone.", 2)),
        ("/away/#never", ("Gone.", 2), ("Gone.", 2)),
        ("/away/#b", ("/here/#b", 3), ("/here/#b", 3)),
        ("/here/#old", ("/away/", 4), ("Gone.", 2)),
        ("/here/#out", ("Out.", 5), ("Out.", 5)),
        ("/once/", ("/twice/", 6), ("/here/", 11)),
        ("/once/#a", ("/twice/#a", 6), ("/here/#a", 11)),
        ("/once/#out", ("/twice/#out", 6), ("Out.", 5)),
        ("/part/", ("/here/#a", 7), ("/here/#a", 7)),
        ("/part/#b", ("/here/#a", 7), ("/here/#a", 7)),
        ("/into/", ("/round/", 12), ("/round/", 9)),
        ("/self/", ("/self/", 10), ("/self/", 10)),
        ("/round/", ("/ring/", 8), ("/round/", 9)),
        ("/ring/", ("/round/", 9), ("/ring/", 8)),
    ],
)
def test_an_address_is_followed_once_and_to_its_end(address, one, last):
    assert told(fate(PROMISES, address)) == (one and (address, *one))
    assert told(outcome(PROMISES, address)) == (last and (address, *last))


def test_what_stood_at_an_address_is_still_known():
    found = fate(PROMISES, "/away/#a")

    day = date(2026, 11, 2)
    assert found == Promise("/away/#a", 0, "terms", "b", "1.0", day, "", "Gone.")
    assert fate(PROMISES, "/away/") is PROMISES["/away/"]


def test_pages_that_are_no_more_are_told_from_those_that_are():
    pages = {"/here/": None, "/twice/": None}

    assert [p.address for p in former_pages(PROMISES, pages)] == [
        *("/away/", "/into/", "/once/", "/part/", "/round/", "/ring/", "/self/"),
    ]


def test_places_that_left_a_page_are_listed_by_it_with_their_outcome():
    left = {
        page: [told(place) for place in places]
        for page, places in left_places(PROMISES).items()
    }

    assert left == {
        "/": [("/#start", "/here/#start", 1)],
        "/away/": [("/away/#a", "Gone.", 2), ("/away/#b", "/here/#b", 3)],
        "/here/": [("/here/#old", "Gone.", 2), ("/here/#out", "Out.", 5)],
        "/once/": [("/once/#a", "/here/#a", 11), ("/once/#out", "Out.", 5)],
        "/part/": [("/part/#b", "/here/#a", 7)],
    }


def test_who_names_a_page_that_is_no_more_is_told_what_to_type():
    out = "take it out here"

    assert says_of_pages(PROMISES) == {
        "/away/": out,
        "/into/": "it moved to /round/: name that",
        "/once/": "it moved to /here/: name that",
        "/part/": "it moved to /here/#a: name that",
        "/round/": "it moved to /round/: name that",
        "/ring/": "it moved to /ring/: name that",
        "/self/": "it moved to /self/: name that",
        "/twice/": "it moved to /here/: name that",
    }
