"""What a site says of itself: what is known, and an honest sentence for what is not."""

from datetime import date

import pytest
from small import change, make_small

from macros.checks.launching import launch_items
from macros.facts.site_data import load_site
from macros.library.all_macros import MACROS
from macros.library.page import Page
from macros.library.render import Renderer

SITE = "data/local/site.yml"
GAP = """
- id: site-accessibility-contact
  about: panel
  question: Whom does a reader tell?
  sentence: Whom to tell is not confirmed.
  ask: partnership contact
  standing: to be confirmed
  sources: [example-guide]
"""
LIVE = ("stage: draft", "stage: live")


@pytest.fixture
def says(tmp_path):
    """Gives a function: what is shown of a part, after lines of site.yml changed."""
    root = make_small(tmp_path)
    gaps = root / "data" / "local" / "gaps.yml"
    gaps.write_text(gaps.read_text(encoding="utf-8") + GAP, encoding="utf-8")

    def shown(part, *typed):
        changes = [{"in": SITE, "find": old, "type": new} for old, new in typed]
        change(root, {"change": changes})
        data = load_site(root)
        page = Page(data.pages["/"], data, Renderer(root / "templates"))
        return MACROS["site_says"](page, part)

    return shown


CONTACT = ("accessibility_contact: example-helpline\n", "")
REPLY = ("accessibility_reply: within five working days\n", "")
TESTED = ("accessibility_date: 2026-11-22\n", "")
LICENCE = ("licence: Open Government Licence v3.0\n", "")
SIGNED = ("signed_off:\n  by: the manager of the partnership\n  on: 2026-11-22\n", "")


@pytest.mark.parametrize(
    ("part", "known", "lacking", "unknown"),
    [
        ("licence", "terms: Open Government Licence v3.0", LICENCE, "not settled yet"),
        (
            "sign-off",
            "agreed by the manager of the partnership on 22 November 2026",
            SIGNED,
            "Nobody in the partnership has agreed yet",
        ),
        (
            "statement",
            "last tested this site on 22 November 2026",
            TESTED,
            "No person has tested this site",
        ),
        (
            "accessibility contact",
            "You get an answer within five working days.",
            REPLY,
            "How soon you get an answer is not confirmed.",
        ),
        (
            "accessibility contact",
            "Tell The example helpline: ",
            CONTACT,
            "Whom to tell is not confirmed.",
        ),
    ],
)
def test_what_is_known_is_said_and_what_is_not_is_said_to_be(
    says, part, known, lacking, unknown
):
    first, second = says(part), says(part, lacking)

    assert known in first
    assert unknown not in first
    assert known not in second
    assert unknown in second


def test_a_statement_is_a_draft_as_long_as_the_site_is(says):
    assert "This statement is a draft" in says("statement")
    assert "draft" not in says("statement", LIVE)


def test_another_part_is_refused_with_the_nearest(says):
    with pytest.raises(KeyError, match="did you mean 'licence'"):
        says("license")


@pytest.mark.everywhere
def test_no_page_is_called_a_draft_for_ever(data):
    items = {item.name: item for item in launch_items(data, date(2026, 11, 24))}

    assert items["pages"].why == ()
