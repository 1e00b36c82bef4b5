"""Any error becomes something to mend, at its place where one is known."""

import pytest
import yaml
from jinja2 import Environment, FileSystemLoader

from macros.problems import DataError, Problem
from publish import behind
from publish.mishaps import held, other_encodings, problems_of, seen

BAD = [
    ("{{ 1 / 0 }}", "theme/a.html:2: this line cannot be made (ZeroDivisionError"),
    ("{% if %}", "theme/a.html:2: this line cannot be made (Expected an expression"),
    ("{% include 'b.html' %}", "theme/a.html:2: this line cannot be made (there is no"),
    ("caf\xe9", "theme/a.html:2: '\xe9' is not saved as UTF-8 here"),
]


@pytest.mark.parametrize(("typed", "said"), BAD)
def test_a_fault_of_a_template_is_told_at_its_line(tmp_path, typed, said):
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme" / "a.html").write_bytes(f"first\n{typed}".encode("cp1252"))
    templates = Environment(loader=FileSystemLoader(tmp_path / "theme"))

    with pytest.raises(Exception) as caught:  # noqa: PT011
        templates.get_template("a.html").render()

    [problem] = problems_of(tmp_path, caught.value)
    assert str(problem).startswith(said)
    assert not held(caught.value)


def test_a_slip_in_the_menu_is_told_at_its_line(tmp_path):
    with pytest.raises(yaml.MarkedYAMLError) as caught:
        yaml.safe_load("a: 1\nb: [1\n")

    assert str(problems_of(tmp_path, caught.value)[0]).startswith("mkdocs.yml:3:")


def test_addresses_saved_otherwise_are_named(tmp_path):
    (tmp_path / "addresses.txt").write_bytes(b"/\n/caf\xe9/\n")

    with pytest.raises(UnicodeDecodeError) as caught:
        (tmp_path / "addresses.txt").read_text(encoding="utf-8")

    assert str(problems_of(tmp_path, caught.value)[0]).startswith("addresses.txt:2:")


def test_a_fault_behind_is_sent_and_not_lost(tmp_path, monkeypatch):
    def fail(root):
        raise ZeroDivisionError

    sent = []
    answer = type("Answer", (), {"send": sent.append})
    monkeypatch.setattr(behind, "checked", fail)
    behind._make_whole(tmp_path, tmp_path, answer)

    assert "ZeroDivisionError" in str(sent[0][0])


def test_what_is_known_already_is_said_as_it_is(tmp_path):
    slip = Problem("docs/a.md", 3, "mend this")

    assert problems_of(tmp_path, DataError([slip])) == [slip]


HELD = [
    (FileNotFoundError, "this is not there: put it back"),
    (
        PermissionError,
        "this cannot be read (No): close the program that holds it, or put it back",
    ),
]


@pytest.mark.parametrize(("kind", "said"), HELD)
def test_a_file_that_cannot_be_had_is_named(tmp_path, kind, said):
    error = kind(2, "No", str(tmp_path / "docs" / "a.md"))

    assert problems_of(tmp_path, error) == [
        Problem("docs/a.md", 1, said, code="engine")
    ]
    assert held(error) is True


def test_an_error_of_no_file_is_said_in_its_own_words(tmp_path):
    said = "something cannot be made (ValueError: one two): undo what was changed last"

    for error in (ValueError("one\n  two"), OSError("one\n  two")):
        told = said.replace("ValueError", type(error).__name__)
        assert problems_of(tmp_path, error) == [
            Problem("mkdocs.yml", 1, told, code="engine")
        ]


def test_a_slip_in_the_menu_is_said_as_it_was_found(tmp_path):
    with pytest.raises(yaml.MarkedYAMLError) as caught:
        yaml.safe_load("a: 1\nb: [1\n")

    said = f"this line cannot be made ({caught.value.problem}): mend it"
    assert problems_of(tmp_path, caught.value) == [
        Problem("mkdocs.yml", 3, said, code="engine")
    ]


@pytest.mark.parametrize("room", ["data", "docs", "templates", "theme"])
def test_every_file_of_text_in_another_encoding_is_named(tmp_path, room):
    folder = tmp_path / room / "deep"
    folder.mkdir(parents=True)
    (folder / "a.png").write_bytes(b"\xff")
    (folder / "b.md").write_bytes("fine \u2019".encode())
    (folder / "c.md").write_bytes(b"\n\xe9\n")
    (folder / "d.css").write_bytes(b"\xe9\n")

    with pytest.raises(UnicodeDecodeError) as caught:
        b"\xe9".decode()

    found = problems_of(tmp_path, caught.value)
    files = [(f"{room}/deep/c.md", 2), (f"{room}/deep/d.css", 1)]
    assert [(p.file, p.line) for p in found] == files
    assert [p.code for p in found] == ["encoding", "encoding"]
    assert found == list(other_encodings(tmp_path))


def test_a_file_is_named_from_the_project_or_by_its_last_part(tmp_path):
    assert seen(tmp_path, tmp_path / "docs" / "a.md") == "docs/a.md"
    assert seen(tmp_path, "/somewhere/else/b.html") == "b.html"
