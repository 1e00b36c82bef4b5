"""A sheet as slides that a trainer can change: a PowerPoint file with notes.

Every slide has a title in its own box and words in the box for words; the rest are
shapes with alternative texts, so nothing is a picture of words. The same sheet gives
the same bytes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Inches

from .blocks import Block, Section, Sheet
from .drawn import (
    code_png,
    colour_of,
    describe,
    dress,
    number_it,
    place,
    same_bytes,
    say,
)
from .plain import said
from .spoken import notes_of, said_on_slide, size_for

WIDE, HIGH = Inches(13.333), Inches(7.5)
LEFT, ACROSS = Inches(0.8), Inches(11.73)
TOP, DOWN = Inches(1.75), Inches(4.9)
FIRST, WORDS = 0, 1  # the layouts of a first slide, and of one with words


@dataclass(frozen=True)
class Maker:
    """Makes slides of one sheet, in the colours of the site, as of a day."""

    sheet: Sheet
    colours: Mapping[str, str]
    day: datetime

    def file(self) -> bytes:
        """The whole file."""
        show = Presentation()
        show.slide_width, show.slide_height = WIDE, HIGH
        self._properties(show.core_properties)
        dress(show, self.colours)
        self._first(show)
        for section in self.sheet.sections:
            self._slide(show, section)
        self._last(show)
        out = BytesIO()
        show.save(out)
        return same_bytes(out.getvalue(), self.day)

    def _properties(self, properties: Any) -> None:
        sheet = self.sheet
        properties.title = f"{sheet.title}, {sheet.site}"
        properties.subject = sheet.what
        properties.author = properties.last_modified_by = sheet.partnership
        properties.language = sheet.lang
        properties.version = sheet.version
        properties.comments = sheet.status
        properties.created = properties.modified = self.day.replace(tzinfo=None)
        properties.revision = 1

    def _first(self, show: Any) -> None:
        """The title, whose it is, and whether it is a draft."""
        slide = self._new(show, FIRST, self.sheet.title)
        slide.background.fill.solid()
        slide.background.fill.fore_color.rgb = self._colour("deep")
        title, below = slide.shapes.title, slide.placeholders[1]
        place(title, LEFT, Inches(1.4), ACROSS, Inches(1.9))
        self._say(title, [self.sheet.title], 44, "on-deep", bold=True)
        place(below, LEFT, Inches(3.6), Inches(9), Inches(2.8))
        lines = [self.sheet.partnership, self._edition()]
        self._say(below, [*lines, *self._draft()], 24, "on-deep")
        if self.sheet.lead.url:
            png, size = BytesIO(code_png(self.sheet.lead.url)), Inches(2.2)
            code = slide.shapes.add_picture(png, Inches(10.3), Inches(4.4), size, size)
            describe(code, f"Square code that opens {self.sheet.lead.words}")
        self._note(slide, [self.sheet.status, self.sheet.lead.words])

    def _slide(self, show: Any, section: Section) -> None:
        slide = self._new(show, WORDS, section.title)
        drawn = [b for b in section.blocks if b.look in ("call", "scale")]
        words = list(said_on_slide(b for b in section.blocks if b not in drawn))
        self._words(slide, words, size_for(words))
        top = int(TOP)
        for block in drawn:
            draw = self._call if block.call else self._scale
            top = draw(slide, block, top)
        self._foot(slide)
        self._note(slide, list(notes_of(section)))

    def _last(self, show: Any) -> None:
        """Where it all comes from."""
        slide = self._new(show, WORDS, "Where this comes from")
        sources = [f"{n}. {s}" for n, s in enumerate(self.sheet.sources, 1)]
        lines = [*sources, self.sheet.status, self.sheet.lead.words]
        self._words(slide, lines, 11)
        self._foot(slide)

    def _new(self, show: Any, layout: int, title: str) -> Any:
        slide = show.slides.add_slide(show.slide_layouts[layout])
        box = slide.shapes.title
        place(box, LEFT, Inches(0.55), ACROSS, Inches(1.0))
        self._say(box, [title], 36, "deep", bold=True)
        box.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        return slide

    def _words(self, slide: Any, lines: list[str], size: int) -> None:
        """The box for words; without any it goes, so that no empty one is left."""
        body = slide.placeholders[1]
        if not lines:
            body.element.getparent().remove(body.element)
            return
        place(body, LEFT, TOP, ACROSS, DOWN)
        self._say(body, lines, size, "ink")

    def _call(self, slide: Any, block: Block, top: int) -> int:
        """A number, with when to ring it."""
        call = block.call
        assert call is not None
        kind, high = MSO_SHAPE.ROUNDED_RECTANGLE, Inches(1.3)
        box = slide.shapes.add_shape(kind, LEFT, Emu(top), ACROSS, high)
        self._fill(box, "alert" if call.phone == "999" else "deep", said(call))
        lines = [f"{call.when}: {call.phone}", call.name]
        self._say(box, lines, 20, "on-deep", first=32)
        return top + Inches(1.5)

    def _scale(self, slide: Any, block: Block, top: int) -> int:
        """The continuum as steps that grow, each a shape with its word in it."""
        count = len(block.entries)
        for index, entry in enumerate(block.entries):
            share = index / max(count - 1, 1)
            width = Emu(int(ACROSS * (0.6 + 0.4 * share)))
            kind, high = MSO_SHAPE.RECTANGLE, Inches(0.78)
            box = slide.shapes.add_shape(kind, LEFT, Emu(top), width, high)
            dark = share > 0.6
            words = f"{index + 1}. {entry.name}"
            self._fill(box, "deep" if dark else "cool", f"Step {words}")
            self._say(box, [words], 24, "on-deep" if dark else "ink")
            top += Inches(0.88)
        return top

    def _fill(self, box: Any, colour: str, described: str) -> None:
        box.fill.solid()
        box.fill.fore_color.rgb = self._colour(colour)
        box.line.fill.background()
        box.shadow.inherit = False
        box.name = described
        describe(box, described)

    def _foot(self, slide: Any) -> None:
        line = slide.shapes.add_textbox(LEFT, Inches(6.9), ACROSS, Inches(0.4))
        line.name = "Edition, and the number of the slide"
        words = ". ".join([self._edition(), *self._draft()])
        self._say(line, [f"{words}. Slide "], 12, "ink-soft")
        number_it(line, 12, self._colour("ink-soft"), self.sheet.lang)

    def _edition(self) -> str:
        return f"{self.sheet.site}, {self.sheet.day}, {self.sheet.version}"

    def _draft(self) -> list[str]:
        return [f"Draft: {self.sheet.draft}"] if self.sheet.draft else []

    def _note(self, slide: Any, lines: list[str]) -> None:
        slide.notes_slide.notes_text_frame.text = "\n".join(lines)

    def _say(
        self, shape: Any, lines: list[str], size: int, colour: str, **k: Any
    ) -> None:
        say(shape, lines, size, self._colour(colour), lang=self.sheet.lang, **k)
        _to_the_left(shape)

    def _colour(self, name: str) -> Any:
        return colour_of(self.colours, name)


def _to_the_left(shape: Any) -> None:
    for paragraph in shape.text_frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
