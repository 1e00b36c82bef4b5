"""Values of a few words, each named once for all the places that say it."""

from ..fields import SomeTexts, Text
from ..kind import Kind, Rule
from ..records import Fact


class NamedValue(Fact):
    """A number, name or date that pages and records take from here, by its id."""

    value: Text
    """The words that stand in its place. Example: five"""
    short: Text | None = None
    """A second form of it, for {{ value("panel-ages", "short") }} and [[panel-ages
    short]]."""
    typed: SomeTexts
    """The phrases in which somebody could type it by hand. A * stands for the value,
    its short form, and a small number as a word or in digits. Words in quotation marks
    are quotations, and may be typed. Example: ['* cases']"""


VALUES = Kind(
    name="values",
    spare=True,
    model=NamedValue,
    title="VALUES: numbers, names and dates that stand in many places",
    about=(
        "Each record is one fact of a few words. A page shows it with {{ "
        'value("audit-cases") }}, and a text of data/ with [[audit-cases]]. '
        "Change it here, and it changes in every one of them.",
        'At the start of a sentence write {{ value("audit-cases", "start") }} '
        "or [[audit-cases start]]: it begins with a capital there. A title and a "
        "description ask as data/ does, a heading as a page does, and neither is "
        "looked at for a typed value.",
    ),
    rules=(Rule("The same words are never typed by hand elsewhere.", "typed-value"),),
    example="""\
- id: example-count
  value: ten
  # may be left out
  short: "10"
  typed: ["* records"]
  standing: published
  # may be left out
  evidence: stated
  sources: [example-guide]
""",
)
