"""What an editor types and nobody understands is refused; other words are not."""

import pytest
import yaml
from article import article, raw_in
from conftest import CASES

from macros.checks.examination import check_site
from macros.problems import DataError
from publish.article.raw_marks import MOST, raw_marks
from publish.engines.mkdocs import Workshop, make_pages

GROUPS = sorted((CASES / "article").glob("*.yml"))
SLIPS = [
    pytest.param(slip, id=f"{file.stem}: {slip['slip']}")
    for file in GROUPS
    if file.stem != "passes"
    for slip in yaml.safe_load(file.read_text(encoding="utf-8"))
]
PASSES = yaml.safe_load((CASES / "article/passes.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_refused_at_its_line_with_what_to_type(slip):
    first = raw_in(slip["page"])[0]

    assert (first.line, first.code) == (slip["line"], slip["code"])
    assert slip["type"] in first.message


@pytest.mark.parametrize("words", PASSES)
def test_ordinary_words_pass(words):
    assert raw_in(words) == []


def test_the_real_pages_pass(data):
    for page in data.pages.values():
        assert raw_marks(page, article(page)) == []


def test_a_page_pasted_from_elsewhere_is_told_of_its_first_marks():
    assert len(raw_in("• a point\n" * 500)) == MOST


def test_a_line_is_counted_in_the_file_and_not_in_the_body(data):
    page = data.pages["/support/"]
    slip = type(page)(page.path, None, None, page.body + "\n**open\n", page.body_line)

    (found,) = raw_marks(slip, article(slip))

    assert found.file == "docs/support.md"
    assert found.line == page.body_line + page.body.count("\n") + 1


def with_a_slip(project):
    """The project checked, with a raw mark on a page that passes every other check."""
    file = project / "docs" / "support.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("If this is you,", "If **this is you,"), "utf-8")
    line = text[: text.index("If this is you,")].count("\n") + 1
    return check_site(project), f"docs/support.md:{line}: bold is not closed"


def test_builds_and_previews_refuse_what_came_out_raw(project, tmp_path_factory):
    examined, said = with_a_slip(project)
    workshop = Workshop(project, examined, tmp_path_factory.mktemp("preview"))

    for make in (
        lambda: workshop.make("/support/"),
        lambda: make_pages(project, examined, tmp_path_factory.mktemp("new")),
    ):
        with pytest.raises(DataError) as error:
            make()
        assert str(error.value).startswith(said)
    assert workshop.make("/route/"), "a sound page still shows"
