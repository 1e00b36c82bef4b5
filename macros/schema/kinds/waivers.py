"""Waivers: what this partnership launches without, why, and until when."""

from pydantic import field_validator

from ..fields import Day, Text
from ..kind import Kind, Rule
from ..records import BETWEEN, IN_ONE_LAYER, Record, refuse_between


class Waiver(Record):
    """One thing that need not be settled before a launch, until a day."""

    model_config = IN_ONE_LAYER
    refuse_between = field_validator(*BETWEEN)(refuse_between)

    item: Text
    """What is waived, by its name in the list of `make launch`. Example: licence"""
    reason: Text
    """Why the site may go out without it, and what is done meanwhile."""
    by: Text
    """The role of who decided that, not a name. Example: the manager of the
    partnership"""
    until: Day
    """The last day on which it holds, written year-month-day, within a year. Example:
    2027-01-31"""


WAIVERS = Kind(
    name="waivers",
    model=Waiver,
    local=True,
    title="WAIVERS: what the site goes out without, and until when",
    about=(
        "`make launch` lists what stands between a draft and a live site. What cannot "
        "be settled in time can be waived: by a role, with a reason, until a day. "
        "After that day it stands in the way again.",
        "A waiver hides nothing: pages still say what is to be confirmed.",
    ),
    rules=(
        Rule("`item` is one of the list of `make launch`.", "waiver-item"),
        Rule("`until` is at most a year ahead.", "waiver-long"),
    ),
    example="""\
- id: licence-later
  item: licence
  reason: The lawyers have it, and nobody reuses our words meanwhile.
  by: the manager of the partnership
  until: 2027-01-31
""",
)
