"""Two halves that belong together stand together, on every page and in every record."""

import re

import pytest
import yaml
from conftest import CASES, ROOT

pytestmark = pytest.mark.everywhere
HALVES = yaml.safe_load((CASES / "halves.yml").read_text(encoding="utf-8"))


def alone(text, half):
    """The paragraphs of a text in which one half of a pair stands without the other."""
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n[ \t]*\n", text)]
    return [
        paragraph
        for paragraph in paragraphs
        if re.search(half["when"], paragraph, re.I)
        and not re.search(half["also"], paragraph, re.I)
    ]


def texts_of(value):
    """Every text of a record, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts_of(part)


@pytest.fixture(scope="module")
def said(data):
    """The text of every page, and each text of every record, with what it asks for."""
    values = yaml.safe_load((ROOT / "data/national/values.yml").read_text("utf-8"))
    given = {value["id"]: value["value"].strip() for value in values}
    pages = [
        re.sub(
            r'\{\{ value\("([\w-]+)"\) \}\}',
            lambda found: given.get(found[1], found[0]),
            page.body,
        )
        for page in data.pages.values()
    ]
    records = [text for _, fact in data.facts() for text in texts_of(fact.model_dump())]
    return [*pages, *records]


@pytest.mark.parametrize("name", HALVES)
def test_neither_half_is_said_without_the_other(said, name):
    half = HALVES[name]

    assert any(re.search(half["when"], text, re.I) for text in said)
    assert [part for text in said for part in alone(text, half)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It ends. But it is not over.", []),
        ("It ends.\n\nBut it is not over.", ["It ends."]),
        ("it ends,\nand that is all", ["it ends, and that is all"]),
        ("Nothing of the kind.", []),
    ],
)
def test_a_half_counts_in_its_own_paragraph(text, found):
    assert alone(text, {"when": "it ends", "also": "not over"}) == found
