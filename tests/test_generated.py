"""What is made from the kinds is current, and what is not made is left alone."""

import pytest
from conftest import ROOT

from macros.schema.all_kinds import KINDS
from publish.data_heads import head_of
from publish.generated import generated, with_examples, with_table, without_head

MADE = dict(generated(ROOT))


@pytest.mark.parametrize("name", MADE)
def test_what_is_made_is_current(name):
    file = ROOT / name

    assert file.is_file(), "type: make generated"
    assert file.read_text(encoding="utf-8") == MADE[name], "type: make generated"


def test_records_below_a_head_stay_as_they_are():
    text = "# Old words\n#\n# More\n\n# A part\n\n- id: one\n"

    assert without_head(text) == "\n# A part\n\n- id: one\n"
    assert without_head("- id: one\n") == "- id: one\n"


def test_the_rest_of_the_guide_stays_as_it_is():
    guide = (ROOT / "EDITING.md").read_text(encoding="utf-8")
    changed = guide.replace("For whoever changes", "For those who change", 1)

    assert with_examples(with_table(changed)) == changed


def test_a_head_says_what_may_be_left_out_and_what_a_field_can_be():
    head = head_of((KINDS["contacts"],))

    words = " ".join(head.replace("#", " ").split())
    assert "One of: now, worried, advice, children, online, support." in words
    assert "phone       (may be left out)" in head
    assert "#   - Two contacts never have one number" in head
    assert all(line.startswith("#") for line in head.splitlines())
    assert max(map(len, head.splitlines())) <= 112
