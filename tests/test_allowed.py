"""What a built page may hold, and where: the wall asked about one document."""

import pytest
import yaml
from conftest import CASES
from selectolax.lexbor import LexborHTMLParser

from publish.allowed import one_of
from publish.leads import Leads
from publish.strict import Fault
from publish.wall import Wall, typed_values

CASE = yaml.safe_load((CASES / "allowed.yml").read_text(encoding="utf-8"))
PAGE = "<html><head>{}</head><body><main><article>{}</article></main></body></html>"
LEADS = Leads(
    frozenset(["https://a.org/"]),
    ("https://hsb.example.org",),
    frozenset(["116123"]),
    frozenset(["a@b.org"]),
)


def faults(html):
    return list(Wall(LEADS).faults(html, LexborHTMLParser(html)))


def document(case):
    return PAGE.format(case.get("head", ""), case.get("page", ""))


@pytest.mark.parametrize("case", CASE["refused"].values(), ids=CASE["refused"])
def test_what_is_not_on_the_list_is_refused(case):
    inside = "head" not in case
    pieces = tuple(case["pieces"])

    assert faults(document(case)) == [Fault(case["says"], pieces, inside)]


@pytest.mark.parametrize("page", CASE["pages"])
def test_what_is_on_the_list_of_pages_is_let_through(page):
    assert faults(document({"page": page})) == []


@pytest.mark.parametrize("head", CASE["heads"])
def test_what_is_on_the_list_of_the_frame_is_let_through_there_alone(head):
    assert faults(document({"head": head})) == []
    assert faults(document({"page": head})) != []


@pytest.mark.parametrize(
    "name",
    [
        *("viewport", "description", "color-scheme", "referrer", "robots"),
        *("theme-color", "format-detection", "author"),
    ],
)
def test_a_head_may_say_these_things_of_its_page(name):
    assert faults(document({"head": f"<meta name='{name}' content='a'>"})) == []


def test_a_way_to_the_search_is_for_the_frame_alone():
    data = " ".join(
        f"data-{n}='a'" for n in ("root", "engine", "index", "text", "style")
    )
    link = f"<a href='a' rel='nofollow' aria-keyshortcuts='Shift' {data}>b</a>"
    html = PAGE.format("", "").replace("<main>", f"{link}<main>")

    assert faults(html) == []
    assert len(faults(document({"page": link}))) == 6


def test_each_fault_of_a_document_is_said_also_where_it_comes_again():
    wall = Wall(LEADS)
    html = document(
        {"page": "<p style='a' ping='b'>c</p><i>d</i><p style='a' ping='b'/>"}
    )
    html = html.replace("'/>", "'>e</p>")

    for _ in range(2):  # what was judged is kept, and said of every page
        said = [f.words for f in wall.faults(html, LexborHTMLParser(html))]

        style = "'style' is not used in the tag <p>: delete it"
        assert said == [style, "'ping' is not used in the tag <p>: delete it"] * 2


def test_one_tag_is_judged_anew_in_another_place():
    wall = Wall(LEADS)
    head = document({"head": "<title>a</title><link rel='icon' href='a.png'>"})
    page = document({"page": "<title>a</title>"})
    drawn = document({"page": "<svg><title>a</title></svg>"})

    counts = [
        len(list(wall.faults(html, LexborHTMLParser(html))))
        for html in (head, drawn, page)
    ]

    assert counts == [0, 0, 1]


def test_what_cannot_be_read_is_not_judged_further():
    said = [f.words for f in faults(document({"page": "<p style='a'>b"}))]

    assert said == ["the tag <p> is still open at </article>: type </p> before it"]


def test_what_a_browser_reads_otherwise_is_not_judged_further():
    (fault,) = faults(document({"page": "<p style='a'><div>b</div></p>"}))

    assert "browsers would move it" in fault.words


@pytest.mark.parametrize(
    ("raw", "value", "values"),
    [
        ('<a href="b:c">', "b:c", ["b:c", "b:c", "c"]),
        ("<a title='x' href='b&#58;c'>", "b:c", ["b&#58;c", "b:c", "c"]),
        ('<a title="x">', "y", ["y", ""]),
        ("<a href=''>", "", []),
        ("<a hidden>", "", []),
    ],
)
def test_a_value_is_looked_for_as_it_may_have_been_typed(raw, value, values):
    assert list(typed_values(raw, value)) == values


def test_one_of_a_few_words_is_that_word_and_nothing_like_it():
    form = one_of("a", "b.c", "")

    assert [w for w in ("a", "b.c", "", "bxc", "ab.c", "A") if form.fullmatch(w)] == [
        "a",
        "b.c",
        "",
    ]
