"""Steps: short lists of things to do."""

from typing import Annotated

from pydantic import Field

from ..fields import ContactIds, Pages, Slug, Text
from ..kind import Found, Kind, Rule, Told
from ..records import Fact


class Step(Fact):
    """One thing to do. Steps of one group are shown in the order written."""

    group: Slug
    """Which list it belongs to. Example: respond"""
    name: Text
    """The action, in a few words. Example: Phone the front door"""
    text: Text
    """One to three short sentences. For a number, list the contact in `contacts`."""
    contacts: ContactIds = ()
    """Ids of contacts to show beside the step. Example: [front-door]"""
    pages: Pages = ()
    """Addresses of pages on this site that say more. Example: [/route/]"""
    more: Text | None = None
    """What a reader in a hurry need not read: it is folded away under the step."""
    lines: Annotated[int, Field(ge=1, le=12)] = 2
    """How many ruled lines it has on a sheet to print and fill in by hand."""


def told(step: Step) -> Told:
    """A step by its action."""
    return Told(step.name)


STEPS = Kind(
    name="steps",
    extends=True,
    model=Step,
    title="STEPS: short lists of things to do",
    about=(
        "Each record is one thing to do. Records with the same `group` make one"
        " list, and they show in the order in which they stand here. To move a "
        "step, move its whole record.",
        "The groups: `respond`, what to do now with a worry; `listen`, when a "
        "child tells you; `avoid`, what not to do; `images`, when a nude image "
        "of a child is involved; `dsl-first-hour`, the first hour for a "
        "designated safeguarding lead; `safety-plan`, in a school or college; "
        "`parents`, what to tell parents; `prepare`, what to have ready for a "
        "meeting about a child; `call` and `record`, sheets to fill in by hand; "
        "`plan-together`, planning and working together; `team-session`, seven "
        "minutes for a team; `link`, how to link to this site.",
    ),
    rules=(Rule("`text` has at most three sentences.", "step-long"),),
    search=(Found("step", 0.9, "What to do", told, later=True),),
    example="""\
- id: prepare-first
  group: prepare
  name: Write it down
  text: Write down what you know.
  # may be left out
  contacts: [example-helpline]
  # may be left out
  pages: [/prepare/]
  # may be left out
  more: Use the child's own words.
  # may be left out
  lines: 3
  standing: site's own
  # may be left out
  evidence: stated
  sources: [example-guide]
""",
)
