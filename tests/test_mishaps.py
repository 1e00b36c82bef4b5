"""Any error becomes something to mend, at its place where one is known."""

import pytest
import yaml
from jinja2 import Environment, FileSystemLoader

from publish import behind
from publish.mishaps import held, problems_of

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
