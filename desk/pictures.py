"""A photograph or a drawing made fit for a page: scaled, and stripped of all it tells.

What a camera or a program noted (the place, the day, a name) is left behind, because
only the points of the picture are taken over into a new one.
"""

import io
import re
import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

from macros.checks.media import PICTURE
from macros.schema.fields import FILTERED

READ = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")
POINTS = 60_000_000  # of the largest camera; more is a trap for memory
WIDEST = 1600  # points on the longer side: twice what a page shows
QUALITIES = (82, 72, 62)
SMALLER = 0.75
SMALLEST = 200
FEW = 256  # colours of a drawing
NO_PICTURE = "that is no picture: choose a photo or a screenshot (JPEG, PNG or WebP)"
TOO_LARGE = "that picture has more points than any camera's: save it smaller first"
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NO_NAME = "give it a short name in small letters and hyphens, such as team-room"
LONGEST = 200  # letters of an alternative text: a sentence or two
STARTS = re.compile(
    r"(?:an? )?(?:image|picture|photo|photograph|graphic) (?:of|showing)\b", re.I
)


@dataclass(frozen=True)
class Picture:
    """A picture as a page may have it."""

    content: bytes
    ending: str
    wide: int
    high: int


def fit(content: bytes) -> Picture:
    """A picture made new. Raises ValueError with words for whoever chose it."""
    whole = _opened(content)
    if max(whole.size) > WIDEST:
        whole.thumbnail((WIDEST, WIDEST), Image.Resampling.LANCZOS)
    while True:
        for picture in _made(whole):
            if len(picture.content) <= PICTURE:
                return picture
        size = tuple(round(side * SMALLER) for side in whole.size)
        if min(size) < SMALLEST:
            raise ValueError(TOO_LARGE)
        whole = whole.resize((size[0], size[1]), Image.Resampling.LANCZOS)


def _opened(content: bytes) -> Image.Image:
    """The points of a picture, upright, and nothing else of it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=READ) as found:
                if found.width * found.height > POINTS:
                    raise ValueError(TOO_LARGE)
                upright = ImageOps.exif_transpose(found)
                clear = "A" in upright.getbands() or "transparency" in upright.info
                plain = upright.convert("RGBA" if clear else "RGB")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise ValueError(TOO_LARGE) from None
    except (UnidentifiedImageError, OSError, SyntaxError, EOFError):
        raise ValueError(NO_PICTURE) from None
    bare = Image.new(plain.mode, plain.size)
    bare.paste(plain)
    return bare


def _made(whole: Image.Image) -> list[Picture]:
    """Ways to write a picture, the best first."""
    wide, high = whole.size
    made = []
    if whole.mode == "RGBA" or whole.getcolors(FEW) is not None:
        made.append(Picture(_written(whole, "PNG", optimize=True), ".png", wide, high))
    if whole.mode == "RGB":
        for quality in QUALITIES:
            held = _written(
                whole, "JPEG", quality=quality, optimize=True, progressive=True
            )
            made.append(Picture(held, ".jpg", wide, high))
    return made


def _written(whole: Image.Image, kind: str, **how: object) -> bytes:
    held = io.BytesIO()
    whole.save(held, kind, **how)
    return held.getvalue()


def wrong_with_words(words: str) -> str:
    """What is wrong with an alternative text, or nothing."""
    words = " ".join(words.split())
    if len(words.split()) < 2:
        return "say in a sentence what the picture shows, for who does not see it"
    if STARTS.match(words):
        return "leave out 'picture of': whoever hears it knows that it is a picture"
    if re.search(r"\.(?:jpe?g|png|webp|gif)\b", words, re.I):
        return "that is the name of a file: say what the picture shows"
    if len(words) > LONGEST:
        return (
            f"{len(words)} letters, and {LONGEST} are the most: the page may say more"
        )
    if set(words) & set("[]{}<>\\`|"):
        return "write plain words, without brackets"
    return ""


def named(typed: str) -> str:
    """The name of a file, as typed. Raises ValueError."""
    name = typed.strip()
    if not NAME.fullmatch(name):
        raise ValueError(NO_NAME)
    if FILTERED in name:
        raise ValueError(f"school filters refuse addresses that hold '{FILTERED}'")
    return name
