"""What answers at an address that moved or was withdrawn."""

import pytest
from small import make_small, promise

from macros.checks.examination import examine
from macros.facts.former import outcome
from macros.facts.site_data import read_site
from macros.library.render import renderer_of
from macros.reading.promises import read_promises
from publish.addresses import broken_promises, promise_all
from publish.build import build_site
from publish.built import read_built
from publish.former import make_former, redirects, with_former_names

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
