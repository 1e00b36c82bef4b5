"""The preview outlives whatever is done to the files under it, and heals."""

import re
import shutil
from functools import partial
from pathlib import Path

import pytest
import yaml
from conftest import CASES
from small import make_small_site

from publish import preview as module
from publish.engines import mkdocs
from publish.preview import Preview
from publish.serve import followed

HURTS = yaml.safe_load((CASES / "preview" / "hurts.yml").read_text(encoding="utf-8"))
PAGE = "/prepare/"
NAMED = re.compile(r"(?<=\.)[0-9a-f]{8}(?=\.js)")  # the index of words lags behind


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """A small project, and a preview of it that is up to date."""
    project = make_small_site(tmp_path_factory.mktemp("project"))
    preview = Preview(project, tmp_path_factory.mktemp("shown"))
    preview.change()
    assert "Write down what you know" in preview.page(PAGE)
    return project, preview


def hurt(path, how, away):
    """Do to a file or folder what programs and people do, in the middle of work."""
    if how == "gone":
        path.rename(away)
    elif how == "a folder":
        path.rename(away)
        path.mkdir()
    elif how == "empty":
        path.write_bytes(b"")
    elif how == "windows":
        path.write_bytes(path.read_bytes() + b"caf\xe9\n")
    elif "ends" in how:
        text = path.read_text(encoding="utf-8")
        assert text.count(how["ends"])
        path.write_text(text.partition(how["ends"])[0] + how["ends"], encoding="utf-8")
    else:
        path.write_text(path.read_text(encoding="utf-8") + how["and"], encoding="utf-8")


@pytest.fixture
def hurting(shown, tmp_path):
    """Hurts the project, which is whole again afterwards: then the page shows again."""
    project, preview = shown
    before = NAMED.sub("", preview.page(PAGE))
    shutil.copytree(project, tmp_path / "whole")
    yield lambda file, how: hurt(project / file, how, tmp_path / "away")
    shutil.rmtree(project)
    (tmp_path / "whole").rename(project)
    preview.change()
    assert preview.problems == ()
    assert NAMED.sub("", preview.page(PAGE)) == before


@pytest.mark.parametrize(
    "case", [pytest.param(c, id=f"{c['file']} {c['how']}") for c in HURTS]
)
def test_what_is_wrong_is_a_sentence_and_goes_away_when_it_is_mended(
    shown, hurting, case
):
    _, preview = shown

    hurting(case["file"], case["how"])
    preview.change()

    html = preview.page(PAGE)
    assert "to mend" in html
    assert case["says"] in "\n".join(map(str, preview.problems))
    assert "Traceback" not in html
    assert preview.page("/nowhere/") == html
    assert b"<html" in preview.file("/404.html")


def test_a_page_that_cannot_be_put_together_says_so(shown, hurting, monkeypatch):
    project, preview = shown
    page = project / "docs" / "prepare.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    preview.change()

    monkeypatch.setattr(mkdocs.Workshop, "make", lambda *_: 1 / 0)
    assert "cannot be made (ZeroDivisionError" in preview.page(PAGE)

    monkeypatch.undo()
    preview.change()
    assert "More." in preview.page(PAGE)


LOCKS = [
    *("docs/~$prepare.docx", "docs/~$prepare.md", "docs/prepare.md~", "docs/4913"),
    *("docs/.#prepare.md", "docs/#prepare.md#", "docs/.prepare.md.swp"),
    *("data/~$terms.yml", "data/.~lock.terms.yml#", "data/local/terms.yml___jb_tmp___"),
    *("templates/.page_top.html.swx", "theme/base.html~", "docs/.DS_Store"),
    *("theme/assets/site.css.tmp", "docs/.about/prepare.md"),
]


@pytest.mark.parametrize("name", LOCKS)
def test_what_a_program_lays_beside_an_open_file_changes_nothing(shown, hurting, name):
    project, preview = shown
    before = followed(project)
    html = preview.page(PAGE)

    (project / name).parent.mkdir(exist_ok=True)
    if name.endswith("/.#prepare.md"):
        (project / name).symlink_to("someone@a-machine.1234")
    else:
        (project / name).write_bytes(b"\x00\xff")

    assert followed(project) == before
    preview.change()
    assert preview.problems == ()
    assert preview.page(PAGE) == html


def test_a_style_that_is_saved_while_the_site_is_made_is_not_missed(
    shown, hurting, monkeypatch
):
    project, preview = shown
    style = project / "theme" / "assets" / "site.css"
    make = module.make_site

    def make_and_save(*args):
        make(*args)
        monkeypatch.setattr(module, "make_site", make)
        style.write_text(f"{first}.second{{top:0}}", encoding="utf-8")

    monkeypatch.setattr(module, "make_site", make_and_save)
    first = style.read_text(encoding="utf-8") + ".first{top:0}"
    style.write_text(first, encoding="utf-8")
    preview.change()
    preview.change()  # as `follow` does after the second save

    [made] = preview._whole.glob("assets/site.*.css")
    assert ".second{top:0}" in made.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_had_is_asked_for_again(shown, hurting, monkeypatch):
    project, preview = shown
    page = project / "docs" / "prepare.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    read = Path.read_bytes

    def held(path):
        if path == page:
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", held)
    preview.change()
    turn = preview.turn
    assert "docs/prepare.md:1: this cannot be read" in str(preview.problems[0])
    assert preview.held

    preview.again()
    assert preview.turn == turn, "the browser need not load the same again"
    monkeypatch.undo()
    preview.again()
    assert not preview.held
    assert preview.turn != turn
    assert "More." in preview.page(PAGE)


def test_a_file_that_came_back_as_it_was_is_read_again(shown, hurting, monkeypatch):
    project, preview = shown
    page = project / "docs" / "prepare.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    is_file = Path.is_file
    monkeypatch.setattr(Path, "is_file", lambda p: p != page and is_file(p))
    preview.change()  # it was there when it was looked for, and gone when it was read
    assert "this file is missing" in str(preview.problems[0])
    monkeypatch.undo()

    preview.again()

    assert "More." in preview.page(PAGE)


def test_nothing_that_was_made_before_is_kept(shown, hurting):
    project, preview = shown
    page = project / "docs" / "prepare.md"

    for number in range(3):
        page.write_text(f"{page.read_text(encoding='utf-8')}\n{number}\n", "utf-8")
        preview.change()

    assert len(list(preview._folder.iterdir())) == 2  # the whole, and the quick pages


def test_the_folder_of_the_preview_may_be_lost(shown, hurting):
    _, preview = shown
    shutil.rmtree(preview._folder)

    assert preview.file("/404.html") is None
    preview.change()
    assert "Write down what you know" in preview.page(PAGE)


def test_the_whole_site_follows_behind(shown, hurting):
    project, preview = shown
    page = project / "docs" / "prepare.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    preview.change()
    before = preview._whole

    preview.finish()
    preview._behind.wait()
    preview.look()

    assert preview._whole != before
    assert "More." in preview.file(f"{PAGE}index.html").decode()
    assert not before.exists()


def test_a_process_that_is_killed_leaves_something_to_mend(shown, hurting):
    project, preview = shown
    page = project / "docs" / "prepare.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    preview.change()

    preview.finish()
    preview._behind._worker.kill()
    preview._behind.wait()
    preview.look()

    assert "the whole site could not be made" in preview.page(PAGE)


def test_no_room_for_a_process_is_no_harm(shown, hurting, monkeypatch):
    project, preview = shown
    page = project / "docs" / "prepare.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    preview.change()

    full = OSError(11, "Resource temporarily unavailable")
    monkeypatch.setattr(module, "Behind", partial(raises, full))
    preview.finish()
    preview.look()

    assert "More." in preview.page(PAGE)


def test_ids_that_cannot_be_written_are_no_harm(shown, hurting, monkeypatch):
    _, preview = shown

    monkeypatch.setattr(module, "write_ids", partial(raises, OSError(30, "Read-only")))
    preview.change()

    assert preview.problems == ()


def raises(error, *_):
    raise error
