"""Only what is meant is published: every other file is a fault with what to do."""

import shutil

import pytest
import yaml
from conftest import CASES, ROOT
from small import MENU, make_small

from macros.checks.examination import check_site, examine
from macros.checks.media import PICTURE, wrong_with
from macros.problems import DataError
from publish.built import BuiltPage
from publish.engines.mkdocs import make_pages
from publish.judged import unused

STRAYS = yaml.safe_load((CASES / "attacks" / "files.yml").read_text(encoding="utf-8"))
DRAWING = (
    b"<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0' fill='url(#a)'/></svg>"
)
SOUND = {
    "a.png": b"\x89PNG\r\n\x1a\n....",
    "a.jpg": b"\xff\xd8\xff\xe0....",
    "a.gif": b"GIF89a....",
    "a.webp": b"RIFF....WEBPVP8 ",
    "a.pdf": b"%PDF-1.7 ....",
    "a.svg": DRAWING,
}


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """The small project with the theme."""
    project = make_small(tmp_path_factory.mktemp("strays"))
    shutil.copytree(ROOT / "theme", project / "theme")
    return project


@pytest.fixture
def strewn(small, tmp_path):
    """A copy of the small project, for one stray file."""
    return shutil.copytree(small, tmp_path / "project", symlinks=True)


def strew(path, case):
    """Put the file of a case into its place, or take it away."""
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    if "gone" in case:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    if "link" in case:
        path.symlink_to(case["link"])
    elif "folder" in case:
        path.mkdir()
    elif "bytes" in case:
        path.write_bytes(bytes.fromhex(case["bytes"]))
    else:
        path.write_text(case.get("text", "words"), encoding="utf-8")


@pytest.mark.parametrize("case", STRAYS.values(), ids=STRAYS)
def test_a_file_that_nobody_meant_to_publish_is_refused(strewn, case):
    strew(strewn / case["file"], case)

    said = [p for p in examine(strewn).faults if p.file == case["file"]]

    assert any(case["says"] in problem.message for problem in said), said


def test_the_small_project_has_no_stray_file(small):
    assert examine(small).faults == []


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_picture_or_document_is_taken(tmp_path, name):
    (tmp_path / name).write_bytes(SOUND[name])

    assert wrong_with(tmp_path / name) == ""


def test_a_picture_may_not_keep_a_phone_waiting(tmp_path):
    (tmp_path / "a.gif").write_bytes(SOUND["a.gif"].ljust(PICTURE + 1))

    assert "save it smaller" in wrong_with(tmp_path / "a.gif")


def test_names_with_a_dot_before_them_are_not_published_so_they_may_stay(strewn):
    (strewn / "docs" / ".DS_Store").write_bytes(b"x")
    (strewn / "docs" / ".~lock.index.md#").write_bytes(b"x")

    assert examine(strewn).faults == []


def test_a_file_that_no_page_uses_is_not_published(tmp_path):
    docs = tmp_path / "docs" / "pictures"
    docs.mkdir(parents=True)
    for name in ("shown.png", "offered.pdf", "forgotten.png"):
        (docs / name).write_bytes(b"x")
    html = (
        "<img src='../pictures/shown.png'><a href='/pictures/offered.pdf#page=2'>a</a>"
    )

    said = list(unused(tmp_path, [BuiltPage("/panel/", html)]))

    assert [problem.file for problem in said] == ["docs/pictures/forgotten.png"]


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        ("theme/main.html", "{% extends 'bse.html' %}", "theme/bse.html:1: this file"),
        ("theme/partials/footer.html", "a\n{% if %}", "theme/partials/footer.html:2:"),
        ("theme/partials/footer.html", "{{ nothing.of.it }}", "theme/"),
    ],
)
def test_a_faulty_theme_is_a_sentence(strewn, file, text, says):
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.partition("\nnav:")[0] + "\n" + MENU.partition("\n")[2]
    (strewn / "macros").mkdir()  # followed by a preview
    (strewn / "mkdocs.yml").write_text(config, encoding="utf-8")
    (strewn / file).write_text(text, encoding="utf-8")

    with pytest.raises(DataError) as error:
        make_pages(strewn, check_site(strewn), strewn / "site")

    assert says in str(error.value), error.value
