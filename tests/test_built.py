"""What must be true of built pages, whichever engine made them."""

import pytest
import yaml
from conftest import ROOT
from small import make_small, promise

from macros.checks.examination import check_site, examine
from macros.problems import DataError
from publish.build import make_site
from publish.built import BuiltPage, faults

SOUND = '<!doctype html><html lang="en-GB"><body><h1 id="a">A</h1></body></html>'
LANGUAGE = "the page does not say that its language is en-GB"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("A</h1>", "A</h1><h1>B</h1>", "the page has 2 main headings: it needs one"),
        ('<h1 id="a">A</h1>', "", "the page has 0 main headings: it needs one"),
        ('lang="en-GB"', 'lang="en-US"', LANGUAGE),
        (' lang="en-GB"', "", LANGUAGE),
        (
            "A</h1>",
            'A</h1><p id="a">',
            "two things have the id 'a': give one of them another",
        ),
        ('id="a"', 'id="Sexting"', "school filters refuse the id 'Sexting': rename it"),
        ("A</h1>", "A</h1>{{ term('a') }}", "a macro call was left as it was typed"),
        ("A</h1>", "A</h1>{% if a %}", "a macro call was left as it was typed"),
        (
            "A</h1>",
            "A</h1>[[panel_short]]",
            "'[[panel_short]]' was left as it was typed",
        ),
        (
            "A</h1>",
            "A</h1>[[example-cases start]]",
            "'[[example-cases start]]' was left as it was typed",
        ),
    ],
)
def test_a_fault_of_one_page_is_said(old, new, says):
    assert list(faults(BuiltPage("/", SOUND))) == []
    assert old in SOUND

    said = list(faults(BuiltPage("/", SOUND.replace(old, new))))

    assert said == [says]


@pytest.fixture
def small(tmp_path):
    """The small project, with the theme."""
    project = make_small(tmp_path)
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    config["nav"] = ["index.md", "prepare.md"]
    del config["watch"]
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (project / "theme").symlink_to(ROOT / "theme")
    return project


def said_of(project, examined):
    with pytest.raises(DataError) as error:
        make_site(project, examined, project / "site")
    return [str(p) for p in error.value.problems if "leads nowhere" not in p.message]


def test_a_promise_is_held_against_what_was_built(small):
    promise(small, "/\n/prepare/\n/gone/\n")

    said = said_of(small, examine(small))

    assert [line for line in said if "/gone/" in line]


def test_the_wall_stands_in_every_build(small):
    page = small / "docs" / "prepare.md"
    text = page.read_text(encoding="utf-8")
    bad = "<iframe src='a'></iframe>\n\n{{ page_foot() }}"
    page.write_text(text.replace("{{ page_foot() }}", bad), encoding="utf-8")

    said = said_of(small, examine(small))

    line = text[: text.index("{{ page_foot() }}")].count("\n") + 1
    assert [p for p in said if p.startswith(f"docs/prepare.md:{line}: ")], said


def test_a_file_that_no_page_uses_stops_a_build(small):
    (small / "docs" / "forgotten.gif").write_bytes(b"GIF89a")

    said = said_of(small, check_site(small))

    assert [p for p in said if p.startswith("docs/forgotten.gif:1: no page uses")], said


def test_nothing_else_is_wrong_with_the_small_site(small):
    assert said_of(small, check_site(small)) == []
