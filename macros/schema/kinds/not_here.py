"""What people look for that this site does not hold, and where to go for it."""

from ..fields import ContactIds, Pages, SomeTexts, Text
from ..kind import Kind
from ..records import Fact


class NotHere(Fact):
    """Something that people look for and that this site does not hold."""

    name: Text
    """What it is, as the start of `... is not on this site`. Example: A booking form"""
    also: SomeTexts
    """What people type for it. All words of one of these must be in the search, so a
    short one catches much. Example: [booking form, book a place]"""
    says: Text
    """Where to go for it, in one or two short sentences. If nobody published that, say
    whom to ask. Example: Ask whoever runs the training."""
    contacts: ContactIds = ()
    """Ids of contacts that can help. Example: [example-helpline]"""
    pages: Pages = ()
    """The nearest page of this site that does help, if there is one. Example:
    [/prepare/]"""


NOT_HERE = Kind(
    name="not-here",
    model=NotHere,
    title="NOT HERE: what people look for that this site does not hold",
    about=(
        "Search says it plainly, instead of showing something that only sounds "
        "alike. Nothing of this file is shown on a page.",
        "When the site comes to hold it, delete the record.",
    ),
    example="""\
- id: booking
  name: A booking form
  also: [booking form, book a place]
  says: Ask whoever runs the training.
  # may be left out, as may the next
  contacts: [example-helpline]
  pages: [/prepare/]
  # or: published, to be confirmed
  standing: site's own
  # may be left out
  evidence: stated
  sources: [example-guide]
""",
)
