"""Safety: what can hurt a child if it is missing, wrong or old."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from ..fields import GapIds, Named, Pages, Ref, Slugs, Text, one_or_many
from ..kind import Kind
from ..records import Record

# A role that nobody plays here leaves the list empty: that is what is then said.
Contacts = Annotated[
    tuple[Named, ...], BeforeValidator(one_or_many), Ref("contacts", spare=True)
]
Sources = Annotated[
    tuple[Named, ...], BeforeValidator(one_or_many), Ref("sources", spare=True)
]
StepIds = Annotated[Slugs, Ref("steps")]
QuestionIds = Annotated[Slugs, Ref("questions")]
MustHave = Annotated[
    tuple[Literal["phone", "url", "limit", "hours"], ...], BeforeValidator(one_or_many)
]


class Safety(Record):
    """Something that must be there, be known and be read again in time."""

    what: Text
    """What must be there, in plain words. Example: The number for danger now"""
    contacts: Contacts = ()
    """The contacts that say it, by role or by id. Example: [example-helpline]"""
    must_have: MustHave = ()
    """What each of these contacts must have: `phone`, `url`, `hours`, or `limit` (what
    it cannot keep to itself). Example: [phone]"""
    steps: StepIds = ()
    """The ids of the steps that say it. Example: [prepare-first]"""
    questions: QuestionIds = ()
    """The ids of the questions and answers that say it. Example: [who-to-ask]"""
    sources: Sources = ()
    """Where words of a page say it, and no record: the sources that these rest on.
    Example: [example-guide]"""
    pages: Pages = ()
    """And the page or the place of one. Example: [/prepare/]"""
    open_while: GapIds = ()
    """The ids of the questions in gaps.yml that leave it open while nobody has answered
    them. Example: [example-question]"""
    sort: Literal["number", "law", "other"] | None = None
    """How soon it is to be read again: a `number` after 90 days, `law` after 180,
    `other` after 365. Left out, it is as the record is: one with a phone number is a
    number."""


SAFETY = Kind(
    name="safety",
    model=Safety,
    spare=True,
    title="SAFETY: what can hurt a child if it is missing, wrong or old",
    about=(
        "Each record is one thing that somebody in need must find here. While one is "
        "open or was not read again in time, `make check` says so before anything "
        "else, and a site whose `stage` is live is not built.",
        "Contacts are named by their role where each place has its own. What is needed "
        "in this place and in no other stands in data/local/.",
        "Nothing of this file is shown to visitors: it says what must be true of the "
        "others.",
    ),
    example="""\
- id: danger-now
  what: The number for danger now
  # may be left out, as may all that follow
  contacts: [emergency]
  must_have: [phone]
  steps: [prepare-first]
  questions: [who-to-ask]
  sources: [example-guide]
  pages: [/prepare/]
  open_while: [example-question]
  # or: law, other
  sort: number
""",
)
