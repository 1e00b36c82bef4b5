"""The guides say what is true of the code and the data."""

import re

import pytest
from conftest import ROOT
from small import examples

from macros.library.all_macros import MACROS
from macros.library.registry import INLINE, example_of
from macros.schema.all_kinds import file_of
from macros.schema.kinds import LISTS, SECTIONS
from macros.schema.kinds.site import Site

GUIDE = (ROOT / "EDITING.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `(\w+)` \| (alone|in a sentence) \| `(.+?)` \|", GUIDE, re.M)


def test_the_guide_lists_every_macro_as_it_is():
    listed = {name: (stands, f"type it like {call}") for name, stands, call in ROWS}

    assert listed == {
        name: ("in a sentence" if name in INLINE else "alone", example_of(name))
        for name in MACROS
    }


@pytest.mark.parametrize("kind", ["site", *LISTS, *SECTIONS])
def test_each_file_explains_every_field_at_its_top(kind):
    text = (ROOT / file_of(kind)).read_text(encoding="utf-8")
    top = "\n".join(line for line in text.splitlines() if line.startswith("#"))
    models = [LISTS[kind]] if kind in LISTS else SECTIONS.get(kind, {}).values()

    for model in models:
        for name, field in model.model_fields.items():
            said = field.alias or name
            assert name == "line" or re.search(rf"\b{said}\b", top), said


def test_the_map_names_every_room():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    for room in ("data", "docs", "templates", "theme", "macros", "publish", "tests"):
        assert f"| `{room}/` |" in readme


def test_every_change_of_the_theme_has_its_reason():
    reasons = (ROOT / "theme" / "README.md").read_text(encoding="utf-8")

    for file in (ROOT / "theme").rglob("*"):
        if file.is_file() and file.name != "README.md":
            name = file.relative_to(ROOT / "theme").as_posix()
            assert f"`{name}`" in reasons, name


@pytest.mark.parametrize("kind", ["site", *LISTS, *SECTIONS])
def test_the_example_of_a_file_shows_every_field_of_its_models(kind):
    example = examples()[file_of(kind)]
    models = [LISTS[kind]] if kind in LISTS else SECTIONS.get(kind, {}).values()

    for model in models or [Site]:
        for name, field in model.model_fields.items():
            said = field.alias or name
            assert name == "line" or re.search(rf"\b{said}:", example), said
