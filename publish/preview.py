"""What a preview shows at this moment: the pages, or what is to be mended."""

import itertools
import shutil
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from macros.facts.site_data import SiteData
from macros.problems import Problem
from macros.reading.files import files_below, forget, stamp
from macros.reading.rooms import at

from .behind import Behind, checked
from .build import make_site
from .engines import Workshop, engine_of
from .fault_page import fault_page, wait_page
from .mishaps import held, problems_of
from .outward.tags import finish_page
from .schemas import write_ids

Quick = tuple[Workshop, Path, set[str], SiteData]


class Preview:
    """The site of `root` as a browser gets it, made anew below `folder`.

    After a change the facts are checked, and the page that is looked at is made when
    it is asked for. The whole site follows in a process of its own. Whatever goes
    wrong is shown as something to mend, and nothing ends the preview.
    """

    def __init__(self, root: Path, folder: Path) -> None:
        self.root = root
        self.held = False  # whether a file could not be had, and may be at any moment
        self._folder = folder
        self._names = itertools.count()
        self._start = f"{time.time():.0f}"
        self._turn = 0
        self._lock = threading.Lock()
        self._turned = threading.Condition(self._lock)
        self._problems: Sequence[Problem] = ()
        self._whole: Path | None = None
        self._frame: object = None
        self._quick: Quick | None = None
        self._behind: Behind | None = None

    @property
    def turn(self) -> str:
        """A text that changes whenever a browser should load its page again."""
        return f"{self._start}-{self._turn}"

    @property
    def problems(self) -> Sequence[Problem]:
        """What is to be mended now."""
        return self._problems

    def wait(self, seen: str, most: float) -> str:
        """The turn, as soon as it is another than `seen`; at `most` seconds, anyway."""
        with self._turned:
            self._turned.wait_for(lambda: self.turn != seen, most)
            return self.turn

    def change(self) -> None:
        """Take in what has changed. Gives the browser pages, or all the problems."""
        self.stop()
        self._show(*self._look_at())

    def again(self) -> None:
        """Look afresh at what was wrong: a file may have gone and come back."""
        self.stop()
        forget()
        problems, quick = self._look_at()
        if problems != self._problems:
            self._show(problems, quick)
        self._tidy()

    def _look_at(self) -> tuple[Sequence[Problem], Quick | None]:
        self.held = False
        frame = self._frame_now()  # before, as it may change again meanwhile
        try:
            examined = checked(self.root)
            with suppress(OSError):  # it only helps an editor's program
                write_ids(self.root, examined.data)
            if self._whole and self._whole.is_dir() and self._frame == frame:
                new = self._new_folder()
                made = engine_of().workshop(self.root, examined, new)
                return (), (made, new, set(), examined.data)
            whole = self._new_folder()
            make_site(self.root, examined, whole)
        except Exception as error:
            return self._fault(error), None
        with self._lock:
            self._whole, self._frame = whole, frame
        return (), None

    def _fault(self, error: Exception) -> Sequence[Problem]:
        self.held = held(error)
        return problems_of(self.root, error)

    def _frame_now(self) -> object:
        """What changes with anything that stands round every page."""
        files = [*files_below(at(self.root, "theme")), at(self.root, "mkdocs.yml")]
        return tuple(map(stamp, files))

    def _new_folder(self) -> Path:
        folder = self._folder / str(next(self._names))
        folder.mkdir(parents=True)
        return folder

    def _show(self, problems: Sequence[Problem], quick: Quick | None) -> None:
        with self._turned:
            self._problems, self._quick = problems, quick
            self._turn += 1
            self._turned.notify_all()
        self._tidy()

    def _tidy(self) -> None:
        """Delete what was made before, and is shown no more."""
        quick = self._quick[1] if self._quick else None
        behind = self._behind.folder if self._behind else None
        for folder in self._folder.glob("[0-9]*"):
            if folder not in (self._whole, quick, behind):
                shutil.rmtree(folder, ignore_errors=True)

    def page(self, address: str) -> str | None:
        """The HTML of a page, or of what is to be mended; None if there is none."""
        with self._lock:
            if not self._problems and self._whole is None:
                return wait_page()
            try:
                html = None if self._problems else self._page(address)
            except Exception as error:
                self._problems = self._fault(error)
            return fault_page(self.root, self._problems) if self._problems else html

    def _page(self, address: str) -> str | None:
        if self._quick is not None:
            workshop, quick, made, data = self._quick
            if address not in made and workshop.make(address):
                file = quick / address.lstrip("/") / "index.html"
                finish_page(self._whole, file, data, address)
                made.add(address)
            if address in made:
                return _text(quick, f"{address}/index.html")
        return _text(self._whole, f"{address}/index.html")

    def file(self, path: str) -> bytes | None:
        """What any other file of the site holds, or None."""
        with self._lock:
            file = inside(self._whole, path) if self._whole else None
            return file.read_bytes() if file else None

    def finish(self) -> None:
        """Have the whole site made behind what is shown. `look` takes it over."""
        if self._quick is None or self._behind is not None:
            return
        try:
            self._behind = Behind(self.root, self._new_folder())
        except OSError:
            return  # no room for a process now; the next quiet moment may have it

    def look(self) -> None:
        """Take over the whole site, if it has been made since."""
        if self._behind is None or not self._behind.done:
            return
        folder, problems = self._behind.folder, self._behind.result()
        self.stop()
        if problems:
            self._show(problems, None)
            return
        with self._lock:
            self._whole, self._quick = folder, None
        self._tidy()

    def stop(self) -> None:
        """End the work behind, if there is any."""
        if self._behind is not None:
            self._behind.end()
            self._behind = None


def inside(folder: Path, path: str) -> Path | None:
    """The file of that address in `folder`; None if there is none, or outside it."""
    try:
        file = (folder / path.lstrip("/")).resolve()
        found = file.is_relative_to(folder.resolve()) and file.is_file()
    except (OSError, ValueError):  # a name too long for the disk, or with a NUL
        return None
    return file if found else None


def _text(folder: Path | None, path: str) -> str | None:
    file = inside(folder, path) if folder else None
    return file.read_text(encoding="utf-8") if file else None
