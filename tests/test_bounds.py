"""What would hang a build or fill a machine ends in a message, before it is read."""

import pytest
from conftest import ROOT
from small import make_small

from macros.checks.examination import examine
from macros.problems import Problem
from macros.reading.bounds import LARGEST, LONGEST, too_large
from macros.reading.files import read_text
from macros.reading.tree import tree_of

HEAD = (
    "---\ntitle: A page\ndescription: A page.\nfor: [everyone]\n"
    "reviewed: 2026-11-22\n---\n\n# A page\n\n{{ page_top() }}\n\n"
)
BOMB = "- id: a\n  name: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"- id: b{n}\n  name: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n"
    for n in range(12)
)
PAGES = {
    "brackets on a line": ("[" * 100_000, "letters: part it into several"),
    "brackets on many lines": ("[\n" * 20_000, "more than 1,000 '['"),
    "calls in calls": ("{{ " * 20_000, "letters: part it"),
    "calls in calls on lines": ("{{ \n" * 20_000, "more than 2,000 '{'"),
    "braces": ("{\n" * 20_000, "more than 2,000 '{'"),
    "brackets in a call": ("{{ term(" + "(" * 900 + "'a'", "a macro call"),
    "braces in a call": ("{{ " + "{" * 900 + "}}", "macro call cannot"),
    "comments": ("{#\n" * 900, "starts a comment that never ends"),
    "tags in tags": ("<div markdown>\n" * 1_990, "too many tags are open"),
    "tags": ("<b>a</b>\n" * 20_000, "more than 2,000 '<'"),
    "lists in lists": ("1. " * 500 + "a", "too many marks of lists"),
    "quotations in quotations": (">" * 500 + "a", "too many marks of lists"),
    "marks": ("*a **b _c \n" * 9_000, "more than 4,000 '*'"),
    "code": ("`a\n" * 9_000, "more than 4,000 '`'"),
    "words": ("word " * 900 + "\n", None),
    "too many words": (("word " * 900 + "\n\n") * 60, "make it two"),
}
FACTS = {
    "names for values": (BOMB, 2, "cannot start with '&'"),
    "a record in itself": ("- &r {id: x, name: *r}\n", 1, ""),
    "an alias alone": ("- id: a\n  name: *b\n", 2, ""),
    "brackets": ("- " + "[" * 4_000, 1, ""),
    "brackets and their ends": ("- " + "[" * 900 + "]" * 900, 1, "nested too deep"),
    "fields in fields": ("- " + "{a: " * 900, 1, ""),
    "dashes": ("- " * 900 + "a", 1, "nested too deep"),
    "a control by its number": ('- id: a\n  name: "a\\x1b[2J"\n', 2, "cannot be seen"),
    "nothing by its number": ('- id: a\n  name: "a\\0"\n', 2, "cannot be seen"),
    "text that runs backwards": ('- id: a\n  name: "\\u202ea"\n', 2, "cannot be seen"),
    "a tag of another plane": ('- id: "\\U000E0041"\n', 1, "cannot be seen"),
    "half a character": ('- id: a\n  name: "\\ud800"\n', 2, ""),
    "a soft hyphen": ('- id: a\n  name: "a\\xADb"\n', 2, "cannot be seen"),
    "a name that cannot be seen": ('- id: a\n  "na\\u200bme": b\n', 2, ""),
}


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return make_small(tmp_path_factory.mktemp("bounds"))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_would_take_for_ever_is_not_read(small, name):
    typed, says = PAGES[name]
    page = small / "docs" / "long.md"
    page.write_text(f"{HEAD}{typed}\n\n{{{{ page_foot() }}}}\n", encoding="utf-8")
    try:
        said = [p for p in examine(small).faults if p.file == "docs/long.md"]
    finally:
        page.unlink()

    messages = [p.message for p in said if "not in the menu" not in p.message]
    if says is None:
        assert messages == []
    else:
        assert any(says in message for message in messages), messages[:5]


@pytest.mark.parametrize("name", FACTS)
def test_facts_that_would_take_for_ever_are_not_put_together(name):
    text, line, says = FACTS[name]
    problems = []

    tree_of("data/terms.yml", text, problems)

    found = [p for p in problems if p.line == line and says in p.message]
    assert found, problems


def test_front_matter_is_held_to_the_same(small):
    page = small / "docs" / "long.md"
    text = HEAD.replace("title: A page", 'title: "A \\u202epage"')
    page.write_text(text, encoding="utf-8")
    try:
        said = [str(p) for p in examine(small).faults if p.line == 2]
    finally:
        page.unlink()

    assert any("cannot be seen" in line for line in said), said


def test_a_large_file_is_not_even_opened(tmp_path):
    file = tmp_path / "a.md"
    with file.open("wb") as stream:
        stream.truncate(50_000_000)  # it takes no room on the disk
    problems = []

    assert read_text(tmp_path, "a.md", problems) is None
    assert "50,000,000 bytes" in problems[0].message


def test_every_file_of_the_real_site_is_far_below_the_bounds():
    for file in [*(ROOT / "data").rglob("*.yml"), *(ROOT / "docs").rglob("*.md")]:
        assert file.stat().st_size < LARGEST / 4, file
        lines = file.read_text(encoding="utf-8").split("\n")
        assert max(map(len, lines)) < LONGEST / 2, file


def test_a_file_at_the_bound_is_read_and_one_beyond_is_not():
    assert too_large("a", LARGEST) is None
    assert isinstance(too_large("a", LARGEST + 1), Problem)


def test_a_text_that_names_itself_again_is_not_made_into_a_tree(monkeypatch):
    def made(*_):
        raise AssertionError("the tree was made")

    monkeypatch.setattr("macros.reading.tree.yaml.compose", made)
    bomb = "- id: a\n  name: &a [lol, lol]\n- id: b\n  name: *a\n"
    problems = []

    assert tree_of("data/terms.yml", bomb, problems) is None
    assert {problem.line for problem in problems} == {2, 4}
