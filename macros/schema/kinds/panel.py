"""What a partnership has published of its panel."""

from typing import Literal

from ..fields import ContactIds, StepIds, Text, Texts
from ..kind import QUOTATIONS, Found, Kind, Rule, Told
from ..records import Fact


class PanelFact(Fact):
    """One thing that a source says of the panel."""

    part: Literal[
        "lead",
        "at a glance",
        "purpose",
        "cases",
        "first step",
        "members",
        "background",
    ]
    """Which part of the panel page it belongs to: `lead` is its first sentence, and `at
    a glance` its box of a few words each. Records of one part are shown in the order
    written here."""
    name: Text
    """A short heading. Example: Access to experienced professionals"""
    text: Text
    """What the source says, in our own words. Say `prioritises`, never `only`."""
    more: Text | None = None
    """The rest of it, folded away below the text."""
    items: Texts = ()
    """A list below the text, where the source has one."""
    contacts: ContactIds = ()
    """Ids from contacts.yml. Their numbers are shown below the text."""
    ages: Text | None = None
    """The ages that it is about, for the picture: the first and the last of them, or
    the value that holds them. It goes with `continuum`. Example: 10-17"""
    continuum: StepIds = ()
    """The words of the continuum that it is about, for the picture, by their ids. It
    goes with `ages`. Example: [abusive, violent]"""
    quote: Text | None = None
    """The source's exact words, under 30 words, without quotation marks: the page adds
    them. Example: Give professionals access to a panel of professionals"""


def told(fact: PanelFact) -> Told:
    """A fact by its heading."""
    return Told(fact.name)


PANEL = Kind(
    name="panel",
    local=True,
    model=PanelFact,
    title="PANEL: what the partnership has published about its panel",
    about=(
        "One record for each thing that a source says. If the partnership has "
        "not published it, it does not belong here: write it in gaps.yml "
        "instead, as a question. Never fill a hole with a guess.",
        "Where a part has no record, the panel page shows its question: "
        "panel-purpose, panel-cases, panel-first-step, panel-members or "
        "panel-background. So the first record of a part says which it `answers`.",
    ),
    rules=(
        *QUOTATIONS,
        Rule("Say `prioritises`, never `only`.", "panel-only"),
        Rule("`ages` is two ages up to 18, and goes with `continuum`.", "ages-drawn"),
        Rule("`quote` has no quotation marks: the page adds them.", "quote-marks"),
        Rule("No names of people.", "person-named"),
    ),
    search=(Found("fact", 0.92, "The panel", told, later=True),),
    example="""\
- id: example-purpose
  # or: lead, at a glance, cases, first step, members, background
  part: purpose
  name: Advice
  text: The panel gives advice.
  # may be left out, as may the next five
  more: It also listens.
  items: [To professionals, To partner agencies]
  contacts: [example-helpline]
  ages: 10-17
  continuum: [first]
  quote: The panel gives advice
  standing: published
  # may be left out
  evidence: stated
  sources: [example-guide]
""",
)
