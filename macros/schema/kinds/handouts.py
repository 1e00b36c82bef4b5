"""Hand-outs: what travels on paper, in a message or on a slide, and what is in it."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from ..fields import AudienceIds, Pages, Ref, Slug, Text, Texts, one_or_many
from ..kind import Kind, Rule
from ..records import Record

# What a part shows: a kind, and which of its records, as a page would ask for them.
Shown = Annotated[
    str, StringConstraints(pattern=r"^[a-z.]+/[a-z0-9]+([- ][a-z0-9]+)*$")
]
Shows = Annotated[tuple[Shown, ...], BeforeValidator(one_or_many)]
PieceId = Annotated[Slug, Ref("handouts.pieces")]


class Piece(Record):
    """One thing to hand out, pin up, hold or show."""

    name: Text
    """What people see. Example: One-minute guide"""
    what: Text
    """What it is for, in few words."""
    audiences: AudienceIds
    """The ids of the audiences that it is for, from site.yml."""
    takes: Text
    """How long it takes, in a few words. Example: One minute to read"""
    form: Literal[
        "sheet",
        "poster",
        "card",
        "session",
        "quiz",
        "check",
        "slip",
        "lines",
        "slides",
    ]
    """What it looks like. `sheet`: to read. `poster`: for a wall. `card`: for a desk or
    a pocket. `session`: for whoever leads a team, with slips to fill in. `quiz`:
    questions, and their answers on another side. `check`: questions to tick before and
    after, and their answers. `slip`: tables to fill in, which is a spreadsheet as well.
    `lines`: steps with lines to write on. `slides`: one part is one slide."""
    sides: Annotated[int, Field(ge=1, le=40)]
    """How many sides it fills at most. The build stops where it fills more."""
    pages: Pages
    """Addresses of pages of this site. Its square code leads to the first of them that
    this place has. Example: [/panel/]"""


class Part(Record):
    """One part of a hand-out. Parts show in the order written."""

    piece: PieceId
    """The id of the hand-out that it is a part of."""
    title: Text
    """Its heading, or the title of a slide. Example: What it is"""
    show: Shows = ()
    """What it shows: kinds, with a record of each or a role. What a place has not said
    shows as to be confirmed. Example: [panel/lead, contacts/front door]"""
    text: Text | None = None
    """Words of our own above all that. They are no facts: a fact is a record."""
    items: Texts = ()
    """A list of our own below that, each starting with a dash. No facts here either."""
    full: Literal["yes", "no"] = "yes"
    """no to show of each record its name alone, or its first sentence."""
    write: Texts = ()
    """What a reader fills in, one line for each. Example: [What we will change]"""
    table: Texts = ()
    """The columns of a table to fill in. The spreadsheet of a slip adds up the columns
    that begin with How many, for each agency of the first. Example: [Name, Team]"""
    minutes: int | None = None
    """How many minutes to talk about it, on a slide or in a session."""
    notes: Text | None = None
    """What whoever speaks should know. On slides it stands in the notes, with the whole
    text of all that the slide shows."""


PIECES = Kind(
    name="handouts.pieces",
    spare=True,
    model=Piece,
    title="HANDOUTS: what travels on paper, in a message or on a slide",
    about=(
        "Each piece becomes a PDF, a plain text for an e-mail, and for slides a file "
        "that a trainer can change. All of them are made of the same facts as the "
        "pages, for every place, and the page /kit/ offers them.",
        "The parts say what is in each piece. They name records, so a fact that "
        "changes is changed here too. Their own words hold no facts.",
        "What `show` may name: `panel/` and a part of panel.yml (panel/purpose), "
        "`passages/` and an id, or the question of that id, `contacts/` and an id or "
        "a role (contacts/front door), `steps/` and a group (steps/respond), "
        "`terms/`, `questions/`, `gaps/` and an id, `continuum/steps`, "
        "`continuum/caveats`, `audit/points`, `audit/themes`, `audit/actions`.",
    ),
    rules=(
        Rule("`show` names what there is.", "handout-shows"),
        Rule("Each piece has a part.", "handout-empty"),
    ),
    example="""\
pieces:
  - id: example-sheet
    name: The example sheet
    what: It shows what a sheet is.
    audiences: [everyone]
    takes: One minute to read
    # or: poster, card, session, quiz, check, slip, lines, slides
    form: sheet
    sides: 1
    pages: [/prepare/]
""",
)

PARTS = Kind(
    name="handouts.parts",
    spare=True,
    model=Part,
    about=("What is in each piece, in order.",),
    example="""\
parts:
  - id: example-sheet-who
    piece: example-sheet
    title: Whom to ring
    # may be left out, as may all below it
    show: [contacts/example-helpline]
    text: Keep this where you can see it.
    items: [By the phone, On the door]
    full: "yes"
    write: [What we will change]
    table: [Name, Team]
    minutes: 1
    notes: Ask who has rung before.
""",
)
