"""The list of published addresses once something moved: every line of it."""

from datetime import date
from types import SimpleNamespace

import pytest

from macros.reading.promises import Promise, as_promise
from publish.moved_promises import (
    as_gone,
    free,
    gone_since,
    led_on,
    page_moved,
    place_moved,
    still_there,
)

DAY = date(2026, 11, 24)


def promises(*lines):
    """The promises of a list by their addresses."""
    found = [as_promise(line, 0, []) for line in lines]
    return {promise.address: promise for promise in found}


def lines(found):
    return [str(promise) for promise in found]


def test_a_page_moves_with_its_places():
    before = promises(
        "/",
        "/a/ since 1.0",
        "/a/#b of terms/c since 1.0",
        "/a/#d withdrawn 2026-11-01: Gone.",
        "/b/#a",
    )

    assert lines(page_moved(before, "/a/", "/n/", DAY)) == [
        "/",
        "/a/ since 1.0 moved 2026-11-24 to /n/",
        "/a/#b of terms/c since 1.0",
        "/a/#d withdrawn 2026-11-01: Gone.",
        "/b/#a",
        "/n/#b of terms/c",
        "/n/#d withdrawn 2026-11-01: Gone.",
        "/n/",
    ]


def test_what_led_to_a_page_leads_to_where_it_is_now():
    before = promises(
        *("/1/ moved 2026-11-01 to /a/", "/2/#x moved 2026-11-01 to /a/#b", "/a/"),
        *("/a/#b", "/n/ withdrawn 2026-11-02: Gone."),
    )

    assert lines(page_moved(before, "/a/", "/n/", DAY))[:2] == [
        "/1/ moved 2026-11-01 to /n/",
        "/2/#x moved 2026-11-01 to /n/#b",
    ]


def test_what_was_withdrawn_comes_back_as_moved_without_its_note():
    before = promises(
        "/a/ withdrawn 2026-11-01: Gone.", "/n/ moved 2026-11-01 to /a/", "/n/#b"
    )

    moved = page_moved(before, "/a/", "/n/", DAY)

    assert lines(moved) == ["/a/ moved 2026-11-24 to /n/", "/n/", "/n/#b"]
    assert [p.note for p in moved] == ["", "", ""]
    assert [p.changed for p in moved] == [DAY, None, None]


def test_a_place_that_both_pages_had_says_what_became_of_it_on_the_one_that_moved():
    before = promises(
        *("/a/", "/a/#b withdrawn 2026-11-01: Gone.", "/a/#c moved 2026-11-02 to /x/"),
        *("/a/#d", "/a/#e withdrawn 2026-11-01: Gone."),
        *("/n/", "/n/#b", "/n/#c of terms", "/n/#d withdrawn 2026-11-03: Out."),
        "/n/#e withdrawn 2026-11-03: Out.",
    )

    after = {str(p) for p in page_moved(before, "/a/", "/n/", DAY)}

    assert after - set(lines(before.values())) == {
        "/a/ moved 2026-11-24 to /n/",
        "/n/#b withdrawn 2026-11-01: Gone.",
        "/n/#c of terms moved 2026-11-02 to /x/",
    }


def test_a_page_that_was_never_promised_leaves_the_list_as_it_was():
    before = promises("/a/", "/b/#c")

    assert page_moved(before, "/x/", "/n/", DAY) == list(before.values())
    assert place_moved(before, ("/x/#a", "/a/#b"), DAY, ("", "")) == list(
        before.values()
    )


def test_a_place_moves_and_the_record_that_stands_there_is_said():
    before = promises("/a/", "/a/#b of terms/c since 1.0")

    assert lines(place_moved(before, ("/a/#b", "/d/#e"), DAY, ("terms", "c"))) == [
        "/a/",
        "/a/#b of terms/c since 1.0 moved 2026-11-24 to /d/#e",
        "/d/#e of terms/c",
    ]


def test_a_place_that_was_gone_and_is_moved_to_is_there_again():
    before = promises(
        "/a/#b withdrawn 2026-11-01: Gone.",
        "/d/#e since 1.0 withdrawn 2026-11-02: Out.",
        "/f/#g moved 2026-11-03 to /a/#b",
    )

    moved = place_moved(before, ("/a/#b", "/d/#e"), DAY, ("", ""))

    assert lines(moved) == [
        "/a/#b moved 2026-11-24 to /d/#e",
        "/d/#e since 1.0",
        "/f/#g moved 2026-11-03 to /d/#e",
    ]
    assert [(p.note, p.changed) for p in moved[:2]] == [("", DAY), ("", None)]


def test_what_led_to_what_moved_leads_to_where_it_is_now():
    before = promises(
        "/1/ moved 2026-11-01 to /a/",
        "/2/#x moved 2026-11-01 to /a/#b",
        "/3/ moved 2026-11-01 to /ab/",
        "/n/#b moved 2026-11-01 to /a/#b",
        "/5/ withdrawn 2026-11-01: Gone.",
    )

    assert lines(led_on(before.values(), "/a/", "/n/")) == [
        "/1/ moved 2026-11-01 to /n/",
        "/2/#x moved 2026-11-01 to /n/#b",
        "/3/ moved 2026-11-01 to /ab/",
        "/n/#b",
        "/5/ withdrawn 2026-11-01: Gone.",
    ]


def test_a_place_that_moved_takes_only_itself_along():
    before = promises("/1/ moved 2026-11-01 to /a/#b", "/2/ moved 2026-11-02 to /a/#b")
    other = Promise("/3/", changed=DAY, to="/a/#bc")

    assert lines(led_on([*before.values(), other], "/a/#b", "/n/#d")) == [
        "/1/ moved 2026-11-01 to /n/#d",
        "/2/ moved 2026-11-02 to /n/#d",
        "/3/ moved 2026-11-24 to /a/#bc",
    ]


def test_what_is_there_has_nothing_said_of_it():
    gone = Promise("/a/", 3, "terms", "b", "1.0", DAY, "/c/", "Gone.")

    assert still_there(gone) == Promise("/a/", 3, "terms", "b", "1.0")
    assert as_gone(Promise("/d/", 4, "steps", "e", "2.0"), gone) == Promise(
        "/d/", 4, "steps", "e", "2.0", DAY, "/c/", "Gone."
    )


def test_what_is_withdrawn_gets_its_note_and_what_is_elsewhere_keeps_leading_there():
    before = promises(
        "/a/",
        "/b/ moved 2026-11-01 to /c/",
        "/c/",
        "/d/ moved 2026-11-01 to /e/",
        "/f/ withdrawn 2026-11-01: Gone.",
    )

    assert lines(gone_since(before, ["/a/", "/b/", "/d/", "/f/"], DAY, "Out.")) == [
        "/a/ withdrawn 2026-11-24: Out.",
        "/b/ moved 2026-11-01 to /c/",
        "/c/",
        "/d/ withdrawn 2026-11-24: Out.",
        "/f/ withdrawn 2026-11-01: Gone.",
    ]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("/n/ moved 2026-11-01 to /c/", "which moved to /c/: choose another"),
        ("/n/ withdrawn 2026-11-01: Gone.", "which was withdrawn: choose another"),
        ("/n/ moved 2026-11-01 to /c/#a", "which moved to /c/#a: choose another"),
    ],
)
def test_an_address_that_was_another_page_s_is_not_given_away(line, says):
    data = SimpleNamespace(promises=promises(line, "/c/", "/a/"))

    with pytest.raises(ValueError, match=f"^/n/ was another page's, {says}$"):
        free(data, "/a/", "/n/")


@pytest.mark.parametrize(
    "line",
    ["/n/", "/m/", "/n/ moved 2026-11-01 to /a/", "/n/ moved 2026-11-01 to /a/#b"],
)
def test_an_address_is_free_if_it_led_to_this_page(line):
    free(SimpleNamespace(promises=promises(line)), "/a/", "/n/")
