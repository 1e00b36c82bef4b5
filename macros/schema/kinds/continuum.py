"""Hackett's continuum: its steps, and the warnings that stand beside them."""

from pydantic import BaseModel, ConfigDict

from ..fields import SomeTexts, SourceIds, Standing, Text, Texts
from ..kind import Found, Kind, Rule, Told
from ..records import Fact


class Response(BaseModel):
    """What a step of the continuum asks of the practitioner."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, use_attribute_docstrings=True
    )

    asks: SomeTexts
    """Two to four short lines."""
    standing: Standing
    """Always site's own: the response is our summary and no part of Hackett's work."""
    sources: SourceIds
    """The ids of the records in sources.yml that the summary draws on."""


class ContinuumStep(Fact):
    """One of Hackett's five steps, described at guidance level."""

    name: Text
    """Hackett's word. Example: Inappropriate"""
    also: Texts = ()
    """Other names that people search for. Example: [typical behaviour]"""
    summary: Text
    """One or two sentences in plain English."""
    characteristics: SomeTexts
    """Three to six short lines, each starting with a dash."""
    response: Response
    """What the step asks of the practitioner, with `asks`, `standing` and `sources` of
    its own, indented below it."""


class Caveat(Fact):
    """A warning that must stand beside the continuum wherever it is shown."""

    text: Text
    """The warning in our own words."""


def told(step: ContinuumStep) -> Told:
    """A step by its word, and by what else it is called."""
    return Told(step.name, step.summary, step.also)


STEPS = Kind(
    name="continuum.steps",
    extends=True,
    model=ContinuumStep,
    title="CONTINUUM: Hackett's five steps (2010), and the warnings beside them",
    about=(
        "The five steps, from expected behaviour to the most serious. Their ids"
        " never change. The descriptions stay general: no examples of acts.",
    ),
    rules=(
        Rule("Never add a colour: Hackett's steps have none.", "colour"),
        Rule("`response` is always the site's own.", "response-standing"),
        Rule("`asks` has two to four lines.", "response-asks"),
        Rule("`characteristics` has three to six lines.", "characteristics"),
        Rule("`summary` has at most three sentences.", "summary-long"),
    ),
    search=(Found("step", 0.9, "What to do", told, later=True),),
    example="""\
steps:
  - id: first
    name: First
    # may be left out
    also: [one]
    summary: The first step.
    characteristics: [It comes first, It is short, It is not real]
    response:
      asks: [Read on, Ask someone]
      standing: site's own
      sources: [example-guide]
    standing: published
    # may be left out
    evidence: stated
    sources: [example-guide]
""",
)

CAVEATS = Kind(
    name="continuum.caveats",
    extends=True,
    model=Caveat,
    about=("One warning in each record.",),
    example="""\
caveats:
  - id: not-real
    text: This continuum is an example.
    standing: site's own
    # may be left out
    evidence: stated
    sources: [example-guide]
""",
)
