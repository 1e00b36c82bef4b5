"""The first test of a place's own facts, for its people to add others to."""

import json
from textwrap import wrap

BESIDE = 74  # letters that have room beside `named =`
BELOW = 78  # and on a line of their own


def first_test(partnership: str) -> str:
    """A file of tests that holds a place to the name of its partnership, laid out as
    `make test` asks: a name that a line cannot hold stands in pieces."""
    named = quoted(partnership)
    if len(partnership) > BESIDE:
        pieces = wrap(partnership, BELOW, drop_whitespace=False)
        named = "".join(["(\n", *(f"        {quoted(p)}\n" for p in pieces), "    )"])
    return f'''\
"""What is true in this place alone. What every place must keep stands in tests/."""


def test_the_site_names_its_partnership(data):
    named = {named}
    assert data.site.partnership == named
'''


def quoted(text: str) -> str:
    """A text as Python writes it: between double quotes, unless it holds some."""
    return repr(text) if '"' in text else json.dumps(text, ensure_ascii=False)
