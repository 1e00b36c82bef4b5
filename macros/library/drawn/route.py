"""The whole tree of questions and answers: each box leads to its place on the page."""

from dataclasses import dataclass, field

from ...schema.kinds.routes import RouteAnswer, RouteQuestion
from ..page import Page
from ..ways import Ways, ways_of
from .lines import lines_of

WIDE, EDGE, IN = 340, 2, 20  # how wide it is, what is left free, how far it goes in
BOLD, SMALL = 8.4, 6.7  # how wide a letter is, of a name and of the words of a choice
LINE, PAD, AIR = 18, 8, 10  # how tall a line is; what is free in a box and below it


@dataclass(frozen=True)
class Box:
    """A question or an answer where it stands; `again` if it stands above as well."""

    step: RouteQuestion | RouteAnswer
    x: int
    y: int
    lines: list[str]
    again: bool = False

    @property
    def wide(self) -> int:
        """How wide it is: to the right edge."""
        return WIDE - EDGE - self.x

    @property
    def tall(self) -> int:
        """How tall it is, by its lines."""
        return LINE * len(self.lines) + PAD


@dataclass
class Drawing:
    """What is drawn so far: boxes, the words of choices, and lines between them."""

    ways: Ways
    boxes: list[Box] = field(default_factory=list)
    words: list[tuple[int, int, str]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    said: list[tuple[RouteQuestion, list[tuple[str, str]]]] = field(
        default_factory=list
    )
    y: int = EDGE

    def question(self, step: RouteQuestion, x: int) -> None:
        """A question with all below it, from where the drawing has come to."""
        box = self._box(step, step.question, x)
        if box.again:
            return
        self.said.append((step, []))
        told, spine, end = self.said[-1][1], x + IN // 2, self.y
        for choice in self.ways.choices.get(step.id, ()):
            to = self.ways.next_to(choice)
            if to is None:
                continue
            end = self.y + LINE // 2 - 2
            self.lines.append(f"M{spine} {end}h{IN // 2 + 2}")
            letters = int((WIDE - x - IN - PAD) / SMALL)
            for line in lines_of(choice.say, letters):
                self.words.append((x + IN + 4, self.y + LINE - 5, line))
                self.y += LINE
            if isinstance(to, RouteQuestion):
                told.append((choice.say, to.question))
                self.question(to, x + IN)
            else:
                told.append((choice.say, to.name))
                self._box(to, to.name, x + IN)
        self.lines.append(f"M{spine} {box.y + box.tall}V{end}")

    def _box(self, step: RouteQuestion | RouteAnswer, name: str, x: int) -> Box:
        again = any(box.step is step for box in self.boxes)
        letters = int((WIDE - EDGE - x - 2 * PAD) / BOLD)
        box = Box(step, x, self.y, lines_of(name, letters), again)
        self.boxes.append(box)
        self.y += box.tall + AIR
        return box


def tree(page: Page) -> dict[str, object] | None:
    """The whole tree, drawn and in words, or nothing where there is no question."""
    ways = ways_of(page.data)
    if ways.start is None:
        return None
    drawing = Drawing(ways)
    drawing.question(ways.start, EDGE)
    return {"drawing": drawing, "line": LINE, "pad": PAD, "wide": WIDE}
