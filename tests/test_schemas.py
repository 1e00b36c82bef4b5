"""What editors' programs know of the data files: current, and at one with them."""

import json
import re
from typing import get_args

import pytest
import yaml
from conftest import ROOT
from jsonschema import Draft202012Validator
from small import examples

from macros.schema.help import help_for
from macros.schema.kinds import LISTS, SECTIONS, file_of
from macros.schema.models import Site
from macros.schema.records import FrontMatter
from publish.schemas import schemas, text_of

SCHEMAS = schemas()
FILES = ["site", *LISTS, *SECTIONS]
MODELS = [Site, FrontMatter, *LISTS.values()]
MODELS += [model for parts in SECTIONS.values() for model in parts.values()]


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_current(name):
    file = ROOT / "schemas" / f"{name}.json"

    assert file.read_text(encoding="utf-8") == text_of(SCHEMAS[name]), (
        "type: make schemas"
    )


def test_no_schema_is_left_of_a_file_that_is_gone():
    assert {file.stem for file in (ROOT / "schemas").glob("*.json")} == SCHEMAS.keys()


def problems(name, text):
    """What a program would underline. It reads dates as text, as we do."""
    Draft202012Validator.check_schema(SCHEMAS[name])
    loader = type("Loader", (yaml.SafeLoader,), {"yaml_implicit_resolvers": {}})
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items():
        kept = [r for r in resolvers if r[0] != "tag:yaml.org,2002:timestamp"]
        loader.yaml_implicit_resolvers[first] = kept
    value = yaml.load(text, loader)
    return list(Draft202012Validator(SCHEMAS[name]).iter_errors(value))


@pytest.mark.parametrize("name", FILES)
def test_the_real_file_has_no_underlined_line(name):
    text = (ROOT / file_of(name)).read_text(encoding="utf-8")

    assert not problems(name, text)


@pytest.mark.parametrize("name", FILES)
def test_a_misspelt_field_is_underlined(name):
    example = examples()[f"data/{name}.yml"]

    assert not problems(name, example)
    wrong = re.sub(r"\b(standing|how|words|since):", "standig:", example)
    assert problems(name, wrong)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_has_its_help(model):
    for name, field in model.model_fields.items():
        assert name == "line" or help_for(model.__name__, field.alias or name), name


def test_the_editor_is_told_which_schema_is_for_which_file():
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))

    assert settings["yaml.schemas"] == {
        f"schemas/{name}.json": f"data/{name}.yml" for name in sorted(FILES)
    }


@pytest.mark.parametrize("name", FILES)
def test_the_comment_of_a_file_names_the_choices_of_its_models(name):
    text = (ROOT / file_of(name)).read_text(encoding="utf-8")
    top = " ".join(line for line in text.splitlines() if line.startswith("#"))
    top = re.sub(r"[\s#]+", " ", top)
    models = [LISTS[name]] if name in LISTS else SECTIONS.get(name, {}).values()

    for model in models:
        for field in model.model_fields.values():
            for choice in get_args(field.annotation):
                if isinstance(choice, str) and choice != field.default:
                    assert choice in top, choice
