"""What a preview shows at this moment: the pages, or what is to be mended."""

import itertools
import multiprocessing
import shutil
import threading
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from macros.checks.examination import Examined, check_site
from macros.problems import DataError, Problem
from macros.reading.files import stamp

from .assets import names_in, with_names
from .build import make_site
from .engine import Workshop
from .fault_page import fault_page, wait_page
from .schemas import write_ids

FRESH = multiprocessing.get_context("spawn")


class Preview:
    """The site of `root` as a browser gets it, made anew below `folder`.

    After a change the facts are checked, and the page that is looked at is made when
    it is asked for. The whole site follows in a process of its own.
    """

    def __init__(self, root: Path, folder: Path) -> None:
        self.root = root
        self._folder = folder
        self._names = itertools.count()
        self._start = f"{time.time():.0f}"
        self._turn = 0
        self._lock = threading.Lock()
        self._problems: Sequence[Problem] = ()
        self._whole: Path | None = None
        self._frame: object = None
        self._quick: tuple[Workshop, Path, set[str]] | None = None
        self._behind: (
            tuple[multiprocessing.process.BaseProcess, Connection, Path] | None
        )
        self._behind = None

    @property
    def turn(self) -> str:
        """A text that changes whenever a browser should load its page again."""
        return f"{self._start}-{self._turn}"

    @property
    def problems(self) -> Sequence[Problem]:
        """What is to be mended now."""
        return self._problems

    def change(self) -> None:
        """Take in what has changed. Gives the browser pages, or all the problems."""
        self.stop()
        try:
            examined = check_site(self.root)
            write_ids(self.root, examined.data)
            quick = None
            if self._whole is not None and self._frame == self._frame_now():
                quick = self._workshop(examined)
            else:
                whole = self._new_folder()
                make_site(self.root, examined, whole)
                self._whole, self._frame = whole, self._frame_now()
        except DataError as error:
            self._show(error.problems, None)
            return
        self._show((), quick)

    def _workshop(self, examined: Examined) -> tuple[Workshop, Path, set[str]]:
        folder = self._new_folder()
        return Workshop(self.root, examined, folder), folder, set()

    def _frame_now(self) -> object:
        """What changes with anything that stands round every page."""
        files = sorted(p for p in (self.root / "theme").rglob("*") if p.is_file())
        return tuple(map(stamp, [*files, self.root / "mkdocs.yml"]))

    def _new_folder(self) -> Path:
        folder = self._folder / str(next(self._names))
        folder.mkdir()
        return folder

    def _show(
        self,
        problems: Sequence[Problem],
        quick: tuple[Workshop, Path, set[str]] | None,
    ) -> None:
        with self._lock:
            self._problems, self._quick = problems, quick
            self._turn += 1

    def page(self, address: str) -> str | None:
        """The HTML of a page, or of what is to be mended; None if there is none."""
        with self._lock:
            if self._problems:
                return fault_page(self.root, self._problems)
            if self._whole is None:
                return wait_page()
            folder = self._whole
            if self._quick is not None:
                workshop, quick, made = self._quick
                try:
                    if address not in made and workshop.make(address):
                        made.add(address)
                        self._name_assets(quick / address.lstrip("/") / "index.html")
                    folder = quick if address in made else folder
                except DataError as error:
                    self._problems = error.problems
                    return fault_page(self.root, self._problems)
        file = inside(folder, f"{address}/index.html")
        return file.read_text(encoding="utf-8") if file else None

    def _name_assets(self, file: Path) -> None:
        """Have a page ask for styles and scripts as the whole site names them."""
        if self._whole is not None:
            html = with_names(file.read_text(encoding="utf-8"), names_in(self._whole))
            file.write_text(html, encoding="utf-8", newline="\n")

    def file(self, path: str) -> Path | None:
        """Any other file of the site, or None."""
        with self._lock:
            if self._whole is None:
                return None
            return inside(self._whole, path)

    def finish(self) -> None:
        """Have the whole site made behind what is shown. `look` takes it over."""
        if self._quick is None or self._behind is not None:
            return
        folder = self._new_folder()
        ours, theirs = FRESH.Pipe()
        worker = FRESH.Process(target=_make_whole, args=(self.root, folder, theirs))
        worker.start()
        theirs.close()
        self._behind = (worker, ours, folder)

    def look(self) -> None:
        """Take over the whole site, if it has been made since."""
        if self._behind is None:
            return
        worker, ours, folder = self._behind
        if not ours.poll() and worker.is_alive():
            return
        try:
            problems: list[Problem] = ours.recv()
        except EOFError:
            problems = [
                Problem(
                    "mkdocs.yml", 1, "the whole site could not be made", code="engine"
                )
            ]
        self.stop()
        if problems:
            self._show(problems, None)
            return
        with self._lock:
            old, self._whole, self._quick = self._whole, folder, None
        if old:
            shutil.rmtree(old, ignore_errors=True)

    def stop(self) -> None:
        """End the work behind, if there is any."""
        if self._behind is not None:
            worker, ours, _ = self._behind
            worker.kill()
            worker.join()
            ours.close()
            self._behind = None


def inside(folder: Path, path: str) -> Path | None:
    """The file of that address in `folder`; None if there is none, or outside it."""
    try:
        file = (folder / path.lstrip("/")).resolve()
        found = file.is_relative_to(folder.resolve()) and file.is_file()
    except (OSError, ValueError):  # a name too long for the disk, or with a NUL
        return None
    return file if found else None


def _make_whole(root: Path, folder: Path, answer: Connection) -> None:
    """In a process of its own: the whole site, and what is wrong with it."""
    try:
        make_site(root, check_site(root), folder)
    except DataError as error:
        answer.send(error.problems)
    except KeyboardInterrupt:
        pass
    else:
        answer.send([])
