"""What a reviewer is shown of a change."""

import subprocess

import pytest

from publish.review import as_words, review

BEFORE = {
    "data/local/contacts.yml": "- id: one\n  phone: '101'\n",
    "docs/index.md": "Words\n",
}


def git(folder, *words):
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def change(tmp_path):
    """Gives a function: what is shown after these files were written."""
    git(tmp_path, "init", "-q")
    write(tmp_path, BEFORE)
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "before")

    def shown(files):
        write(tmp_path, files)
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "-qm", "after")
        return {look.name: look.found for look in review(tmp_path, "HEAD~1")}

    return shown


def write(folder, files):
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def test_a_change_of_words_alone_shows_nothing(change):
    assert not any(
        change({"docs/index.md": "Words, from 2022-10-01, pages 10-17\n"}).values()
    )


@pytest.mark.parametrize(
    "number",
    ["0163 2960 503", "+44 (0)163 296 0503", "01632-960-503", "116 123", "999"],
)
def test_each_new_number_is_shown_at_its_line(change, number):
    shown = change({"docs/index.md": f"Words\n\nRing {number} now.\n"})

    assert shown["Numbers"] == [f"docs/index.md:3: {number}"]


def test_a_number_that_was_there_before_is_not_shown(change):
    assert not change(
        {"data/local/contacts.yml": BEFORE["data/local/contacts.yml"] + "  a: b\n"}
    )["Numbers"]


def test_links_and_e_mail_addresses_are_shown(change):
    text = "See https://evil.example/x, or www.other.example; write to a@b.example.\n"
    shown = change({"docs/index.md": text})

    assert shown["Outside links"] == [
        "docs/index.md:1: https://evil.example/x",
        "docs/index.md:1: www.other.example",
    ]
    assert shown["E-mail addresses"] == ["docs/index.md:1: a@b.example"]


@pytest.mark.parametrize("sign", ["\u202e", "\u00ad", "\u200b", "\U000e0041", "\ufe0f"])
def test_a_character_that_cannot_be_seen_is_named(change, sign):
    (line,) = change({"docs/index.md": f"Wo{sign}rds\n"})[
        "Characters that cannot be seen"
    ]

    assert line.startswith("docs/index.md:1: ")


def test_files_and_code_are_shown(change):
    shown = change({"docs/x.png": "", "theme/a.js": "1\n", "mkdocs.yml": "a: b\n"})

    assert shown["Files"] == ["new: docs/x.png", "new: mkdocs.yml", "new: theme/a.js"]
    assert shown["Code and settings"] == ["mkdocs.yml", "theme/a.js"]


def test_the_lists_are_readable_words(change, tmp_path):
    change({"docs/index.md": "Ring 0163 2960 503\n"})
    words = as_words(review(tmp_path, "HEAD~1"))

    assert "## Numbers: 1\n" in words
    assert "- `docs/index.md:1: 0163 2960 503`" in words
    assert "## Outside links: none" in words


def test_a_commit_that_git_does_not_know_is_said(tmp_path):
    git(tmp_path, "init", "-q")

    with pytest.raises(ValueError, match="nowhere"):
        review(tmp_path, "nowhere")
