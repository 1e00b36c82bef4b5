"""Reading data/: what arrives, and what an editor is told when it cannot."""

from datetime import date

import pytest
from conftest import cases_of

from macros.reading.load import load_records
from macros.reading.tree import read_tree
from macros.schema.kinds.resources import Resource
from macros.schema.kinds.sources import Source

SOURCE = """\
- id: a-source
  publisher: A publisher
  title: A title
  dated: no date on the page
  read: 2026-01-31
  how: stored copy
  licence: "no"
  use: quote
"""


def load(folder, content, model=Resource):
    """Load this text (or bytes) as if it were data/resources.yml."""
    file = folder / "data" / "resources.yml"
    file.parent.mkdir(exist_ok=True)
    if isinstance(content, str):
        content = content.encode()
    file.write_bytes(content)
    problems = []
    tree = read_tree(folder, "data/resources.yml", problems)
    if tree is None:
        return {}, [str(p) for p in problems]
    loaded = load_records("data/resources.yml", tree, model, problems)
    return loaded.records, [str(p) for p in sorted(problems)]


@pytest.mark.parametrize("case", cases_of("load"))
def test_each_mistake_is_explained_at_its_line(case, tmp_path):
    _, said = load(tmp_path, case["file"])

    assert said == case["says"]


def test_a_value_that_yaml_would_bend_stays_as_typed(tmp_path):
    records, said = load(tmp_path, SOURCE.replace('"no"', "no"), Source)

    assert not said
    assert records["a-source"].licence == "no"


def test_a_date_arrives_as_a_date(tmp_path):
    records, _ = load(tmp_path, SOURCE, Source)

    assert records["a-source"].read == date(2026, 1, 31)


def test_a_record_knows_its_line(tmp_path):
    records, _ = load(tmp_path, "# A comment\n\n" + SOURCE, Source)

    assert records["a-source"].line == 3


def test_a_mark_that_notepad_adds_does_no_harm(tmp_path):
    records, said = load(tmp_path, b"\xef\xbb\xbf" + SOURCE.encode(), Source)

    assert not said
    assert list(records) == ["a-source"]


def test_a_missing_field_is_asked_for_where_the_other_records_have_it(tmp_path):
    first = SOURCE.replace("a-source", "another")
    _, said = load(tmp_path, first + SOURCE.replace("  how: stored copy\n", ""), Source)

    assert said == ["data/resources.yml:13: add 'how' below this line"]


def test_a_missing_file_is_named(tmp_path):
    problems = []

    assert read_tree(tmp_path, "data/terms.yml", problems) is None
    assert [str(p) for p in problems] == [
        "data/terms.yml:1: this file is missing: put it back"
    ]
