"""A built page read by the letter: what cannot be read in one way is refused."""

import pytest
import yaml
from conftest import CASES
from selectolax.lexbor import LexborHTMLParser

from publish.strict import Element, Fault, Reading, differs, elements_of, read_strictly

REFUSED = yaml.safe_load((CASES / "strict.yml").read_text(encoding="utf-8"))
PAGE = "<html><head></head><body><main><article>{}</article></main></body></html>"


def fault_of(case):
    """What is said of a case, as a page or as what stands in one."""
    html = case.get("html") or PAGE.format(case["page"])
    reading = read_strictly(html)
    return reading.fault or differs(reading, LexborHTMLParser(html))


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_in_one_way_is_refused(case):
    pieces = tuple(case["pieces"])

    assert fault_of(case) == Fault(case["says"], pieces, case.get("inside", True))


@pytest.mark.parametrize(
    "page",
    [
        "<p class=\"a\" title='b'>c<br>d<br />e</p>",
        "<P>a</P>",
        '<svg viewbox="0 0 1 1"><path d="M0"/><g><path d="M0"></path></g></svg>',
        "<p>1 &lt; 2 > 1</p>",
        "<p>a</p>" * 2,
    ],
)
def test_what_every_browser_reads_alike_is_let_through(page):
    for doctype in ("", "<!doctype html>", "\n <!DOCTYPE HTML>\n"):
        assert fault_of({"html": doctype + PAGE.format(page)}) is None


def test_every_element_is_told_with_its_tag_its_place_and_what_holds_it():
    html = '<!doctype html><html lang="a"><body><article><P>a</P></article><br></body>'

    assert read_strictly(f"{html}</html>") == Reading(
        [
            Element('<html lang="a">', "html", "", False),
            Element("<body>", "body", "html", False),
            Element("<article>", "article", "body", False),
            Element("<P>", "p", "article", True),
            Element("<br>", "br", "body", False),
        ]
    )


def test_an_element_that_a_browser_adds_or_leaves_out_at_the_end_is_seen():
    said = "browsers would read this page otherwise than it is written"
    short, long = PAGE.format("<p>a</p>"), PAGE.format("<p>a</p><p>b</p>")

    for one, other in ((short, long), (long, short)):
        fault = differs(read_strictly(one), LexborHTMLParser(other))
        assert fault == Fault(said, (), True)


def test_the_elements_of_a_tree_are_all_of_them_and_no_text():
    tree = LexborHTMLParser("<!doctype html><p>a<b>c</b><!-- d --></p>")

    assert [n.tag for n in elements_of(tree)] == ["html", "head", "body", "p", "b"]
