"""Gaps: what no source says, asked of the partnership."""

from typing import Literal

from ..fields import ContactId, Text
from ..kind import Kind, Rule
from ..records import Fact


class Gap(Fact):
    """What no source says: asked of the partnership, never guessed."""

    about: Literal["panel", "front door", "audit", "training", "services", "site"]
    """What the question is about."""
    question: Text
    """The question for the partnership, ending in a question mark. Example: Is there a
    form for the panel?"""
    sentence: Text
    """What a page shows until it is answered. It says that we do not know, and hints at
    nothing. Example: The deadline for papers is not published in the sources used
    here."""
    ask: ContactId
    """Whom the reader may ask, an id from contacts.yml."""
    safety: Literal["critical", "usual"] = "usual"
    """`critical` where a child may be less safe while it is open: the front door, out
    of hours, the police, a number in a crisis, the first step. These are asked
    first."""


GAPS = Kind(
    name="gaps",
    model=Gap,
    title="GAPS: the questions that only the partnership can answer",
    about=(
        "Each record is one question. Pages show its sentence in place of the "
        "fact that is missing, and all the questions stand together on a list "
        "that must be settled before the site is launched.",
        "When the partnership answers a question: write the answer as a fact in"
        " its own file of data/local/ (for example passages.yml or panel.yml), "
        "with `answers` and the id of the question. Never write an answer in this"
        " file, and never write what the answer is likely to be.",
        "What any partnership must answer is asked in data/national/. Where our "
        "sources say a little more, a record of data/local/ stands for that one.",
        "`sources` says where we looked. For a question about this site itself,"
        " name the document that the project started from.",
    ),
    rules=(
        Rule("`standing` is always: to be confirmed.", "gap-standing"),
        Rule("`question` ends in a question mark.", "gap-question"),
        Rule("No names of people.", "person-named"),
    ),
    example="""\
- id: example-question
  # or: front door, audit, training, services, site
  about: panel
  question: When does the panel meet?
  sentence: When the panel meets is not published.
  ask: example-helpline
  # may be left out, or: usual
  safety: critical
  standing: to be confirmed
  # may be left out
  evidence: stated
  sources: [example-guide]
""",
)
