"""Published addresses that pages and facts would lose, of facts made by hand.

Each test has a list of promises, pages and records, and all that is said of them.
"""

import pytest

from macros.checks.addresses import broken, gone, lost
from macros.checks.former_addresses import (
    WITHDRAW,
    kept_again,
    led_astray,
    moved_to,
    page_gone,
)
from macros.facts.former import outcome
from macros.facts.site_data import SiteData
from macros.problems import Problem
from macros.reading.pages import PageSource
from macros.reading.promises import as_promise

STEPS = {"one": 3, "two": 9}


def facts(*lines, pages=(), steps=STEPS, unsure=(), read=()):
    """Facts of these promises, of pages as (path, body), and of steps by line.

    `unsure` are kinds of which ids could not be read, `read` the steps without faults.
    """
    found = [as_promise(line, n, []) for n, line in enumerate(lines, 1)]
    sources = [PageSource(path, None, None, body, 5) for path, body in pages]
    return SiteData(
        None,
        {"steps": dict.fromkeys(read or steps), "terms": {}},
        {source.address: source for source in sources},
        {"steps": steps, "terms": {}},
        {"steps": dict.fromkeys(steps, "data/local/steps.yml")},
        frozenset(unsure),
        promises={p.address: p for p in found},
    )


def said(
    line, wrong, mend, kind="", id="", file="addresses.txt", code="promise-broken"
):
    return Problem(file, line, wrong, code=code, kind=kind, id=id, mend=mend)


def told(found):
    return [(p.file, p.line, p.message) for p in found]


# What tells that something is gone.


def test_what_is_there_breaks_no_promise():
    data = facts(
        *("/", "/a/", "/a/#one of steps", "/a/#b", "/a/#three of steps"),
        pages=[("index.md", ""), ("a.md", "## B")],
        steps={**STEPS, "three": 12},
    )
    anchors = {"index.md": set(), "a.md": {"one", "b", "three"}}

    assert list(broken(data, anchors)) == []


def test_a_page_that_cannot_be_judged_breaks_none_of_its_own():
    data = facts("/a/#b", "/a/#gone of steps", pages=[("a.md", "")])

    # Which places it has is not known, but that there is no such step is.
    assert [p.id for p in broken(data, {"a.md": None})] == ["gone"]


def test_a_page_that_is_gone_is_said_once():
    data = facts("/a/#x", "/a/", "/b/", "/a/#y", pages=[("c.md", "")])

    assert [(p.line, p.message) for p in broken(data, {"c.md": set()})] == [
        (1, "/a/ was published, and its page is gone"),
        (3, "/b/ was published, and its page is gone"),
    ]


def test_what_follows_what_is_there_is_looked_at_too():
    data = facts(
        *("/a/", "/a/#b", "/c/ moved 2026-11-24 to /gone/", "/a/#gone of steps", "/d/"),
        pages=[("a.md", "## B")],
    )

    assert [p.line for p in broken(data, {"a.md": {"b"}})] == [3, 4, 5]


def test_a_record_of_a_kind_that_could_not_be_read_is_not_called_gone():
    data = facts("/a/#gone of steps", pages=[("a.md", "")], unsure=["steps"])

    (problem,) = broken(data, {"a.md": set()})

    assert problem.mend == "show the record 'gone' of steps.yml here again"


@pytest.mark.parametrize(
    ("old", "steps", "there", "now"),
    [
        ("prepare-first", {"prepare-firstly": 4}, None, "prepare-firstly"),
        (
            "prepare-first",
            {"prepare-firstly": 4},
            {"prepare-firstly"},
            "prepare-firstly",
        ),
        ("prepare-first", {"prepare-firstly": 4}, {"other"}, ""),
        ("a", {"a-much-longer-name": 4}, None, "a-much-longer-name"),
        ("a", {"ab": 4}, None, ""),
        ("prepare-first", {"prepare-one": 4}, None, ""),
        ("prepare-first", {"known": 4}, None, ""),
        ("knows", {"known": 4}, None, ""),  # that id was published itself
    ],
)
def test_a_record_with_another_id_is_told_from_one_that_is_gone(old, steps, there, now):
    data = facts(f"/a/#{old} of steps", "/a/#known of steps", steps=steps)
    promise = data.promises[f"/a/#{old}"]

    problem = gone(data, promise, there)

    if now:
        wrong = f"the id '{old}' was published, so it cannot become '{now}'"
        file = "data/local/steps.yml"
        assert problem == said(4, wrong, "change it back", "steps", old, file)
    else:
        wrong = (
            f"the record '{old}' of steps.yml is gone, and schools may have linked to "
            f"/a/#{old}"
        )
        mend = WITHDRAW.format(id=old)
        assert problem == said(1, wrong, mend, "steps", old)


BODY = "# Title\n\nWords.\n\n## What to have ready\n"


def loss(name, *, kind="", anchors=None, extra=(), **given):
    of = f" of {kind}" if kind else ""
    data = facts(f"/a/#{name}{of}", *extra, pages=[("a.md", BODY)], **given)
    page, promise = data.pages["/a/"], data.promises[f"/a/#{name}"]
    return list(lost(data, promise, page, anchors or {"a.md": set()}))


def test_a_heading_with_a_new_name_may_keep_it():
    wrong = "'/a/#what-to-have-read' was published, and this page has it no more"
    mend = (
        "give the heading its old name back with { #what-to-have-read } after its "
        "words, or, to keep the new name, type 'make move FROM=/a/#what-to-have-read "
        "TO=/a/#what-to-have-ready'"
    )

    assert loss("what-to-have-read") == [said(9, wrong, mend, file="docs/a.md")]


def test_a_heading_whose_new_name_is_another_promise_gets_its_old_one_back():
    (problem,) = loss("what-to-have-read", extra=["/a/#what-to-have-ready"])

    assert problem.mend == (
        "give the heading its old name back with { #what-to-have-read } after its words"
    )


def test_a_line_that_is_no_heading_has_no_name_to_keep():
    (problem,) = loss("words")

    assert (problem.line, problem.mend) == (
        7,
        "give the heading its old name back with { #words } after its words",
    )


def test_a_heading_that_is_like_nothing_is_said_only_when_all_was_read():
    (problem,) = loss("nothing-of-that-kind")

    assert problem.mend.endswith("{ #nothing-of-that-kind } after its words")
    assert loss("nothing-of-that-kind", unsure=["steps"]) == []
    assert loss("nothing-of-that-kind", read=["one"]) == []
    assert len(loss("what-to-have-read", unsure=["steps"])) == 1


def test_a_record_that_another_page_shows_may_stay_there():
    anchors = {"a.md": set(), "x.md": None, "b.md": {"one"}, "c.md": {"one"}}
    wrong = "'/a/#one' was published, and this page has it no more"
    mend = (
        "show the record 'one' of steps.yml here again, or, as b.md shows it, type "
        "'make move FROM=/a/#one TO=/b/#one'"
    )
    (problem,) = loss("one", kind="steps", anchors=anchors)

    assert problem == said(problem.line, wrong, mend, "steps", "one", "docs/a.md")
    (problem,) = loss("one", kind="steps")
    assert problem.mend == "show the record 'one' of steps.yml here again"


# Pages that are gone.


def test_the_start_page_has_to_stay():
    data = facts("/")
    wrong = "/ was published, and its page is gone"
    mend = "put docs/index.md back, because the start page has to stay"

    assert page_gone(data, data.promises["/"]) == said(1, wrong, mend)


def test_a_page_that_is_gone_may_have_moved():
    data = facts("/b/", "/a/", pages=[("else.md", "## Nothing")])
    wrong = "/a/ was published, and its page is gone"
    mend = WITHDRAW.format(id="/a/")
    mend += "; or, if it moved, type 'make move FROM=a TO=' and its new name"

    assert page_gone(data, data.promises["/a/"]) == said(2, wrong, mend)


def test_a_page_that_looks_the_same_is_what_it_became():
    pages = [("in/other.md", "## Ready\n## Set")]
    data = facts("/in/a/", "/in/a/#ready", "/in/a/#set", pages=pages)
    wrong = (
        "/in/a/ was published, and its page is gone; it looks as if it became "
        "docs/in/other.md"
    )
    mend = "type 'make move FROM=in/a TO=in/other', or give the file its old name"

    assert page_gone(data, data.promises["/in/a/"]) == said(1, wrong, mend)


@pytest.mark.parametrize(
    ("lines", "pages", "path"),
    [
        # All of its places are there, or most, or few.
        (["/a/#b", "/a/#c"], [("x.md", "## B\n## C")], "x.md"),
        (["/a/#b", "/a/#c", "/a/#d"], [("long-name.md", "## B")], None),
        (["/a/#b"], [("x.md", "## B")], "x.md"),
        (["/a/#b"], [("x.md", "B")], None),
        # Those that every page has, or that come with a record, tell nothing.
        (["/a/#sources"], [("x.md", "## Sources")], None),
        (["/a/#b of terms"], [("x.md", "## B")], None),
        # The best of several, and the first of equals.
        (["/a/#b", "/a/#c"], [("x.md", "## B"), ("y.md", "## B\n## C")], "y.md"),
        (["/a/#b", "/a/#c"], [("y.md", "## B\n## C"), ("x.md", "## B")], "y.md"),
        (["/a/#b"], [("x.md", "## B"), ("y.md", "## B")], "x.md"),
        # A page that was published itself is another one.
        (["/a/#b", "/x/"], [("x.md", "## B")], None),
        (["/x/", "/a/#b"], [("x.md", "## B"), ("y.md", "## B")], "y.md"),
        # A name that is alike helps, and is not enough alone.
        (["/ab/#b", "/ab/#c"], [("abc.md", "## B")], "abc.md"),
        (["/abcd/"], [("abcde.md", "")], None),
        (["/abcd/"], [("abcd/x.md", "")], None),
        (["/a/#b"], [], None),
    ],
)
def test_the_page_that_most_likely_was_there_is_found(lines, pages, path):
    data = facts(*lines, pages=pages)
    address = next(a for a in (p.page for p in data.promises.values()) if a[1] == "a")

    found = moved_to(data, address)

    assert (found and found.path) == path


# What is said to have moved.


def astray(data, address, anchors):
    promise = data.promises[address]
    return list(led_astray(data, promise, outcome(data.promises, address), anchors))


NOT_THERE = "{} is said to have moved to {}, which is not there"
WRITE = "write where it is now at the end of this line"


@pytest.mark.parametrize(
    ("to", "there"),
    [
        *(("/b/", True), ("/b/#c", True), ("/b/#d", False), ("/e/", False)),
        *(("/e/#c", False), ("/f/#d", True)),
    ],
)
def test_what_moved_is_where_it_is_said_to_be(to, there):
    pages = [("b.md", ""), ("f.md", "")]
    data = facts("/", f"/a/#b of steps moved 2026-11-24 to {to}", pages=pages)
    wrong = said(2, NOT_THERE.format("/a/#b", to), WRITE, "steps", "b")

    found = astray(data, "/a/#b", {"b.md": {"c"}, "f.md": None})

    assert found == ([] if there else [wrong])


def test_what_was_withdrawn_is_led_nowhere():
    data = facts("/", "/a/ withdrawn 2026-11-24: Gone.", "/a/#b")

    assert astray(data, "/a/", {}) == astray(data, "/a/#b", {}) == []


def test_a_place_that_its_page_lost_on_the_way_is_said():
    data = facts("/a/ moved 2026-11-24 to /b/", "/a/#c", pages=[("b.md", "")])
    wrong = "'c' was published on /a/, and /b/, to which that page moved, has it not"
    mend = (
        "type 'make move FROM=/a/#c TO=/b/#' and its name there, or "
        "'make withdraw ID=/a/#c NOTE=\"...\"'"
    )

    assert astray(data, "/a/#c", {"b.md": {"d"}}) == [said(2, wrong, mend)]
    assert astray(data, "/a/#c", {"b.md": {"c"}}) == []


def test_a_place_of_a_page_that_moved_to_nowhere_is_said_too():
    data = facts("/a/ moved 2026-11-24 to /b/", "/a/#c")

    assert told(astray(data, "/a/#c", {})) == [
        ("addresses.txt", 2, NOT_THERE.format("/a/#c", "/b/#c"))
    ]


def test_a_start_page_that_moved_has_to_come_back():
    data = facts("/ moved 2026-11-24 to /b/", "/#c", pages=[("b.md", "")])

    assert [p.message for p in astray(data, "/", {"b.md": set()})] == [
        "/ was published, and its page is gone"
    ]
    assert astray(data, "/#c", {"b.md": set()}) == []


# What is said to be gone, and is there.


def again(data, twice=None):
    pages = {page.path: set() for page in data.pages.values()}
    return list(kept_again(data, {**pages, **(twice or {})}))


def kept(line, thing, word, kind="", id=""):
    mend = f"delete '{word}' and what follows it, or delete what is there"
    wrong = f"{thing} is there"
    return said(line, wrong, mend, kind, id, code="withdrawn-there")


GONE = "withdrawn 2026-11-24: Gone."
ELSE = "moved 2026-11-24 to /b/"


def test_a_page_that_is_there_is_not_gone():
    for end, word in ((GONE, "withdrawn"), (ELSE, "moved")):
        data = facts("/x/ " + end, f"/a/ {end}", pages=[("a.md", "")])
        assert again(data) == [kept(2, "the page /a/", word)]


def test_a_heading_that_is_there_is_not_gone():
    data = facts(
        "/a/", f"/a/#b {GONE}", f"/a/#c {ELSE}", pages=[("a.md", "## B\n## C")]
    )

    assert again(data) == [
        kept(2, "the heading 'b' of docs/a.md", "withdrawn"),
        kept(3, "the heading 'c' of docs/a.md", "moved"),
    ]


def test_a_record_that_is_there_is_not_withdrawn():
    data = facts(f"/a/#x of steps/one {GONE}", f"/a/#b {GONE}", pages=[("a.md", "")])

    assert again(data) == [
        kept(1, "the record 'one' of steps.yml", "withdrawn", "steps", "one")
    ]


def test_a_record_that_moved_is_said_only_where_its_page_still_shows_it():
    data = facts(f"/a/#one of steps {ELSE}", pages=[("a.md", "")])
    thing = "the record 'one' of steps.yml"

    assert again(data) == again(data, {"a.md": None}) == []
    assert again(data, {"a.md": {"one"}}) == [kept(1, thing, "moved", "steps", "one")]


def test_what_is_gone_may_be_gone():
    data = facts(
        *(f"/x/ {GONE}", f"/a/#x {GONE}", f"/a/#y of steps/gone {GONE}", "/a/"),
        f"/a/#z {ELSE}",
        pages=[("a.md", "## B")],
    )

    assert again(data, {"a.md": {"x", "y", "z"}}) == []
