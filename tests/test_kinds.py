"""Every kind of record is said once, and said whole."""

import re

import pytest
import yaml
from conftest import ROOT

from macros.schema.all_kinds import ALL, KINDS, files, name_of
from macros.schema.records import ONLY_HERE, FrontMatter, Record
from publish.entries import ranks

MODELS = [kind.model for kind in ALL.values()] + [FrontMatter]


def fields_of(model):
    return {f.alias or n: f for n, f in model.model_fields.items() if n != "line"}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_says_what_it_is_for(model):
    for name, field in fields_of(model).items():
        assert field.description, f"write a docstring below {model.__name__}.{name}"


@pytest.mark.parametrize("name", ALL)
def test_the_example_of_a_kind_shows_every_field(name):
    kind = ALL[name]

    for field in fields_of(kind.model).keys() - set(ONLY_HERE):
        shown = re.search(rf"\b{field}:", kind.example)
        assert shown, f"add {field} to the example of {name}"


@pytest.mark.parametrize("name", ALL)
def test_the_example_of_a_kind_can_be_read_as_yaml(name):
    assert yaml.safe_load(ALL[name].example)


@pytest.mark.parametrize("file", files())
def test_the_first_kind_of_a_file_gives_it_a_title(file):
    assert files()[file][0].title, f"give {file} a title"


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_is_known_by_its_model(name):
    assert name_of(KINDS[name].model) == name
    assert issubclass(KINDS[name].model, Record)


def test_no_two_kinds_rank_one_name_of_search_differently():
    assert set(ranks()) == {
        *("page", "heading"),
        *(found.name for kind in KINDS.values() for found in kind.search),
    }


def test_what_search_shows_is_ranked_between_none_and_a_page():
    assert all(0 < rank <= 1 and shown for rank, shown in ranks().values())


def test_a_kind_that_two_ranks_are_given_is_said(monkeypatch):
    from dataclasses import replace

    steps = KINDS["steps"]
    other = replace(steps, search=(replace(steps.search[0], rank=0.1),))
    monkeypatch.setitem(KINDS, "steps", other)

    with pytest.raises(ValueError, match="another rank"):
        ranks()


def test_the_readme_counts_no_kinds():
    assert "twelve kinds" not in (ROOT / "README.md").read_text(encoding="utf-8")
