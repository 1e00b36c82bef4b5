"""What a disk refuses is told to whoever can change it, at the right file."""

import errno
import os
from pathlib import Path

import pytest

from publish.disk import MOUNTED, trouble, unfit

LIVE = Path("/srv/hsb/site")
SITE = "site/:1: "
RIGHT = "for the folder that it is in as well, then build again"


def test_a_folder_can_be_replaced_and_so_can_none(tmp_path):
    (tmp_path / "site").mkdir()

    assert unfit(tmp_path / "site") is None
    assert unfit(tmp_path / "other") is None


def test_a_file_is_not_replaced(tmp_path):
    (tmp_path / "site").touch()

    said = "this is a file, and the site is a folder: move the file away"
    assert unfit(tmp_path / "site") == said


def test_a_link_is_not_replaced(tmp_path):
    (tmp_path / "site").symlink_to(tmp_path)

    assert unfit(tmp_path / "site") == (
        f"this is a link to '{tmp_path}', and a build would replace the link alone: "
        f"delete the link, and let what serves '{tmp_path}' serve this folder"
    )


def test_a_disk_of_its_own_is_not_replaced(tmp_path, monkeypatch):
    monkeypatch.setattr(os.path, "ismount", lambda path: path == tmp_path)

    assert unfit(tmp_path) == MOUNTED
    assert unfit(tmp_path / "site") is None


REFUSED = [
    (errno.ENOSPC, "the disk is full: make room on it, then build again"),
    (errno.EDQUOT, "the disk is full: make room on it, then build again"),
    *(
        (
            number,
            f"this cannot be read or changed (no): give yourself the right to, {RIGHT}",
        )
        for number in (errno.EACCES, errno.EPERM, errno.EROFS)
    ),
    (errno.EBUSY, f"this is in use (no). Perhaps {MOUNTED}"),
    (errno.EXDEV, f"this is in use (no). Perhaps {MOUNTED}"),
    (errno.EIO, "the site could not be made (no)"),
]


@pytest.mark.parametrize(("number", "said"), REFUSED)
def test_what_is_refused_is_said(number, said):
    problem = trouble(LIVE, OSError(number, "no", str(LIVE)))

    assert str(problem) == SITE + said


def test_what_has_no_number_is_said_in_its_own_words():
    problem = trouble(LIVE, OSError("the plug was pulled"))

    assert str(problem) == f"{SITE}the site could not be made (the plug was pulled)"


NAMED = [
    ("/srv/hsb", "site/"),
    ("/srv/hsb/site", "site/"),
    ("/srv/hsb/site/index.html", "site/"),
    ("/srv/hsb/.site-abcd1234/new/index.html", "site/"),
    (b"/srv/hsb/.site-abcd1234/old", "site/"),
    ("/srv/hsb/data/local/site.yml", "data/local/site.yml"),
    (b"/srv/hsb/docs/index.md", "docs/index.md"),
    ("/etc/fonts", "/etc/fonts"),
    ("fonts", "site/"),
    (7, "site/"),
    (None, "site/"),
]


@pytest.mark.parametrize(("path", "file"), NAMED)
def test_a_file_is_named_from_the_project_and_a_part_of_a_site_as_the_site(path, file):
    assert trouble(LIVE, OSError(errno.EIO, "no", path)).file == file


def test_a_full_disk_names_the_site_whatever_was_copied():
    wrong = OSError(errno.ENOSPC, "no", "/srv/hsb/theme/a.css")

    assert trouble(LIVE, wrong).file == "site/"
