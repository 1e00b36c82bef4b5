"""Figures: every statistic that the site may show."""

from ..fields import Text
from ..kind import Kind, Rule
from ..records import Fact


class Figure(Fact):
    """A statistic. Never shown without place, year and what was counted."""

    figure: Text
    """The figure as a whole sentence, close to the source's own wording. Keep small
    words such as `or sometimes`: they change the meaning."""
    place: Text
    """Where it was counted. Example: England and Wales"""
    year: Text
    """When it was counted, or the edition, in quotes. Example: "2023" """
    counted: Text
    """Who or what was counted, and by whom. Example: Offences recorded by 44 forces."""
    caveat: Text
    """What the figure does not show. Printed beside it. Example: A small sample, so not
    a rate."""


FIGURES = Kind(
    name="figures",
    extends=True,
    model=Figure,
    one="figure",
    title="FIGURES: every statistic that the site may show",
    about=(
        "A figure out of its setting can mislead, so no figure is ever shown "
        "without its place, its year, what was counted, and a warning. If you "
        "do not know one of these, do not add the figure.",
        "Name the child first: `a child aged 10 to 17 was the suspect`. Do not "
        "add two figures together, and do not set figures that count different "
        "things side by side as a trend.",
    ),
    rules=(
        Rule("`standing` is always: published.", "figure-standing"),
        Rule("`year` holds a year that has been.", "figure-year"),
    ),
    example="""\
- id: example-count
  figure: The example has [[example-count]] records.
  place: Example
  year: "2026"
  counted: Records in this guide.
  caveat: It says nothing of other guides.
  standing: published
  # may be left out
  evidence: stated
  sources: [example-guide]
""",
)
