"""Every file that is handed out, made of checked facts.

Each piece is kept by all that it is made of, so only what changed is made again: its
words, the looks, the face, the colours, the day, and what lays it out.
"""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime, time
from functools import partial
from io import BytesIO
from pathlib import Path
from types import TracebackType

import typst
from PIL import Image

from macros.facts.site_data import SiteData
from macros.library.handouts import FILES
from macros.problems import DataError, Problem
from macros.reading.rooms import at
from macros.schema.all_kinds import name_of
from macros.schema.kinds.handouts import Piece

from ..outward.cards import cards, write_cards
from .blocks import Sheet
from .counted import spreadsheet
from .kept import Made, forget, kept_or, key_of, looks_of
from .paper import ROOM, Paper, paper_of
from .pictures import FILE
from .plain import plain
from .posted import posted, write_posted
from .sheets import sheets_of
from .slides import Maker

KEPT = ".cache/handouts"
STYLE = "theme/assets/site.css"
SHOWN = {"slides": 640}  # how wide a picture is made, in dots: twice as it is shown
WIDE = 452
INKS = 24  # of a picture: few are enough, and a page of them stays light
Drawer = Callable[[Path, SiteData, Paper, str], dict[str, bytes]]
SLIDE = (0.07, 0.045, 0.93, 0.39)  # where on its side a slide stands


class Handouts:
    """All of them, made beside the pages: begin early, and write them when these are.

    The engine empties the folder that it writes to, so nothing is written before.
    """

    def __init__(self, root: Path, data: SiteData) -> None:
        self._data = data
        self._worker = ThreadPoolExecutor(1, "handouts")
        self._made: Future[dict[str, Made]]
        self._made = self._worker.submit(make_all, root, data)
        self._posted = self._worker.submit(drawn_all, root, data, posted)
        self._cards = self._worker.submit(drawn_all, root, data, cards)

    def __enter__(self) -> "Handouts":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._worker.shutdown(cancel_futures=True)

    def write(self, target: Path) -> list[Problem]:
        """Write them below the site `target`. Gives what is wrong with any."""
        try:
            made = self._made.result()
            write_posted(self._posted.result(), target)
            write_cards(self._cards.result(), target)
        except DataError as error:
            return list(error.problems)
        folder = target / FILES.strip("/")
        for name, piece in made.items():
            folder.mkdir(parents=True, exist_ok=True)
            for end, body in piece.files.items():
                (folder / f"{name}{end}").write_bytes(body)
        return list(too_long(self._data, made))


def make_all(root: Path, data: SiteData) -> dict[str, Made]:
    """Every piece by its id. Raises DataError where one cannot be laid out."""
    sheets = sheets_of(root, data)
    if not sheets:
        return {}
    paper, looks, day = _with(root, data)
    keys = {sheet.id: key_of(sheet, looks) for sheet in sheets}
    made = {}
    for sheet in sheets:
        try:
            making = partial(make, sheet, paper, day)
            made[sheet.id] = kept_or(root / KEPT, keys[sheet.id], making)
        except typst.TypstError as error:
            words = str(error).split("\n")[0]
            message = f"the hand-out '{sheet.id}' cannot be laid out: {words}"
            raise DataError([_at(data, sheet.id, message, "handout")]) from None
    forget(root / KEPT, set(keys.values()))
    return made


def drawn_all(root: Path, data: SiteData, draw: Drawer) -> dict[str, bytes]:
    """What `draw` makes of the facts. Raises DataError where it cannot be laid out."""
    paper, looks, _ = _with(root, data)
    try:
        return draw(root, data, paper, looks)
    except typst.TypstError as error:
        words = str(error).split("\n")[0]
        message = f"a picture cannot be laid out: {words}"
        raise DataError([Problem(f"{ROOM}/{FILE}", 1, message)]) from None


def _with(root: Path, data: SiteData) -> tuple[Paper, str, datetime]:
    """What all is laid out with, the same as one short text, and the day of it all."""
    newest = max(page.meta.reviewed for page in data.pages.values())
    day = datetime.combine(newest, time(), UTC)
    paper = paper_of(at(root, ROOM), at(root, STYLE), day)
    return paper, looks_of(paper), day


def too_long(data: SiteData, made: Mapping[str, Made]) -> Iterator[Problem]:
    """Pieces that fill more sides than they may, each at its record."""
    for name, piece in made.items():
        most = data.get(Piece, name).sides
        if piece.sides > most:
            message = f"the hand-out '{name}' fills {piece.sides} sides, not {most}"
            mend = "take a part out, show less ('full'), or allow more 'sides'"
            yield _at(data, name, message, "handout-long", mend)


def _at(data: SiteData, name: str, message: str, code: str, mend: str = "") -> Problem:
    kind, piece = name_of(Piece), data.get(Piece, name)
    file = data.file_of(kind, name)
    return Problem(file, piece.line, message, "fault", code, kind, name, mend)


def make(sheet: Sheet, paper: Paper, day: datetime) -> Made:
    """The files of one piece."""
    sides = paper.pictures(sheet, SHOWN.get(sheet.form, WIDE))
    files = {
        ".pdf": paper.pdf(sheet),
        ".txt": plain(sheet).encode("utf-8"),
        ".png": small(sides[0], slide=sheet.form == "slides"),
    }
    if sheet.form == "poster":
        files["-a3.pdf"] = paper.pdf(sheet, "a3")
    if sheet.form == "slip":
        files[".xlsx"] = spreadsheet(sheet, day.date())
    if sheet.form == "slides":
        files[".pptx"] = Maker(sheet, paper.colours, day).file()
    return Made(files, len(sides))


def small(png: bytes, *, slide: bool) -> bytes:
    """A picture of a side in few inks; of slides, only the slide itself."""
    with Image.open(BytesIO(png)) as picture:
        image = picture.convert("RGB")
    if slide:
        wide, high = image.size
        left, top, right, bottom = SLIDE
        ends = (int(right * wide), int(bottom * high))
        image = image.crop((int(left * wide), int(top * high), *ends))
    out = BytesIO()
    image.quantize(INKS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()
