"""A sentence says what to do: how we read is for sources, and pages that say so."""

import pytest
from small import make_small

from macros.checks.examination import examine

PLACE = "- One thing\n"


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return make_small(tmp_path_factory.mktemp("small"))


@pytest.fixture
def said(small):
    """Types words into a file in place of others; gives the faults, and the line."""

    def of(typed, name="docs/index.md", place=PLACE):
        file = small / name
        was = file.read_text(encoding="utf-8")
        assert place in was
        line = was[: was.index(place)].count("\n") + 1
        try:
            changed = was.replace(place, typed, 1)
            file.write_text(changed, encoding="utf-8")
            found = examine(small).faults
            return [(p.file, p.line - line, p.message.split(":")[0]) for p in found]
        finally:
            file.write_text(was, encoding="utf-8")

    return of


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Our copy of the page stops here.", "Our copy"),
        ("It was read in a stored copy.", "stored copy"),
        ("The part that we could read is silent.", "that we could read"),
        ("The form could not be read in full.", "could not be read in"),
        ("We read this number second hand.", "read this number second hand"),
        ("We have not seen its own page.", "We have not seen"),
        ("We saw no lower age.", "We saw no"),
        ("We found no start date.", "We found no"),
        ("We could not confirm that it runs.", "We could not confirm"),
    ],
)
def test_a_sentence_about_how_we_read_stops_the_build(said, sentence, words):
    told = f"'{words}' tells a reader how we worked"

    assert said(f"- {sentence}\n") == [("docs/index.md", 0, told)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Keep your copy safe.",
        "Check the number on its own page.",
        'They write "our copy" of it.',
        "No start date is known.",
        "We could ring them, and read on.",
    ],
)
def test_what_a_reader_can_do_is_left_alone(said, sentence):
    assert said(f"- {sentence}\n") == []


def test_a_record_that_says_it_is_found_at_its_line(said):
    found = said("our copy of it", "data/local/steps.yml", "what you know")

    assert [file for file, _, _ in found] == ["data/local/steps.yml"]
    assert found[0][2] == "'our copy' tells a reader how we worked"


def test_the_record_of_a_source_may_say_how_it_was_read(said, small):
    file = small / "data" / "local" / "sources.yml"
    how = next(
        line
        for line in file.read_text(encoding="utf-8").splitlines(keepends=True)
        if line.startswith("  how:")
    )

    assert said("  how: our copy, in part\n", "data/local/sources.yml", how) == []


def test_a_page_about_the_making_says_that_it_is_one(said):
    sentence = "---\n\n# Start here\n"

    def found(more):
        typed = f"{more}---\n\nOur copy of the page stops here.\n\n# Start here\n"
        return said(typed, place=sentence)

    assert [words for _, _, words in found("")] == [
        "'Our copy' tells a reader how we worked"
    ]
    assert found("how_we_read: no\n") != []
    assert found("how_we_read: yes\n") == []
