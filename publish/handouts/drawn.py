"""What slides are drawn with: boxes that say words, colours, and a file of fixed bytes.

The one module that knows what a PowerPoint file looks like inside.
"""

import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

import segno
from pptx.dml.color import RGBColor
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu, Pt

FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"  # any, as long as it stays
FACE = "Arial"  # on every machine, and of the same widths as what stands in for it
# The colours that a trainer is offered, by the name that the site has for each.
OFFERED = {
    "dk1": "ink",
    "lt1": "card",
    "dk2": "deep",
    "lt2": "paper",
    "accent1": "deep",
    "accent2": "gold",
    "accent3": "cool",
    "accent4": "alert",
    "accent5": "warm",
    "accent6": "link",
    "hlink": "link",
    "folHlink": "link",
}


def place(shape: Any, left: int, top: int, width: int, height: int) -> None:
    """Put a shape where it is to stand."""
    shape.left, shape.top = Emu(left), Emu(top)
    shape.width, shape.height = Emu(width), Emu(height)


def say(
    shape: Any,
    lines: Sequence[str],
    size: float,
    colour: RGBColor,
    *,
    bold: bool = False,
    first: float = 0,
    lang: str = "en-GB",
) -> None:
    """Have a shape say lines; the first of them larger, if that is asked for."""
    frame = shape.text_frame
    frame.word_wrap = True
    frame.text = lines[0]
    for line in lines[1:]:
        frame.add_paragraph().text = line
    for index, paragraph in enumerate(frame.paragraphs):
        for run in paragraph.runs:
            run.font.size = Pt(first if first and index == 0 else size)
            run.font.bold = bold or bool(first and index == 0)
            run.font.color.rgb = colour
            run.font._element.set("lang", lang)


def number_it(shape: Any, size: float, colour: RGBColor, lang: str = "en-GB") -> None:
    """Add the number of the slide to the words of a shape, as a field."""
    field = parse_xml(
        f'<a:fld {nsdecls("a")} id="{FIELD}" type="slidenum">'
        f'<a:rPr lang="{lang}" sz="{int(size * 100)}"><a:solidFill>'
        f'<a:srgbClr val="{colour}"/></a:solidFill></a:rPr><a:t>1</a:t></a:fld>'
    )
    shape.text_frame.paragraphs[0]._p.append(field)


def describe(shape: Any, words: str) -> None:
    """Give a shape its alternative text."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", words)


def colour_of(colours: Mapping[str, str], name: str) -> RGBColor:
    """A colour of the site by its name."""
    value = colours[name].lstrip("#")
    whole = value if len(value) == 6 else "".join(sign * 2 for sign in value)
    red, green, blue = bytes.fromhex(whole)
    return RGBColor(red, green, blue)


def dress(show: Any, colours: Mapping[str, str]) -> None:
    """Give a presentation the site's colours to choose from, and one face."""
    for master in show.slide_masters:
        theme = master.part.part_related_by(RT.THEME)
        text = theme.blob.decode("utf-8")
        for place_, name in OFFERED.items():
            new = f'<a:srgbClr val="{colour_of(colours, name)}"/>'
            text = re.sub(
                rf"(<a:{place_}>).*?(</a:{place_}>)", rf"\g<1>{new}\g<2>", text
            )
        text = re.sub(r'(<a:latin typeface=")[^"]*', rf"\g<1>{FACE}", text)
        theme._blob = text.encode("utf-8")


def code_png(url: str) -> bytes:
    """The square code of an address as a picture."""
    out = BytesIO()
    segno.make(url, error="m", micro=False).save(out, kind="png", scale=12, border=4)
    return out.getvalue()


def same_bytes(file: bytes, day: datetime) -> bytes:
    """The same packed file with each part as of one day: PowerPoint files are zips."""
    out = BytesIO()
    stamp = (*day.timetuple()[:3], 0, 0, 0)
    with (
        zipfile.ZipFile(BytesIO(file)) as packed,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as again,
    ):
        for name in packed.namelist():
            part = zipfile.ZipInfo(name, stamp)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            again.writestr(part, packed.read(name))
    return out.getvalue()
