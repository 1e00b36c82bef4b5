"""Campaign: words to send, post or pin up, each for its audience, and when to use them.

The words are facts as all others: on whose word they stand, and on which sources.
"""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from ..fields import AudienceIds, ContactIds, Pages, Ref, Slug, Text, Texts, one_or_many
from ..kind import Kind, Rule
from ..records import Fact

MessageIds = Annotated[
    tuple[Slug, ...],
    BeforeValidator(one_or_many),
    Field(min_length=1),
    Ref("campaign.texts"),
]


class Message(Fact):
    """One text to copy: it shows with its numbers and with where it leads."""

    use: Literal["bulletin", "signature", "tile", "post"]
    """What it is for. `bulletin`: an item of a newsletter. `signature`: below an
    e-mail. `tile`: a box on a page of an intranet. `post`: a message with a picture."""
    name: Text
    """What this page calls it. Example: For staff, 50 words"""
    audiences: AudienceIds
    """The ids of the audiences that it is for, from site.yml."""
    words: Annotated[int, Field(ge=20, le=400)] | None = None
    """How many words it is to have. The build counts them, and a tenth more or less is
    fine. Title, numbers and address are not counted."""
    title: Text | None = None
    """Its subject or headline."""
    text: Text
    """What it says. An empty line starts a new paragraph."""
    items: Texts = ()
    """A list below the text."""
    picture: Text | None = None
    """The words of its picture, few and large. What is said instead of the picture is
    made of them. Example: You do not need proof"""
    contacts: ContactIds = ()
    """Ids or roles from contacts.yml. Their numbers stand below the text. Example:
    [front door]"""
    pages: Pages
    """Addresses of pages of this site. It leads to the first of them that this place
    has. Example: [/respond/]"""


class Moment(Fact):
    """A day or a time of the year at which some of the texts fit."""

    name: Text
    """What it is called. Example: Start of a term"""
    when: Text
    """How to find the day: by a rule, or as a source says. Example: In the first week
    of each term"""
    text: Text
    """What to do then."""
    messages: MessageIds
    """The ids of the texts above that fit. Example: [example-item]"""


MESSAGES = Kind(
    name="campaign.texts",
    spare=True,
    model=Message,
    title="CAMPAIGN: words to send, post or pin up, and when to use them",
    about=(
        "The page /kit/campaign/ shows each text to copy, with the numbers of this "
        "place below it. A text that has a `picture` is drawn in two sizes, for a "
        "post. The words go with `make kit` as well.",
        "A text holds no number: name who is to ring under `contacts`. A place that "
        "wants other words writes a record of the same id in data/local/campaign.yml "
        "and says why under `replaces`.",
    ),
    rules=(
        Rule("A text has as many words as `words` says.", "campaign-words"),
        Rule("A post has a `picture`, and nothing else has one.", "campaign-picture"),
        Rule(
            "A `when` that names a month or a year rests on what was read.",
            "campaign-date",
        ),
    ),
    example="""\
texts:
  - id: example-item
    # or: bulletin, signature, tile
    use: post
    name: A post for everyone
    audiences: [everyone]
    # may be left out, as may the next four below text
    words: 20
    title: Whom to ring
    text: >-
      Are you worried about a child? Ring the example helpline and talk it through.
      Nobody there needs proof.
    items: [By day]
    # for a post alone
    picture: You do not need proof
    contacts: [example-helpline]
    pages: [/prepare/]
    # or: published, to be confirmed
    standing: site's own
    # may be left out
    evidence: stated
    sources: [example-guide]
""",
)

MOMENTS = Kind(
    name="campaign.moments",
    spare=True,
    model=Moment,
    about=("When to use what, and how to find the day.",),
    example="""\
moments:
  - id: example-start
    name: Start of a term
    when: In the first week of each term.
    text: Send it to everyone who is new.
    messages: [example-item]
    standing: site's own
    # may be left out
    evidence: stated
    sources: [example-guide]
""",
)
