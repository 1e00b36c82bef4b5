"""A project for another partnership: asked for, written whole, and built at once."""

import re
from datetime import date

import pytest
import yaml
from conftest import ROOT, cases_of
from origin import make_origin

from macros.checks.examination import examine
from macros.facts.site_data import load_site
from macros.problems import DataError
from publish.__main__ import main
from publish.places.answers import as_file, ask, ask_one, read_answers
from publish.places.begin import begin
from publish.places.questions import blank, gaps_asked, words_asked
from publish.places.update import update

DAY = date(2026, 11, 24)
NEEDED = {
    "answered_by": "business manager",
    "partnership": "Farshire Safeguarding Children Partnership",
    "short_name": "FSCP",
    "area": "the county of Farshire",
    "in_area": "in Farshire",
    "panel_name": "Farshire Group",
    "panel_short": "Farshire Group",
    "front_door_name": "First Call",
    "website": "https://www.farshire.example",
    "front_door_phone": "01632 960007",
}


@pytest.fixture(scope="module")
def origin(tmp_path_factory):
    return make_origin(tmp_path_factory.mktemp("origin"))


def file_of(origin, words, gaps=None):
    """The blank file of questions, filled in."""
    text = blank(load_site(origin))
    for key, typed in {**words, **(gaps or {})}.items():
        filled, found = re.subn(rf"^( *{key}:)$", rf"\1 {typed}", text, flags=re.M)
        text = filled if found else f"{key}: {typed}\n{text}"
    return text


def answers_of(origin, words=NEEDED, gaps=None):
    text = file_of(origin, words, gaps)
    return read_answers("answers.yml", text, load_site(origin), DAY)


def read(folder, name):
    return (folder / name).read_text(encoding="utf-8")


def test_what_has_to_be_answered_is_what_nobody_else_can_know():
    assert {q.key for q in words_asked() if q.needed} == set(NEEDED)
    assert all(question.help for question in words_asked())


def test_what_has_to_be_answered_is_shown_or_used_somewhere():
    """Nobody is asked for words that stand nowhere: neither on a page nor in a task."""
    rooms = ("docs", "data/national", "templates", "macros", "publish")
    files = [file for room in rooms for file in (ROOT / room).rglob("*.*")]
    asks = "\n".join(
        file.read_text(encoding="utf-8")
        for file in [*files, ROOT / "mkdocs.yml"]
        if file.suffix in {".md", ".yml", ".html", ".py"}
    )
    for key in NEEDED:
        used = rf"""site\("{key}"|\[\[{key}|site\.{key}\b|words\[["']{key}"""
        assert re.search(used, asks), key


def test_every_national_gap_is_asked_and_no_local_one(origin):
    assert [q.key for q in gaps_asked(load_site(origin))] == ["example-question"]


@pytest.mark.parametrize("case", cases_of("answers"))
def test_answers_are_read_or_told_at_their_lines(origin, case):
    given = NEEDED | {k: str(v) for k, v in case.get("given", {}).items()}
    gaps = dict(case.get("gaps", {}))
    if "exmple-question" in gaps:
        gaps["example-question"] += (
            f"\n  exmple-question: {gaps.pop('exmple-question')}"
        )
    text = file_of(
        origin, given, {k: v if "\n" in v else f'"{v}"' for k, v in gaps.items()}
    )
    said = []
    try:
        read_answers("answers.yml", text, load_site(origin), DAY)
    except DataError as error:
        lines = text.split("\n")
        for problem in error.problems:
            key = lines[problem.line - 1].partition(":")[0].strip()
            said.append(f"{key}: {problem.said}")

    assert sorted(said) == sorted(case["faults"])


def test_a_project_is_written_that_builds_at_once(origin, tmp_path):
    begin(tmp_path / "new", origin, answers_of(origin))

    assert examine(tmp_path / "new").faults == []
    data = load_site(tmp_path / "new")
    assert data.site.name == "Farshire Group, the county of Farshire"
    assert data.site.status.startswith("This is a draft, and Farshire")
    assert [fact.id for _, fact in data.to_confirm()] == ["harmed", "example-question"]
    assert (tmp_path / "new/addresses.txt").read_text().endswith("0 addresses.\n")
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


def test_nothing_of_the_first_place_comes_along(origin, tmp_path):
    first = load_site(origin).site
    begin(tmp_path / "new", origin, answers_of(origin))

    for file in (tmp_path / "new").rglob("*"):
        if file.is_file() and file.name != "EDITING.md":  # made of these examples
            text = file.read_text(encoding="utf-8")
            for word in (first.partnership, first.short_name, "www.origin.example"):
                assert word not in text, file
    assert not (tmp_path / "new/data/local/panel.yml").exists()


def test_an_answer_is_shown_in_place_of_its_question(origin, tmp_path):
    long = "It meets each month, but for August: " + "somebody says when. " * 9
    answered = answers_of(origin, gaps={"example-question": f'"{long}"'})
    begin(tmp_path / "new", origin, answered)

    data = load_site(tmp_path / "new")
    assert [kind for kind, _ in data.to_confirm()] == ["crisis.cards"]
    (source,) = data.kinds["passages"]["example-question"].sources
    assert data.kinds["sources"][source].how.endswith("by the business manager")


def test_what_is_there_already_is_never_written_over(origin, tmp_path):
    (tmp_path / "new").mkdir()
    (tmp_path / "new/mine.txt").write_text("Mine")

    with pytest.raises(ValueError, match="is there already"):
        begin(tmp_path / "new", origin, answers_of(origin))
    with pytest.raises(ValueError, match="inside this project"):
        begin(origin / "new", origin, answers_of(origin))

    assert read(tmp_path, "new/mine.txt") == "Mine"


def test_what_would_not_build_is_not_written(origin, tmp_path):
    words = NEEDED | {"front_door_phone": "01632 960001"}  # a national helpline's

    with pytest.raises(DataError, match="number"):
        begin(tmp_path / "new", origin, answers_of(origin, words))

    assert list(tmp_path.iterdir()) == []


def test_each_question_is_asked_until_its_answer_fits(origin, capsys):
    typed = iter(NEEDED.get(question.key, "") for question in words_asked())

    def reply(prompt):
        if prompt.startswith("front_door_phone") and not mistaken:
            mistaken.append(prompt)
            return "ring us"
        return next(typed, "It meets each month.")

    mistaken = []
    answers = ask(load_site(origin), DAY, reply)

    assert answers == answers_of(
        origin, gaps={"example-question": "It meets each month."}
    )
    assert "must be a UK number" in capsys.readouterr().out
    assert (
        read_answers("answers.yml", as_file(answers), load_site(origin), DAY) == answers
    )


@pytest.mark.parametrize(
    ("typed", "kept"), [("[A, B town]", ["A", "B town"]), ("[A", ["[A"]), ("A", ["A"])]
)
def test_a_list_may_be_typed_in_brackets(typed, kept):
    (question,) = (q for q in words_asked() if q.key == "other_names")

    assert ask_one(question, {}, lambda prompt: typed) == kept


def test_what_was_typed_is_kept_in_a_file(origin, tmp_path, monkeypatch, capsys):
    typed = iter(NEEDED.get(question.key, "") for question in words_asked())
    monkeypatch.setattr("builtins.input", lambda prompt: next(typed, ""))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "new").mkdir()
    (tmp_path / "new/mine.txt").write_text("Mine")

    assert main(["--root", str(origin), "new", "new"]) == 1

    assert "is there already" in capsys.readouterr().err
    (tmp_path / "new/mine.txt").unlink()
    command = ["--root", str(origin), "new", "new", "--from", "answers.yml"]
    assert main(command) == 0, capsys.readouterr().err


def test_a_project_that_was_begun_so_can_be_brought_up_to_date(origin, tmp_path):
    (tmp_path / "newer").mkdir()
    newer = make_origin(tmp_path / "newer")
    new = tmp_path / "new"
    begin(new, newer, answers_of(newer))
    assert update(new, newer).changed == ()

    page = newer / "docs/index.md"
    page.write_text(
        read(newer, "docs/index.md").replace("Start here", "Begin"), "utf-8"
    )
    local = {p.name: p.read_bytes() for p in (new / "data/local").iterdir()}

    assert update(new, newer).changed == ("docs/index.md",)
    assert "# Begin" in read(new, "docs/index.md")
    assert {p.name: p.read_bytes() for p in (new / "data/local").iterdir()} == local


def test_the_command_takes_a_file_or_writes_a_blank_one(origin, tmp_path, capsys):
    command = ["--root", str(origin), "new"]
    assert main([*command, "--blank"]) == 0
    questions = yaml.safe_load(capsys.readouterr().out)
    assert set(NEEDED) <= set(questions)

    file = tmp_path / "answers.yml"
    file.write_text(file_of(origin, NEEDED), encoding="utf-8")
    folder = tmp_path / "new"
    assert main([*command, str(folder), "--from", str(file)]) == 0
    assert "Type there: make site" in capsys.readouterr().out

    assert main([*command, str(folder), "--from", str(file)]) == 1
    assert "Nothing was begun" in capsys.readouterr().err
    assert main(command) == 1
    assert "make new PLACE=../my-site" in capsys.readouterr().err
