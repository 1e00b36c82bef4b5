"""What editors' programs know of the data files: current, and at one with them."""

import re

import pytest
import yaml
from conftest import ROOT, file_with
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012
from small import examples, make_small

from macros.facts.site_data import read_site
from macros.schema.all_kinds import files, files_of
from publish.schemas import IDS, IDS_FILE, ids_of, schemas, write_ids

SCHEMAS = schemas()
FILES = ["site", *files()]
REGISTRY = Registry().with_resource(
    IDS_FILE, DRAFT202012.create_resource(ids_of(read_site(ROOT)[0]))
)


def test_no_schema_is_left_of_a_file_that_is_gone():
    assert {file.stem for file in (ROOT / "schemas").glob("*.json")} == {
        *SCHEMAS,
        "ids",
    }


# The examples name records that are not real.
ANY = Registry().with_resource(
    IDS_FILE, DRAFT202012.create_resource({kind: {} for kind in IDS})
)


def problems(name, text, registry=REGISTRY):
    """What a program would underline. It reads dates, and `on:`, as text, as we do."""
    Draft202012Validator.check_schema(SCHEMAS[name])
    loader = type("Loader", (yaml.SafeLoader,), {"yaml_implicit_resolvers": {}})
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items():
        never = {"tag:yaml.org,2002:timestamp"}
        never |= {"tag:yaml.org,2002:bool"} if first in "oO" else set()
        kept = [r for r in resolvers if r[0] not in never]
        loader.yaml_implicit_resolvers[first] = kept
    value = yaml.load(text, loader)
    return list(
        Draft202012Validator(SCHEMAS[name], registry=registry).iter_errors(value)
    )


@pytest.mark.parametrize("name", FILES)
def test_the_real_file_has_no_underlined_line(name):
    for file in files_of(name):
        if (ROOT / file).is_file():
            assert not problems(name, (ROOT / file).read_text(encoding="utf-8")), file


@pytest.mark.parametrize("name", FILES)
def test_a_misspelt_field_is_underlined(name):
    example = examples()[f"data/local/{name}.yml"]

    assert not problems(name, example, ANY)
    wrong = re.sub(r"\b(standing|how|words|since|what|reason):", "standig:", example)
    assert problems(name, wrong, ANY)


def test_an_id_of_no_record_is_underlined_where_records_are_named():
    text = file_with(ROOT, "data/*/questions.yml", "topic:").read_text(encoding="utf-8")
    wrong = re.sub(r"(?m)^  topic: .*$", "  topic: no-such-need", text, count=1)

    (problem,) = problems("questions", wrong)
    assert "no-such-need" in problem.message


def test_a_build_writes_the_ids_that_have_changed(tmp_path):
    folder = make_small(tmp_path)
    (folder / "schemas").mkdir()
    write_ids(folder, read_site(folder)[0])
    before = (folder / "schemas" / "ids.json").read_text(encoding="utf-8")
    sources = folder / "data" / "local" / "sources.yml"
    text = sources.read_text(encoding="utf-8")
    again = text.replace("id: example-guide", "id: another-guide")
    sources.write_text(text + "\n" + again, encoding="utf-8")

    write_ids(folder, read_site(folder)[0])

    assert "another-guide" not in before
    assert "another-guide" in (folder / "schemas" / "ids.json").read_text("utf-8")


def test_a_project_without_schemas_gets_none(tmp_path):
    write_ids(tmp_path, read_site(ROOT)[0])

    assert not list(tmp_path.iterdir())
