"""What counts when small faults are put into the code, and what is left out of it."""

import pytest
import yaml
from conftest import ROOT
from mutants import (
    LISTED,
    MODULES,
    Equal,
    Score,
    Survivor,
    changed,
    equals_of,
    judged,
)

DIFF = """\
--- publish/a.py
+++ publish/a.py
@@ -1,3 +1,3 @@
 def a():
-    return b(1, 1)
+    return b(1, 2)
"""
WAS, NOW = "return b(1, 1)", "return b(1, 2)"
EQUALS = yaml.safe_load(LISTED.read_text(encoding="utf-8"))


def test_a_diff_is_read_as_what_was_and_what_is_now():
    assert changed(DIFF) == (WAS, NOW)


def test_a_change_over_several_lines_is_read_as_one():
    assert changed(f"{DIFF}+    and more\n") == (WAS, f"{NOW} and more")


@pytest.mark.parametrize(
    ("was", "now", "covered"),
    [
        ("1)", "2)", True),
        (WAS, NOW, True),
        ("1", "2", True),  # the second of the two
        ("b(1, 1", "b(2, 1", False),
        ("0", "2", False),
    ],
)
def test_a_listed_change_covers_that_change_and_no_other(was, now, covered):
    assert Equal(was, now, "why").covers(Survivor("a", WAS, NOW)) is covered


def test_what_is_listed_is_not_counted_and_all_else_is():
    survivors = [Survivor("a", WAS, NOW), Survivor("b", WAS, "return None")]

    score = judged(8, survivors, [Equal("1)", "2)", "why")])

    assert score == Score(8, survivors[1:], survivors[:1])
    assert (score.total, round(score.percent, 1)) == (9, 88.9)


def test_what_is_listed_for_every_file_holds_in_each():
    listed = {"everywhere": [{"was": "a", "now": "b", "because": "c"}]}

    assert equals_of(listed, "publish/a.py") == [Equal("a", "b", "c")]


@pytest.mark.parametrize("file", EQUALS)
def test_what_is_listed_is_still_in_the_code_and_has_a_reason(file):
    everywhere = file == "everywhere"
    code = "" if everywhere else (ROOT / file).read_text(encoding="utf-8")
    for row in EQUALS[file]:
        assert everywhere or row["was"] in " ".join(code.split()), row["was"]
        assert row["was"] != row["now"]
        assert len(row["because"].split()) > 3


def test_every_module_is_there_and_has_tests_of_its_own():
    for file, tests in yaml.safe_load(MODULES.read_text(encoding="utf-8")).items():
        assert (ROOT / file).is_file(), file
        named = [word for word in tests if not word.startswith("-")]
        assert named, file
        for word in named:
            assert (ROOT / "tests" / f"test_{word}.py").is_file(), word
