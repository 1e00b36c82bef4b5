"""Passages: what one place says, in the words that its pages show."""

from typing import Annotated

from pydantic import field_validator

from ..fields import ANY, Addition, ContactIds, Pages, Ref, Text, Texts
from ..kind import Kind, Rule
from ..records import BETWEEN, IN_ONE_LAYER, Fact, refuse_between


class Passage(Fact):
    """Words of this partnership for a page, or for the end of a national record."""

    model_config = IN_ONE_LAYER
    refuse_between = field_validator(*BETWEEN)(refuse_between)

    text: Text
    """What is so here, in our own words. An empty line starts a new paragraph."""
    items: Texts = ()
    """A list below the text, where the source has one."""
    contacts: ContactIds = ()
    """Ids from contacts.yml. Their numbers are shown below the text."""
    pages: Pages = ()
    """Where to read on: addresses of pages of this site. Example: [/panel/,
    /respond/]"""
    after: Annotated[Addition | None, Ref(ANY)] = None
    """The kind and the id of a record, mostly of data/national/. The text is shown at
    its end, wherever it is shown in full. Example: terms/example-plan"""


PASSAGES = Kind(
    name="passages",
    model=Passage,
    local=True,
    title="PASSAGES: what this partnership says, in its own words",
    about=(
        "The pages of docs/ are true everywhere. Where something differs from place "
        'to place, a page asks for a passage, with {{ passage("example-route") }}, '
        "and shows the record of that id. If there is none, the page shows the "
        "question of the same id from gaps.yml instead. So a page is never silent, "
        "and never shows what another place says.",
        "A passage answers the question of its own id. With `answers`, any record of "
        "data/local/ answers others: a question that is answered is not listed as "
        "open.",
        "With `after`, a passage adds to a record of data/national/, such as a term: "
        "it is shown at the end of that record, with its own sources.",
    ),
    rules=(
        Rule("Each passage is shown by a page, or adds to a record.", "passage-lost"),
        Rule("`after` names a kind of record that can show it.", "addition-lost"),
        Rule("No names of people.", "person-named"),
    ),
    example="""\
- id: example-route
  text: Families here may ring the example helpline.
  # may be left out, as may the next three
  items: [By day, By night]
  contacts: [example-helpline]
  pages: [/prepare/]
  after: terms/example-plan
  standing: published
  # may be left out
  evidence: stated
  sources: [example-guide]
""",
)
