"""Numbers and addresses in every form that people type, and what looks like them."""

import pytest
import yaml
from conftest import CASES

from macros.checks.contact_details import contact_details, without_marks

FORMS = yaml.safe_load((CASES / "contact-details.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("kind", "text"),
    [(kind, text) for kind in ("number", "email", "address") for text in FORMS[kind]],
)
def test_a_contact_detail_is_known_however_it_is_typed(kind, text):
    assert kind in {found.kind for found in contact_details(text)}


@pytest.mark.parametrize("text", FORMS["nothing"])
def test_what_only_looks_like_one_passes(text):
    assert list(contact_details(text)) == []


def test_a_text_keeps_its_lines_without_its_marks():
    text = "**One** &#10; two\n`three`<br>\n\u00a0four"

    assert without_marks(text).count("\n") == text.count("\n")


def test_a_detail_is_found_on_its_line():
    (found,) = contact_details("One\ntwo &amp;\nthree 0163 2960\n503")

    assert (found.row, found.typed) == (2, "0163 2960\n503")
