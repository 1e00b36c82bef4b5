"""The desk's last steps: a question answered, and the changes handed over."""

import io
import subprocess
import zipfile

import pytest
from desks import desk_of
from sheets import make_asking

CONTACT = "/facts/contacts/example-helpline/"
QUESTION = "/questions/gaps/example-question/"
SOUND = {
    "answer": "It meets on the first Monday of the month.",
    "by": "coordinator of the panel",
    "on": "2026-11-20",
    "may": "yes",
}


@pytest.fixture
def project(tmp_path):
    return make_asking(tmp_path)


@pytest.fixture
def opened(project):
    with desk_of(project) as browser:
        yield browser


def git(project, *words):
    done = subprocess.run(
        ["git", "-C", str(project), *words], check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


@pytest.fixture
def committed(project):
    """The project in git, with somebody's own change that the desk knows nothing of."""
    git(project, "init", "-q")
    git(project, "config", "user.email", "officer@example.org")
    git(project, "config", "user.name", "Officer")
    (project / ".gitignore").write_text(".desk/\n", encoding="utf-8")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "All")
    page = project / "docs/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nMine.\n", encoding="utf-8")
    return project


def test_an_answer_becomes_a_record_and_the_question_goes(opened, project):
    before = (project / "data/local/passages.yml").read_text(encoding="utf-8")

    shown = opened.press(QUESTION, {**SOUND, "_do": "show"})
    assert "first Monday" in shown.text
    assert (project / "data/local/passages.yml").read_text(encoding="utf-8") == before
    answer = opened.press(QUESTION, {**SOUND, "_do": "do"})

    assert "Answered:" in answer.text, answer.text
    after = (project / "data/local/passages.yml").read_text(encoding="utf-8")
    assert after.startswith(before.rstrip("\n"))
    assert "text: It meets on the first Monday of the month." in after
    assert "by: coordinator of the panel" in after
    assert QUESTION not in opened.get("/questions/").text
    opened.press("/changes/1/undo/")
    assert (project / "data/local/passages.yml").read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"answer": ""}, "type the answer"),
        ({"answer": "Yes"}, "cannot stand on a page"),
        ({"answer": "don't know"}, "stays open"),
        ({"by": ""}, "role"),
        ({"by": "Jane Smith"}, "role"),
        ({"on": "2062-11-20"}, "still to come"),
        ({"on": ""}, "2026"),
        ({"may": ""}, "may be published"),
        ({"may": "no"}, "stays open"),
        ({"answer": "Ring them on 01632 960 123 today."}, "line of its own"),
    ],
)
def test_an_answer_that_cannot_be_taken_in_says_so_beside_its_box(
    opened, project, typed, said
):
    before = (project / "data/local/passages.yml").read_bytes()

    answer = opened.press(QUESTION, {**SOUND, **typed, "_do": "do"})

    assert answer.status_code == 422
    assert said in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert (project / "data/local/passages.yml").read_bytes() == before


def test_a_zip_has_each_changed_file_and_a_letter_of_what_changed(opened):
    opened.change(CONTACT, who="Whoever asks")
    page = opened.get("/hand-over/")
    assert "Check, and make a zip" in page.text
    assert "make a commit" not in page.text  # there is no git here

    answer = opened.press("/hand-over/", {"words": "Who may ring.", "_do": "zip"})

    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert archive.namelist() == ["what-changed.txt", "data/local/contacts.yml"]
    assert b"who: Whoever asks" in archive.read("data/local/contacts.yml")
    letter = archive.read("what-changed.txt").decode()
    assert letter.startswith("Who may ring.\n")
    assert "before:   who: Anyone" in letter
    assert "Nothing waits" in opened.get("/hand-over/").text


def test_a_commit_has_what_the_desk_saved_and_nothing_else(committed):
    git(committed, "add", "docs/index.md")  # made ready for a commit of its own
    with desk_of(committed) as browser:
        browser.change(CONTACT, who="Whoever asks")
        answer = browser.press(
            "/hand-over/", {"words": "Who may ring -m x; `id`", "_do": "commit"}
        )
    assert "Handed over as commit" in answer.text
    assert git(committed, "log", "-1", "--format=%s") == "Who may ring -m x; `id`"
    names = git(committed, "show", "--name-only", "--format=").splitlines()
    assert names == ["data/local/contacts.yml"]
    assert git(committed, "status", "--porcelain") == "M  docs/index.md"


def test_a_commit_that_git_refuses_says_why_and_waits(committed):
    hook = committed / ".git/hooks/pre-commit"
    hook.write_text("#!/bin/sh\necho 'ask Anne first' >&2\nexit 1\n")
    hook.chmod(0o755)
    with desk_of(committed) as browser:
        browser.change(CONTACT, who="Whoever asks")

        answer = browser.press("/hand-over/", {"words": "Who.", "_do": "commit"})

        assert answer.status_code == 422
        assert "ask Anne first" in answer.text
        assert "Whoever asks" in browser.get("/hand-over/").text


def test_nothing_is_handed_over_without_words_or_with_a_fault(opened, project):
    opened.change(CONTACT, who="Whoever asks")
    assert opened.press("/hand-over/", {"words": " ", "_do": "zip"}).status_code == 422
    page = project / "docs/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n{{ nothing() }}\n")

    answer = opened.press("/hand-over/", {"words": "Who.", "_do": "zip"})

    assert answer.status_code == 422
    assert "no macro &#39;nothing&#39;" in answer.text


def test_a_change_that_was_undone_does_not_wait(opened):
    opened.change(CONTACT, who="Whoever asks")
    opened.press("/changes/1/undo/")

    assert "Nothing waits" in opened.get("/hand-over/").text
