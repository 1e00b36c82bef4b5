"""What stands where on a built page."""

import pytest
from conftest import cases_of

from publish.built import BuiltPage
from publish.sections import sections_of


@pytest.mark.parametrize("case", cases_of("sections"))
def test_a_page_is_read_in_order(case):
    found = sections_of(BuiltPage("/page/", case["html"]))

    assert {s.address for s in found} == {"/page/"}
    said = [[s.anchor, s.level, s.title, s.text] for s in found]
    assert said == case["sections"], case["why"]
