"""What answers at an address that moved or was withdrawn."""

import pytest
from small import make_small, promise

from macros.checks.examination import examine
from macros.facts.former import outcome
from macros.facts.site_data import SiteData, read_site
from macros.library.filled import CLOSE, OPEN
from macros.library.render import renderer_of
from macros.reading.pages import PageSource
from macros.reading.promises import as_promise, read_promises
from publish.addresses import broken_promises, promise_all
from publish.build import build_site
from publish.built import read_built
from publish.former import (
    Leaving,
    make_former,
    redirects,
    redirects_of,
    with_former_names,
)

LISTED = """\
/
/away/ withdrawn 2026-11-24: The page is no longer kept.
/away/#a-place
/help/ moved 2026-11-23 to /more/
/help/#what-to-have-ready
/more/ moved 2026-11-24 to /prepare/
/prepare/
/prepare/#ready moved 2026-11-24 to /prepare/#what-to-have-ready
/prepare/#gone moved 2026-11-24 to /away/
/prepare/#start moved 2026-11-24 to /#start-here
/prepare/#what-to-have-ready
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    folder = make_small(tmp_path_factory.mktemp("former"))
    promise(folder, LISTED)
    return folder


@pytest.fixture(scope="module")
def data(small):
    assert examine(small).faults == []
    return read_site(small)[0]


@pytest.mark.parametrize(
    ("address", "to", "note"),
    [
        ("/help/", "/prepare/", ""),
        ("/help/#what-to-have-ready", "/prepare/#what-to-have-ready", ""),
        ("/help/#never-listed", "/prepare/#never-listed", ""),
        ("/away/#a-place", "", "The page is no longer kept."),
        ("/prepare/#gone", "", "The page is no longer kept."),
    ],
)
def test_an_address_is_followed_as_often_as_it_moved(data, address, to, note):
    found = outcome(data.promises, address)

    assert (found.to, found.note) == (to, note)


def test_what_is_there_has_no_outcome(data):
    assert outcome(data.promises, "/prepare/") is None
    assert outcome(data.promises, "/prepare/#what-to-have-ready") is None


def test_a_circle_ends(tmp_path):
    promise(tmp_path, "/a/ moved 2026-11-24 to /b/\n/b/ moved 2026-11-24 to /a/\n")

    assert outcome(read_promises(tmp_path, []), "/a/").to in ("/a/", "/b/")


def test_a_circle_is_a_fault(small, tmp_path):
    make_small(tmp_path)
    promise(tmp_path, "/a/ moved 2026-11-24 to /b/\n/b/ moved 2026-11-24 to /a/\n")

    said = [str(p) for p in examine(tmp_path).faults]

    assert len(said) == 2
    assert all("which is not there" in line for line in said)


def test_hosts_get_each_page_that_moved_and_where_it_is_at_last(small):
    assert redirects(small) == [("/help/", "/prepare/"), ("/more/", "/prepare/")]


def test_each_page_that_is_gone_has_one_in_its_place(small, data):
    made = make_former(data, renderer_of(small / "templates"))

    assert set(made) == {"/away/", "/help/", "/more/"}
    moved, away = made["/help/"].filled, made["/away/"].filled
    assert moved.markdown.startswith("# This page has moved")
    assert 'It is now <a href="../prepare/">Prepare for the panel</a>.' in moved.html[0]
    assert (
        '<li id="what-to-have-ready"><a href="../prepare/#what-to-have-ready">'
        "What to have ready</a></li>" in moved.html[0]
    )
    assert '<span id="a-place"></span> The page is no longer kept.' in away.html[0]
    assert "tel:" in moved.html[0], "no number to ring"
    assert "tel:" in away.html[0], "no number to ring"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            '<h2 class="a" id="what-to-have-ready">X</h2>',
            '<h2 class="a" id="what-to-have-ready"><span id="ready"></span>X</h2>',
        ),
        (
            '<tr id="what-to-have-ready">\n<td>X</td>',
            '<tr id="what-to-have-ready">\n<td><span id="ready"></span>X</td>',
        ),
        ('<h2 id="other">X</h2>', '<h2 id="other">X</h2>'),
    ],
)
def test_a_place_with_a_new_name_answers_to_both(data, html, expected):
    assert with_former_names(html, data, "/prepare/") == expected


def test_the_foot_of_a_page_leads_to_what_moved_to_another(small):
    html = "".join(examine(small).pages["/prepare/"].html)

    assert (
        '<li id="start">Moved on 24 November 2026 to <a href="../#start-here">' in html
    )
    assert '<li id="gone">Withdrawn on 24 November 2026. The page is no' in html
    assert 'id="ready"' not in html


CAME = {
    "/support/": [],
    "/panel/": [],
    "/old-help/": ["moved 2026-11-24 to /support/"],
    "/no-panel/": ["withdrawn 2026-11-24: It was a draft."],
}


def add_former(project):
    """Promise two pages that are no more: one has moved, one is withdrawn."""
    there = read_promises(project, []).keys()
    file = project / "addresses.txt"
    lines = file.read_text(encoding="utf-8").splitlines()
    lines = [line for line in lines if not line.startswith("# There are")]
    lines += [" ".join([a, *says]) for a, says in CAME.items() if a not in there]
    lines.append(f"# There are {len(there | CAME.keys())} addresses.")
    promise(project, "\n".join(lines) + "\n")


def test_a_real_site_answers_at_every_former_address(project, tmp_path):
    add_former(project)

    build_site(project, tmp_path / "site")

    built = read_built(tmp_path / "site")
    moved = built["/old-help/"].html
    assert '<meta name="robots" content="noindex">' in moved
    assert 'http-equiv="refresh"' not in moved.lower()
    assert "It was a draft." in built["/no-panel/"].html
    assert list(broken_promises(project, built)) == []
    sitemap = (tmp_path / "site/sitemap.xml").read_text(encoding="utf-8")
    assert "old-help" not in sitemap
    before = read_promises(project, []).keys()
    promise_all(project, tmp_path / "site", {})
    assert {a for a in read_promises(project, []) if "old-help" in a} == {
        a for a in before if "old-help" in a
    }


def data_of(*lines, pages=()):
    """Facts of a list of promises alone."""
    found = [as_promise(line, 0, []) for line in lines]
    sources = {address: PageSource("a.md", None, None, "", 1) for address in pages}
    promises = {p.address: p for p in found}
    return SiteData(None, {}, sources, {}, {}, frozenset(), promises=promises)


MOVED_PLACE = ("/a/", "/a/#old.1 moved 2026-11-24 to /a/#new", "/a/#new")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        *(
            (f'<{tag} id="new">X', f'<{tag} id="new"><span id="old.1"></span>X')
            for tag in (
                *("h1", "h6", "li", "section", "div", "dt", "dd", "p", "figure"),
                *("td", "th"),
            )
        ),
        (
            '<h2 id="new">X</h2><h2 id="new">Y</h2>',
            '<h2 id="new"><span id="old.1"></span>X</h2><h2 id="new">Y</h2>',
        ),
        (
            '<tr class="a" id="new"> <th scope="row">X',
            '<tr class="a" id="new"> <th scope="row"><span id="old.1"></span>X',
        ),
        (
            '<tr class="a"><td>X</td></tr><tr id="new"><td>Y',
            '<tr class="a"><td>X</td></tr><tr id="new"><td><span id="old.1"></span>Y',
        ),
        ('<tr id="new"><tr>', None),
        ('<table id="new">', None),
        ('<h2 id="newer">', None),
        ('<h2 data-id="new">', None),
        ('<h2>x</h2> id="new"', None),
        ('<hr id="new">', None),
    ],
)
def test_an_old_name_stands_inside_what_has_the_new_one(html, expected):
    data = data_of(*MOVED_PLACE)

    assert with_former_names(html, data, "/a/") == (expected or html)


def test_every_old_name_of_a_page_is_kept_and_none_of_another():
    data = data_of(
        *("/a/", "/b/", "/a/#1 moved 2026-11-24 to /b/#x", "/a/#new", "/b/#x"),
        *("/a/#2 moved 2026-11-24 to /a/", "/a/#3 withdrawn 2026-11-24: Gone."),
        *("/a/#4 moved 2026-11-24 to /a/#new", "/a/#5 moved 2026-11-24 to /a/#new"),
    )
    html = '<p id="x">X</p><p id="">Y</p><p id="new">Z</p>'

    found = with_former_names(html, data, "/a/")

    spans = '<p id="new"><span id="5"></span><span id="4"></span>Z</p>'
    assert found == html.replace('<p id="new">Z</p>', spans)
    assert with_former_names(html, data, "/b/") == html


def test_hosts_are_told_of_pages_alone_and_in_order():
    data = data_of(
        *("/z/ moved 2026-11-24 to /a/", "/y/ moved 2026-11-24 to /z/", "/a/"),
        *("/x/ withdrawn 2026-11-24: Gone.", "/a/#b moved 2026-11-24 to /a/#c"),
        *("/w/ moved 2026-11-24 to /x/", "/v/ moved 2026-11-24 to /a/", "/a/#c"),
        pages=["/v/"],
    )

    assert redirects_of(data) == [("/y/", "/a/"), ("/z/", "/a/")]


def test_a_page_in_place_of_another_says_in_its_head_what_it_is(small, data):
    made = make_former(data, renderer_of(small / "templates"))

    assert [page.path for page in made.values()] == ["away.md", "help.md", "more.md"]
    assert made["/help/"].front == (
        "---\ntitle: This page has moved\ndescription: This page has moved.\n"
        'former: "yes"\nnow_at: "prepare/"\n---\n'
    )
    assert made["/away/"].front == (
        "---\ntitle: This page has been withdrawn\n"
        "description: This page has been withdrawn.\n"
        'former: "yes"\nnow_at: ""\n---\n'
    )
    filled = made["/away/"].filled
    assert filled.markdown == (
        f"# This page has been withdrawn {{ #no-longer-here }}\n\n{OPEN}0{CLOSE}\n"
    )
    assert (len(filled.html), filled.blocks) == (1, frozenset({0}))


def test_a_place_of_which_there_is_more_to_say_stands_apart(small, data):
    gone = as_promise("/a/ withdrawn 2026-11-24: Gone.", 0, [])
    places = data_of(
        *("/a/ withdrawn 2026-11-24: Gone.", "/a/#1", "/b/"),
        *("/a/#2 moved 2026-11-24 to /b/", "/a/#3 withdrawn 2026-11-24: Out."),
    )
    source = PageSource("a.md", None, None, "", 1)
    page = Leaving(source, places, renderer_of(small / "templates"), gone)

    assert [p.address for p in page.apart] == ["/a/#2", "/a/#3"]
    assert [p.address for p in page.with_it] == ["/a/#1"]
    source = PageSource("b.md", None, None, "", 1)
    assert Leaving(source, places, renderer_of(small / "templates"), gone).apart == []


def test_a_place_that_went_with_its_page_is_known(small, data):
    gone = as_promise("/a/ moved 2026-11-24 to /b/", 0, [])
    source = PageSource("a.md", None, None, "", 1)
    page = Leaving(source, data_of("/b/"), renderer_of(small / "templates"), gone)

    assert page.followed(as_promise("/a/#c moved 2026-11-24 to /b/#c", 0, []))
    assert not page.followed(as_promise("/a/#c moved 2026-11-24 to /b/#d", 0, []))
    assert not page.followed(as_promise("/a/#c moved 2026-11-24 to /d/#c", 0, []))
