"""What is pasted from other programs, made words that a page may have."""

import pytest
from conftest import cases_of
from desks import desk_of
from small import make_small

from desk.pasted import MOST, pasted

PAGE = "/pages/prepare.md/"


@pytest.mark.parametrize("case", cases_of("desk/pasted"))
def test_what_was_copied_becomes_words_of_a_page(case):
    found = pasted(case["html"])

    assert found.words == case["words"].rstrip("\n")
    assert found.notes == case.get("notes", [])


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    with desk_of(make_small(tmp_path_factory.mktemp("pasted"))) as browser:
        yield browser


@pytest.mark.parametrize("case", cases_of("desk/pasted"))
def test_a_page_takes_it_without_a_fault(case, opened):
    words = opened.press("/paste/", {"html": case["html"]}).json()["words"]
    form = opened.form(PAGE)
    foot = "{{ page_foot() }}"
    form["words"] = form["words"].replace(foot, f"{words}\n\n{foot}")

    found = opened.press(PAGE, {**form, "_do": "check", "_partial": "1"}).json()

    assert found["beside"] == {}
    assert found["changed"] > 0


def test_boxes_in_boxes_without_end_give_their_words():
    assert pasted("<div>" * 5000 + "deep" + "</div>" * 5000).words == "deep"


def test_more_than_a_page_holds_is_refused(opened):
    answer = opened.press("/paste/", {"html": "x" * (MOST + 1)})

    assert answer.status_code == 422
    assert answer.json()["words"] == ""
    assert "in parts" in answer.json()["notes"][0]


@pytest.mark.parametrize(
    "html", ["", "<", "<p", "<!--", "<table>", "<li>x", "</p></p>", "<![if x]>", "\0"]
)
def test_what_is_hardly_html_gives_no_fault_of_the_desk(html):
    assert "<" not in pasted(html).words
