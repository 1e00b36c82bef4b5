"""The guides say what is true of the code and the data."""

import re

from conftest import ROOT

from macros.library.all_macros import MACROS
from macros.library.registry import INLINE, example_of

GUIDE = (ROOT / "EDITING.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `(\w+)` \| (alone|in a sentence) \| `(.+?)` \|", GUIDE, re.M)


def test_the_guide_lists_every_macro_as_it_is():
    listed = {name: (stands, f"type it like {call}") for name, stands, call in ROWS}

    assert listed == {
        name: ("in a sentence" if name in INLINE else "alone", example_of(name))
        for name in MACROS
    }


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
