"""A sheet as paper: a tagged PDF, and pictures of its sides."""

import json
import re
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

import typst

from .blocks import Sheet

ROOM = "templates/handouts"
# The colours of the site, as its style sheet has them: the light ones come first.
COLOUR = re.compile(r"(?<![a-z-])--([a-z-]{1,40}): (#[0-9a-f]{3,6})\b")
ACROSS = 8.27  # inches of A4
STANDARD: Final = "ua-1"


@dataclass(frozen=True)
class Paper:
    """What lays sheets out: the folder of the looks, and the colours of the site."""

    looks: Path
    colours: dict[str, str]
    day: int  # seconds since 1970, which the PDF says it was made

    def pdf(self, sheet: Sheet, size: str = "a4") -> bytes:
        """A sheet as PDF. Raises typst.TypstError where it cannot be laid out."""
        made = typst.compile(
            self.looks / "main.typ",
            sys_inputs=self._said(sheet, size),
            font_paths=[self.looks],
            ignore_system_fonts=True,
            pdf_standards=STANDARD,
            timestamp=self.day,
        )
        assert isinstance(made, bytes)
        return made

    def pictures(self, sheet: Sheet, width: int) -> list[bytes]:
        """Each side of a sheet as a PNG that is `width` dots wide."""
        made = typst.compile(
            self.looks / "main.typ",
            format="png",
            ppi=width / ACROSS,
            sys_inputs=self._said(sheet, "a4"),
            font_paths=[self.looks],
            ignore_system_fonts=True,
        )
        return [made] if isinstance(made, bytes) else list(made or [])

    def _said(self, sheet: Sheet, size: str) -> dict[str, str]:
        return {
            "sheet": json.dumps(asdict(sheet), ensure_ascii=False, sort_keys=True),
            "colours": json.dumps(self.colours, sort_keys=True),
            "size": size,
        }


def paper_of(looks: Path, style: Path, day: datetime) -> Paper:
    """What lays sheets out with these looks, in the colours of this style sheet."""
    colours: dict[str, str] = {}
    for name, colour in COLOUR.findall(style.read_text(encoding="utf-8")):
        colours.setdefault(name, colour)
    return Paper(looks, colours, int(day.timestamp()))
