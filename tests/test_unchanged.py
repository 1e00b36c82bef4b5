"""A build that would make what is there is not made again."""

import os
from pathlib import Path

import pytest

from publish.unchanged import KEPT, is_current, read_now, remember

DAY = "2026-11-24"


@pytest.fixture
def built(tmp_path):
    """A project that has just been built."""
    for name in ("data/local/a.yml", "docs/in/b.md", "mkdocs.yml", "site/index.html"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("words")
    remember(tmp_path, tmp_path / "site", read_now(tmp_path, DAY))
    return tmp_path


def current(root, day=DAY):
    return is_current(root, root / "site", read_now(root, day))


def test_nothing_has_changed_just_after_a_build(built):
    assert current(built)


@pytest.mark.parametrize(
    "name", ["data/local/a.yml", "docs/in/b.md", "mkdocs.yml", "site/index.html"]
)
@pytest.mark.parametrize("how", ["words", "time", "gone"])
def test_a_change_of_what_goes_in_or_came_out_is_seen(built, name, how):
    file = built / name
    if how == "words":
        file.write_text("other words")
    elif how == "time":
        os.utime(file, ns=(1, 1))
    else:
        file.unlink()

    assert not current(built)


@pytest.mark.parametrize("name", ["docs/new.md", "theme/x.css", "site/stray.html"])
def test_a_new_file_is_seen(built, name):
    (built / name).parent.mkdir(exist_ok=True)
    (built / name).touch()

    assert not current(built)


def test_another_day_is_another_build(built):
    assert not current(built, "2026-11-25")


def test_another_engine_is_another_build(built):
    read = read_now(built, DAY, "properdocs")

    assert not is_current(built, built / "site", read)


def test_what_is_saved_during_a_build_is_made_by_the_next(built):
    read = read_now(built, DAY)
    (built / "data" / "local" / "a.yml").write_text(
        "saved while the site was being made"
    )
    remember(built, built / "site", read)

    assert not current(built)


@pytest.mark.parametrize("inside", [[], ["new"], ["new", "old"], ["gone"]])
def test_what_a_killed_build_left_is_for_a_build_to_clear_up(built, inside):
    for name in ("", *inside):
        (built / ".site-ab12_xyz" / name).mkdir()

    assert not current(built)


def test_a_folder_that_only_looks_left_behind_is_no_work(built):
    (built / ".site-original" / "letters").mkdir(parents=True)
    (built / ".site-lock").touch()

    assert current(built)


@pytest.mark.parametrize("text", ["", "{}", "[1]", "\0"])
def test_a_memory_that_cannot_be_read_counts_as_none(built, text):
    (built / KEPT).write_text(text)

    assert not current(built)


def test_a_memory_that_cannot_be_written_is_no_harm(built, monkeypatch):
    def full(*_, **__):
        raise OSError("no space left")

    monkeypatch.setattr(Path, "write_text", full)
    remember(built, built / "site", read_now(built, DAY))

    assert not current(built)


def test_a_memory_whose_folder_is_a_file_is_no_harm(built):
    (built / KEPT).unlink()
    (built / KEPT).parent.rmdir()
    (built / KEPT).parent.write_text("a file")

    remember(built, built / "site", read_now(built, DAY))

    assert not current(built)


def test_a_folder_that_cannot_be_read_is_left_for_the_build_to_tell(built, monkeypatch):
    def closed(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", closed)

    assert not current(built)
