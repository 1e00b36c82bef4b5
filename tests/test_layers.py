"""The two layers of data/: what is true everywhere, and what is true in one place."""

import pytest
from conftest import cases_of
from small import change, make_small, nationalised

from macros.checks import shared
from macros.checks.examination import examine
from macros.facts.site_data import read_site


@pytest.fixture
def small(tmp_path, monkeypatch):
    """The small project: its pages are of one place, and not held to the gate."""
    monkeypatch.setattr(shared, "APPLIED", False)
    return make_small(tmp_path)


@pytest.mark.parametrize("case", cases_of("layers"))
def test_what_is_wrong_between_the_layers_is_said_at_its_line(small, case):
    change(small, case)

    assert [str(problem) for problem in examine(small).faults] == case["says"]


def test_a_local_record_with_a_reason_stands_for_the_national_one_in_its_place(small):
    file = nationalised(small, "questions")
    text = file.read_text(encoding="utf-8")
    more = text.replace("- id: ", "- id: another-")
    file.write_text(text + more, encoding="utf-8")
    ours = text.replace("  standing:", "  replaces: Here it differs.\n  standing:")
    local = small / "data" / "local" / "questions.yml"
    local.write_text(ours, encoding="utf-8")

    data, problems = read_site(small)

    first, second = data.kinds["questions"].values()
    assert not problems
    assert (first.replaces, second.replaces) == ("Here it differs.", None)
    assert data.file_of("questions", first.id) == "data/local/questions.yml"
    assert data.file_of("questions", second.id) == "data/national/questions.yml"


def test_the_glossary_of_both_layers_is_one_alphabet(small):
    file = nationalised(small, "terms")
    text = file.read_text(encoding="utf-8")
    (small / "data" / "local" / "terms.yml").write_text(
        "".join(
            text.replace("example-plan", name.lower()).replace("Example plan", name)
            for name in ("Aid", "Zeal")
        ),
        encoding="utf-8",
    )

    data, problems = read_site(small)

    assert not problems
    assert list(data.kinds["terms"]) == ["aid", "example-plan", "zeal"]


def test_a_fault_in_the_national_layer_is_said_at_its_own_file(small):
    file = nationalised(small, "terms")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("  name:", "  naem:"), encoding="utf-8")

    assert {p.file for p in read_site(small)[1]} == {"data/national/terms.yml"}


def test_a_part_may_stand_in_one_layer_alone(small):
    local = small / "data" / "local" / "continuum.yml"
    text = local.read_text(encoding="utf-8")
    steps, mark, caveats = text.partition("caveats:")
    local.write_text(mark + caveats, encoding="utf-8")
    (small / "data" / "national").mkdir()
    national = small / "data" / "national" / "continuum.yml"
    national.write_text(steps, encoding="utf-8")
    before = read_site(small)

    national.write_text("caveats:\n", encoding="utf-8")
    after = read_site(small)

    assert not before[1]
    assert before[0].kinds["continuum.steps"]
    assert "the part 'steps:' is missing here" in [p.message for p in after[1]]


def test_a_local_record_stands_where_it_says_and_what_follows_it_as_well(small):
    file = nationalised(small, "questions")
    text = file.read_text(encoding="utf-8")

    def called(name, more=""):
        return text.replace("who-to-ask", name) + more

    (small / "data" / "local" / "safety.yml").unlink()  # it names the question
    file.write_text(called("one") + called("two"), encoding="utf-8")
    (small / "data" / "local" / "questions.yml").write_text(
        called("a", "  stands: above one\n")
        + called("b")
        + called("c", "  stands: below one\n")
        + called("d"),
        encoding="utf-8",
    )

    data, problems = read_site(small)

    assert not problems
    assert list(data.kinds["questions"]) == ["a", "b", "one", "c", "d", "two"]
