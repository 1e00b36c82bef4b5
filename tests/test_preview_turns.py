"""What a preview makes and shows, step by step, of pages that are made up."""

import threading
import time
from types import SimpleNamespace

import pytest

from macros.problems import DataError, Problem
from macros.reading import files
from publish import preview as module
from publish.fault_page import fault_page, wait_page
from publish.preview import Preview, inside

SLIP = Problem("docs/a.md", 3, "mend this")
LAST_RESORT = 60  # seconds, for a test that hangs
NAMED = "site.0123abcd.css"


class Facts(str):
    """What was read, made up: a word, with no pages whose tags could be asked."""

    pages = ()


class Works:
    """What a preview asks to have made, and what came of it: made up, and kept."""

    def __init__(self):
        self.error = None  # what is raised by whoever looks
        self.making = lambda: None  # what happens while a site is made
        self.asked = []
        self.behind = []
        self.pages = {"/a/": "quick a"}

    def checked(self, root):
        self.asked.append(("checked", root))
        if self.error:
            raise self.error
        return SimpleNamespace(data=Facts("facts"))

    def write_ids(self, root, data):
        self.asked.append(("ids", root, data))
        if data == "refused":
            raise OSError

    def make_site(self, root, examined, folder):
        self.asked.append(("site", root, examined.data, folder))
        self.making()
        write(folder / "a" / "index.html", "whole a")
        write(folder / "b" / "index.html", "whole b \u2019")
        write(folder / "assets" / NAMED, "a{}")

    def workshop(self, root, examined, folder):
        self.asked.append(("workshop", root, examined.data, folder))

        def make(address):
            self.asked.append(("make", address))
            if address == "/slip/":
                raise ZeroDivisionError
            if address not in self.pages:
                return False
            text = f'{self.pages[address]} \u2019\n<link href="assets/site.css">\n'
            write(folder / address.strip("/") / "index.html", text)
            return True

        return SimpleNamespace(make=make)

    def process(self, root, folder):
        if self.error:
            raise self.error
        self.behind.append(Worker(root, folder))
        return self.behind[-1]

    def done(self, what):
        return [asked for asked in self.asked if asked[0] == what]


class Worker:
    """A process that is done when a test says so."""

    def __init__(self, root, folder):
        self.root, self.folder = root, folder
        self.done, self.problems, self.ended = False, [], False

    def result(self):
        return self.problems

    def end(self):
        self.ended = True


def write(file, text):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())


@pytest.fixture
def works(monkeypatch):
    works = Works()
    monkeypatch.setattr(module, "checked", works.checked)
    monkeypatch.setattr(module, "write_ids", works.write_ids)
    monkeypatch.setattr(module, "make_site", works.make_site)
    monkeypatch.setattr(module, "engine_of", lambda: works)
    monkeypatch.setattr(module, "Behind", works.process)
    return works


@pytest.fixture
def root(tmp_path):
    write(tmp_path / "project" / "theme" / "base.html", "frame")
    write(tmp_path / "project" / "mkdocs.yml", "menu")
    return tmp_path / "project"


@pytest.fixture
def made(tmp_path):
    return tmp_path / "made" / "here"


@pytest.fixture
def preview(works, root, made):
    return Preview(root, made)


@pytest.fixture
def quick(preview):
    """A preview whose pages are made when they are asked for."""
    preview.change()
    preview.change()
    return preview


def test_a_turn_is_told_by_its_start_and_its_number(works, root, made, monkeypatch):
    monkeypatch.setattr(time, "time", lambda: 1700000000.4)
    preview = Preview(root, made)

    assert preview.turn == "1700000000-0"
    preview.change()
    assert preview.turn == "1700000000-1"
    preview.change()
    assert preview.turn == "1700000000-2"


def test_before_anything_is_made_there_is_a_page_to_wait_at(preview):
    assert preview.page("/a/") == wait_page()
    assert preview.file("/a/index.html") is None
    assert preview.problems == ()
    assert preview.held is False


def test_who_has_missed_a_turn_need_not_wait(preview):
    assert preview.wait("another", 0) == preview.turn
    assert preview.wait(preview.turn, 0) == preview.turn


def test_who_waits_is_told_of_a_change(preview):
    said = []
    before = preview.turn
    waiting = threading.Thread(
        target=lambda: said.append(preview.wait(before, LAST_RESORT)), daemon=True
    )
    waiting.start()
    preview.change()
    waiting.join(LAST_RESORT)

    assert said == [preview.turn]
    assert preview.turn != before


def test_a_first_look_makes_the_whole_site(works, preview, root, made):
    preview.change()

    assert works.asked == [
        ("checked", root),
        ("ids", root, "facts"),
        ("site", root, "facts", made / "0"),
    ]
    assert preview.page("/a/") == "whole a"
    assert preview.file("/b/index.html") == "whole b \u2019".encode()
    assert preview.page("/nowhere/") is None
    assert preview.file("/nowhere") is None


def test_a_second_look_makes_the_page_that_is_asked_for(works, quick, root, made):
    assert works.done("workshop") == [("workshop", root, "facts", made / "1")]
    assert not works.done("make")

    for _ in range(2):
        assert quick.page("/a/") == (f'quick a \u2019\n<link href="assets/{NAMED}">\n')
    assert works.done("make") == [("make", "/a/")]
    assert (made / "1" / "a" / "index.html").read_bytes().count(b"\r") == 0


def test_a_page_that_the_workshop_does_not_know_is_the_whole_sites(works, quick):
    assert quick.page("/b/") == "whole b \u2019"
    assert quick.page("/nowhere/") is None


def test_a_page_that_cannot_be_made_is_told_and_stays_told(works, quick, root):
    said = quick.page("/slip/")

    assert "ZeroDivisionError" in said
    assert said == fault_page(root, quick.problems)
    assert quick.page("/a/") == said
    assert quick.held is False


def test_a_page_whose_site_has_gone_is_none(works, quick, made):
    quick._quick = None
    (made / "0" / "a" / "index.html").unlink()

    assert quick.page("/a/") is None


@pytest.mark.parametrize("name", ["theme/base.html", "theme/new.css", "mkdocs.yml"])
def test_a_change_of_the_frame_makes_the_whole_site_anew(works, preview, root, name):
    preview.change()
    write(root / name, "another frame")
    preview.change()

    assert len(works.done("site")) == 2
    assert not works.done("workshop")


def test_a_change_of_the_frame_while_it_is_used_is_not_missed(works, preview, root):
    works.making = lambda: write(root / "theme" / "base.html", "another frame")
    preview.change()
    preview.change()

    assert len(works.done("site")) == 2


def test_a_whole_site_that_has_gone_is_made_anew(works, quick, made):
    quick._tidy()
    for file in sorted((made / "0").rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()
    (made / "0").rmdir()

    quick.change()

    assert len(works.done("site")) == 2
    assert quick.page("/b/") == "whole b \u2019"


def test_ids_that_cannot_be_written_are_no_harm(works, preview, monkeypatch):
    monkeypatch.setattr(
        works, "checked", lambda root: SimpleNamespace(data="refused"), raising=True
    )
    monkeypatch.setattr(module, "checked", works.checked)
    preview.change()

    assert preview.problems == ()
    assert works.done("site")


def test_what_is_wrong_is_shown_on_every_page_and_then_no_more(works, preview, root):
    works.error = DataError([SLIP])
    preview.change()

    assert preview.problems == [SLIP]
    assert preview.held is False
    assert preview.page("/a/") == fault_page(root, [SLIP])

    works.error = None
    preview.change()
    assert preview.problems == ()
    assert preview.page("/a/") == "whole a"


def test_a_file_that_cannot_be_had_is_known_as_such(works, preview, root):
    works.error = PermissionError(13, "Permission denied", str(root / "docs" / "a.md"))
    preview.change()

    assert preview.held is True
    assert preview.problems[0].file == "docs/a.md"

    works.error = DataError([SLIP])
    preview.change()
    assert preview.held is False


def test_looking_again_reads_afresh_and_shows_only_what_differs(works, preview):
    forgot = []
    works.error = DataError([SLIP])
    preview.change()
    turn = preview.turn
    files.FORGETS.append(lambda: forgot.append(1))
    try:
        preview.again()
        assert (forgot, preview.turn) == ([1], turn)

        works.error = None
        preview.again()
    finally:
        files.FORGETS.pop()
    assert forgot == [1, 1]
    assert preview.turn != turn
    assert preview.problems == ()


def test_what_is_mended_meanwhile_is_made_when_it_is_asked_for(works, quick):
    works.error = DataError([SLIP])
    quick.change()
    works.error = None

    quick.again()

    assert "quick a" in quick.page("/a/")
    assert quick.held is False


def test_looking_again_leaves_no_folder_behind(quick, made):
    for _ in range(3):
        quick.again()

    assert sorted(f.name for f in made.iterdir()) == ["0", "1"]
    assert "quick a" in quick.page("/a/")


def test_only_folders_that_were_made_and_are_shown_no_more_go(works, quick, made):
    for name in ("notes", "7", "77"):
        write(made / name / "file", "text")
    quick.finish()
    quick._tidy()

    assert sorted(f.name for f in made.iterdir()) == ["0", "1", "2", "notes"]
    assert works.behind[0].folder == made / "2"


def test_a_folder_that_cannot_be_deleted_is_no_harm(quick, made):
    (made / "8").write_text("a file, which is no folder")
    quick.change()

    assert quick.problems == ()


def test_the_whole_site_is_made_behind_once_and_taken_over(works, quick, root, made):
    before = quick.turn
    quick.look()
    quick.finish()
    quick.finish()
    [worker] = works.behind
    assert (worker.root, worker.folder) == (root, made / "2")

    quick.look()
    assert not worker.ended
    write(worker.folder / "a" / "index.html", "behind a")
    worker.done = True
    quick.look()

    assert worker.ended
    assert quick.page("/a/") == "behind a"
    assert quick.turn == before, "the pages are the same"
    assert [f.name for f in made.iterdir()] == ["2"]
    quick.finish()
    quick.look()
    assert len(works.behind) == 1


def test_nothing_is_made_behind_a_whole_site(works, preview):
    preview.finish()
    preview.change()
    preview.finish()

    assert works.behind == []


def test_what_is_wrong_with_the_whole_site_is_shown(works, quick, root, made):
    before = quick.turn
    quick.finish()
    works.behind[0].done, works.behind[0].problems = True, [SLIP]
    quick.look()

    assert works.behind[0].ended
    assert quick.turn != before
    assert quick.page("/a/") == fault_page(root, [SLIP])
    assert [f.name for f in made.iterdir()] == ["0"]


@pytest.mark.parametrize("ends", ["change", "again", "stop"])
def test_work_behind_ends_with_a_change(works, quick, ends):
    quick.finish()
    getattr(quick, ends)()

    assert works.behind[0].ended
    works.behind[0].done = True
    works.behind[0].ended = False
    quick.look()
    quick.stop()
    assert not works.behind[0].ended
    quick.finish()
    assert len(works.behind) == 2


def test_no_room_for_a_process_is_no_harm(works, quick):
    works.error = OSError(11, "Resource temporarily unavailable")
    quick.finish()
    quick.look()
    assert "quick a" in quick.page("/a/")

    works.error = None
    quick.finish()
    assert len(works.behind) == 1


def test_a_file_is_found_by_its_address_and_not_outside(tmp_path):
    write(tmp_path / "made" / "a b.txt", "a")
    (tmp_path / "made" / "folder").mkdir()
    write(tmp_path / "secret.txt", "s")
    folder = tmp_path / "made"

    assert inside(folder, "/a b.txt") == (folder / "a b.txt").resolve()
    assert inside(folder, "//a b.txt") == (folder / "a b.txt").resolve()
    assert inside(folder, "/../made/a b.txt") == (folder / "a b.txt").resolve()
    for path in ("/folder", "/", "", "/nothing", "/../secret.txt", "/\0", "x" * 5000):
        assert inside(folder, path) is None


def test_a_link_to_the_folder_is_no_way_out_of_it(tmp_path):
    write(tmp_path / "made" / "a.txt", "a")
    (tmp_path / "link").symlink_to("made")

    assert (
        inside(tmp_path / "link", "/a.txt") == (tmp_path / "made" / "a.txt").resolve()
    )
