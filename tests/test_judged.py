"""Built pages held against each other: what is missing, what leads nowhere, what idles.

Each test makes a small site by hand, as an engine might have left it.
"""

import shutil

import pytest
from conftest import ROOT
from small import make_small

from macros.facts.site_data import read_site
from macros.problems import Problem
from macros.reading.pages import PageSource
from publish.built import OUTSIDE, BuiltPage, climb, folder_of, pages_of, read_built
from publish.judged import (
    check_built,
    hidden,
    judge,
    leads_nowhere,
    line_of,
    unused,
)

PAGE = (
    '<!doctype html><html lang="en-GB"><head><title>a</title></head><body><main>'
    '<article><h1 id="top">A</h1>{}</article></main></body></html>'
)


@pytest.fixture
def made(tmp_path):
    """The small project, its facts, and a site with its two pages."""
    project = make_small(tmp_path / "project")
    shutil.copytree(ROOT / "theme", project / "theme")
    put(project, "/")
    put(project, "/prepare/")
    settings = project / "data/local/site.yml"
    text = settings.read_text(encoding="utf-8")
    text = text.replace(
        "address: https://hsb.example.org", "address: https://h.org/in/"
    )
    settings.write_text(text, encoding="utf-8")
    return project


def put(project, address, html=""):
    file = project / "site" / address.lstrip("/") / "index.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(PAGE.format(html), encoding="utf-8")


def said_of(project):
    return check_built(project, project / "site", read_site(project)[0])


def test_a_sound_site_has_nothing_said_of_it(made):
    assert said_of(made) == []


def test_a_page_that_was_not_made_is_said_at_its_source(made):
    shutil.rmtree(made / "site/prepare")

    no_page = Problem("docs/prepare.md", 1, "no page was made of this", code="no-page")
    assert said_of(made) == [no_page]


def test_a_fault_of_a_page_is_said_at_its_source(made):
    put(made, "/prepare/", "<h1>B</h1>")

    words = "the page has 2 main headings: it needs one"
    assert said_of(made) == [Problem("docs/prepare.md", 1, words, code="built")]


def test_a_fault_of_a_page_of_the_theme_is_said_there(made):
    (made / "site/404.html").write_text(PAGE.format("<h1>B</h1>"), encoding="utf-8")

    words = "the page has 2 main headings: it needs one"
    assert said_of(made) == [Problem("theme/404.html", 1, words, code="built")]


def test_what_the_wall_refuses_is_said_at_its_line(made):
    page = made / "docs/prepare.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text}\n<p style='a'>\n", encoding="utf-8")
    put(made, "/prepare/", "<p style='a'>b</p>")

    words = "'style' is not used in the tag <p>: delete it"
    line = len(text.splitlines()) + 2
    assert said_of(made) == [Problem("docs/prepare.md", line, words)]


@pytest.mark.parametrize(
    ("href", "says"),
    [
        ("../", None),
        ("#top", None),
        ("../#top", None),
        ("../a.png", None),
        ("?a=b", None),
        ("../gone/", "leads nowhere: /gone/ is not there"),
        ("../#gone", "leads nowhere: /#gone is not there"),
        ("#gone", "leads nowhere: /prepare/#gone is not there"),
        ("../../", "leads out of this site's folder"),
        ("/", "leads out of this site's folder"),
    ],
)
def test_a_link_leads_to_what_is_there(made, href, says):
    (made / "site/a.png").write_bytes(b"a")
    page = made / "docs/prepare.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text}\n[a]({href})\n", encoding="utf-8")
    put(made, "/prepare/", f'<p><a href="{href}">b</a></p>')
    line = len(text.splitlines()) + 2 if any(part.isalpha() for part in href) else 1

    said = [(p.file, p.line, p.message, p.code) for p in said_of(made)]

    place = ("docs/prepare.md", line)
    expected = (*place, f"the link '{href}' {says}", "leads-nowhere")
    assert said == ([expected] if says else [])


def test_pages_that_were_judged_before_are_not_read_again(made):
    data = read_site(made)[0]
    judged = judge(read_built(made / "site", "/in/").values(), data)
    shutil.rmtree(made / "site")

    assert check_built(made, made / "site", data, judged) == []


def test_each_page_is_shown_to_who_asks_while_it_has_its_text(made):
    put(made, "/", "<p style='a'>b</p>")
    seen = []

    def also(page):
        seen.append((page.address, len(page.html) > 100, len(page.breaches)))

    judged = judge(pages_of(made / "site"), read_site(made)[0], also)

    assert seen == [("/", True, 1), ("/prepare/", True, 0)]
    assert {page.html for page in judged.values()} == {""}
    assert judged["/"].ids == ["top"]


def test_a_file_of_docs_that_no_page_uses_is_named(made):
    docs = made / "docs"
    for name in ("used.png", "idle.png", "in/deep.pdf", ".hidden/a.png", ".b.png"):
        (docs / name).parent.mkdir(exist_ok=True)
        (docs / name).write_bytes(b"a")
    used = BuiltPage("/", '<img src="used.png"><a href="in/deep.pdf#page=2">a</a>')
    words = "no page uses this file: name it in a page, or move it out of docs/"

    assert list(unused(made, [used])) == [Problem("docs/idle.png", 1, words)]
    assert [p.file for p in unused(made, [])] == [
        *("docs/idle.png", "docs/in/deep.pdf", "docs/used.png"),
    ]


def test_a_dot_hides_a_file_and_all_that_is_in_its_folder(tmp_path):
    names = (".a", ".a/b", "b/.a/c", "a.b", "a/b")

    assert [hidden(tmp_path / n, tmp_path) for n in names] == [True] * 3 + [False] * 2
    assert not hidden(tmp_path / ".a/b", tmp_path / ".a")


def test_what_is_there_is_a_page_its_anchor_or_a_file(tmp_path):
    (tmp_path / "a.png").write_bytes(b"a")
    (tmp_path / "b").mkdir()
    built = {"/": BuiltPage("/", '<p id="a">'), "/b/": BuiltPage("/b/", "")}
    there = ["/", "/#a", "/b/", "/b/#", "/a.png", "/a.png#a"]
    gone = ["/#b", "/b/#a", "/b", "/c/", "/c.png", OUTSIDE]

    assert [t for t in there if leads_nowhere(tmp_path, built, t)] == []
    assert [t for t in gone if not leads_nowhere(tmp_path, built, t)] == []


BODY = "# A\n\nb (c)\n[a](../c.md#d)\n[b](d/)\n[c](../)"


@pytest.mark.parametrize(
    ("href", "line"),
    [
        *(("../c/", 10), ("../x/#d", 10), ("../d", 10), ("d/", 10), ("b/", 11)),
        *(("x", 1), ("../", 1), ("", 1)),
    ],
)
def test_the_line_of_a_link_is_found_by_its_last_word(href, line):
    source = PageSource("a.md", None, None, BODY, 7)

    assert line_of(source, href) == line
    assert line_of(None, href) == 1


LINKS = """\
<link href="a.css"><script src="/in/b.js"></script><img src="../c%20d.png">
<a href="https://a.org/">a</a><a href="mailto:a">b</a><a href="//c">c</a>
<a href="http://[">d</a><a>e</a><a href="">f</a><a href="#g">g</a>
<a href="./x/../y/#z">h</a><a href="..">i</a><a href="../..">j</a>
<a href="/out/">k</a><a href="/in">l</a><a href="?q">m</a>
<a href="/in/n/../../in/">n</a><a href="/index/">o</a><a href="../../in/p/">p</a>
"""


def test_links_are_told_as_written_and_where_they_lead():
    page = BuiltPage("/x/", LINKS, "/in/")

    assert page.links == [
        ("a.css", "/x/a.css"),
        ("/in/b.js", "/b.js"),
        ("../c%20d.png", "/c d.png"),
        ("", "/x/"),
        ("#g", "/x/#g"),
        ("./x/../y/#z", "/x/y/#z"),
        ("..", "/"),
        ("../..", OUTSIDE),
        ("/out/", OUTSIDE),
        ("/in", "/"),
        ("?q", "/x/"),
        ("/in/n/../../in/", "/"),
        ("/index/", OUTSIDE),
        ("../../in/p/", OUTSIDE),  # it would climb above the root, and come back
    ]


def test_ids_and_those_that_a_person_may_link_to_are_told_apart():
    tags = ("h1", "h2", "h3", "section", "li", "p", "div", "span")
    html = "".join(f'<{tag} id="{tag}">a</{tag}>' for tag in tags)
    page = BuiltPage("/", f'{html}<table><tr id="tr"></tr></table><h2 id>b</h2>')

    assert page.ids == [*tags, "tr", ""]
    assert page.linkable == ["h1", "h2", "h3", "section", "li", "tr", ""]


def test_what_was_asked_of_a_page_is_known_when_its_text_is_gone():
    html = '<h1 id="a">A</h1><a href="#a">b</a>'
    page, other = BuiltPage("/", html), BuiltPage("/", html)
    page.forget()

    for name in ("ids", "linkable", "links", "faults"):
        assert getattr(page, name) == getattr(other, name) != []
    assert page.html == ""
    assert "tree" not in vars(page)


@pytest.mark.parametrize(
    ("here", "path", "lowest"),
    [
        ("/", "a", 0),
        ("/", "..", -1),
        ("/", "a/../..", -1),
        ("/", "./..", -1),
        ("/a/", "..", 0),
        ("/a/", "../..", -1),
        ("/a/b/", "../x/./y//", 1),
        ("/a/b/", "../../../c/d/e/", -1),
        ("/a/b/", "", 2),
        ("/a/", "/b/", 0),
        ("/a/", "/../b/", -1),
    ],
)
def test_how_far_a_path_climbs(here, path, lowest):
    assert climb(here, path) == lowest


@pytest.mark.parametrize(
    ("address", "folder"),
    [
        (None, "/"),
        ("", "/"),
        ("https://a.org", "/"),
        ("https://a.org/", "/"),
        ("https://a.org/b", "/b/"),
        ("https://a.org/b/c/", "/b/c/"),
    ],
)
def test_a_site_lives_in_the_folder_of_its_address(address, folder):
    assert folder_of(address) == folder


def test_pages_are_read_in_order_by_their_address(tmp_path):
    for name in ("index.html", "b/index.html", "a/index.html", "404.html", "a/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"\u00e9 {name}", encoding="utf-8")

    pages = list(pages_of(tmp_path, "/in/"))

    assert [(p.address, p.folder) for p in pages] == [
        *(("/404.html", "/in/"), ("/a/", "/in/"), ("/b/", "/in/"), ("/", "/in/")),
    ]
    assert pages[1].html == "\u00e9 a/index.html"
    assert list(read_built(tmp_path)) == ["/404.html", "/a/", "/b/", "/"]
    assert {page.folder for page in read_built(tmp_path).values()} == {"/"}
