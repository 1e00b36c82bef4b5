"""Pictures of few words, for a post or for a link that is shared."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path

import typst
from PIL import Image

from .paper import Paper

INKS = 32  # of a picture: plain colours and the edges of letters need no more
FILE = "picture.typ"


@dataclass(frozen=True)
class Picture:
    """What stands on a picture, and how many dots it is wide and high."""

    large: str
    small: str
    site: str
    draft: str
    width: int
    height: int


def drawn(
    pictures: Mapping[str, Picture], paper: Paper, looks: str, folder: Path
) -> dict[str, bytes]:
    """Pictures by their names as PNG; what was drawn before is kept in `folder`.

    `looks` is all that every picture is drawn with, as one short text. What is new is
    drawn in one go. Raises typst.TypstError where one cannot be laid out.
    """
    keys = {name: _key(picture, looks) for name, picture in pictures.items()}
    found = {key: _kept(folder / f"{key}.png") for key in keys.values()}
    new = {
        key: pictures[name] for name, key in sorted(keys.items()) if found[key] is None
    }
    for key, body in zip(new, draw(list(new.values()), paper), strict=True):
        found[key] = small(body)
        _keep(folder / f"{key}.png", found[key] or b"")
    _forget(folder, set(keys.values()))
    return {name: found[key] or b"" for name, key in keys.items()}


def draw(pictures: Sequence[Picture], paper: Paper) -> list[bytes]:
    """Each picture as a PNG of full colours. Raises typst.TypstError."""
    if not pictures:
        return []
    said = [asdict(picture) for picture in pictures]
    made = typst.compile(
        paper.looks / FILE,
        format="png",
        ppi=72,  # a point of the page is a dot
        sys_inputs={
            "pictures": json.dumps(said, ensure_ascii=False, sort_keys=True),
            "colours": json.dumps(paper.colours, sort_keys=True),
        },
        font_paths=[paper.looks],
        ignore_system_fonts=True,
    )
    return [made] if isinstance(made, bytes) else list(made or [])


def small(png: bytes) -> bytes:
    """The same picture in few inks."""
    out = BytesIO()
    with Image.open(BytesIO(png)) as picture:
        image = picture.convert("RGB")
    image.quantize(INKS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _key(picture: Picture, looks: str) -> str:
    said = json.dumps(asdict(picture), sort_keys=True) + looks
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def _kept(file: Path) -> bytes | None:
    """A picture that was drawn before, if it is whole."""
    with suppress(OSError, ValueError, SyntaxError):
        body = file.read_bytes()
        with Image.open(BytesIO(body)) as picture:
            picture.verify()
        return body
    return None


def _keep(file: Path, body: bytes) -> None:
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(".part")
        part.write_bytes(body)
        part.replace(file)


def _forget(folder: Path, keys: set[str]) -> None:
    with suppress(OSError):
        for file in folder.iterdir():
            if file.stem not in keys:
                file.unlink()
