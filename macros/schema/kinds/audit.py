"""The audit's briefing: its points, its themes, and what the partnership will do."""

from typing import ClassVar, Literal

from ..fields import Pages, SomeTexts, Text
from ..kind import QUOTATIONS, Kind, Rule
from ..records import Fact


class Point(Fact):
    """One of the briefing's numbered points."""

    named_by: ClassVar[str] = "point-{0.number}"  # as people speak of it

    number: int
    """The briefing's own number, from 1 on."""
    name: Text
    """A short heading. Example: What the audit was"""
    text: Text
    """The point in our own words. An empty line starts a new paragraph."""


class Theme(Fact):
    """One of the audit's themes."""

    name: Text
    """Its name in the briefing. Example: Recognition"""
    worked_well: Text
    """What the briefing says worked well."""
    to_develop: Text
    """What the briefing says to develop."""
    asks: SomeTexts
    """Two or three lines, each starting with a dash: what this asks of the reader. They
    are this site's own suggestions and add no rule. The page says so."""
    pages: Pages = ()
    """Pages of this site that help. Example: [/respond/, /continuum/]"""


class Action(Fact):
    """What the partnership said that it would consider or do."""

    part: Literal["action", "next step"]
    """Which list it belongs to."""
    text: Text
    """The action in our own words."""


POINTS = Kind(
    name="audit.points",
    local=True,
    model=Point,
    title="AUDIT: the partnership's audit briefing, complete, in our own words",
    about=(
        "The briefing's numbered points, in its order.",
        "Keep every careful word of the briefing: `may have`, `in some cases`, "
        "`in some instances`, `in one case`, `not always`, `could have`, `will "
        "consider`. Without them the finding says more than the audit found. "
        "Put the briefing's own words in double quotes, exactly as it has them."
        " No case details.",
    ),
    rules=(
        *QUOTATIONS,
        Rule("`number` rises from 1 on.", "point-number"),
        Rule("A theme asks two or three things.", "theme-asks"),
        Rule("No names of people.", "person-named"),
        Rule("A number that values.yml holds is asked for, not typed.", "typed-value"),
    ),
    example="""\
points:
  - id: first-point
    number: 1
    name: The first point
    text: What it says.
    standing: published
    # may be left out
    evidence: stated
    sources: [example-guide]
""",
)

THEMES = Kind(
    name="audit.themes",
    local=True,
    model=Theme,
    about=("The themes, in the briefing's order.",),
    example="""\
themes:
  - id: first-theme
    name: The first theme
    worked_well: What worked well.
    to_develop: What to develop.
    asks: [What it asks of you, What else it asks]
    # may be left out
    pages: [/prepare/]
    standing: published
    # may be left out
    evidence: stated
    sources: [example-guide]
""",
)

ACTIONS = Kind(
    name="audit.actions",
    local=True,
    model=Action,
    about=("What the partnership said it would consider, and its next steps.",),
    example="""\
actions:
  - id: first-action
    # or: next step
    part: action
    text: What they said that they would do.
    standing: published
    # may be left out
    evidence: stated
    sources: [example-guide]
""",
)
