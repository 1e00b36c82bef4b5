"""Links: what a school, a service or another website can take from this site."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ..fields import AudienceIds, PagePath, Ref, Slug, Text
from ..kind import Kind, Rule
from ..records import Record
from .handouts import Shows

GO, EMBED, FACTS = "/go/", "/embed/", "/data/"  # below which they stand
PageHere = Annotated[PagePath, Ref("pages")]
LinkId = Annotated[Slug, Ref("links.pages")]


class Link(Record):
    """A page that others link to: its words, its short address and its square code."""

    page: PageHere
    """The address of a page of this site. A place that has not this page does not offer
    it. Example: /prepare/"""
    name: Text
    """The words of the link. They make sense alone. Example: What to have ready"""
    sentence: Text
    """What the page is for, in one sentence. Example: What to have ready when you
    ring."""
    audiences: AudienceIds
    """The ids of the audiences that it is for, from site.yml."""

    @property
    def short(self) -> str:
        """Its short address."""
        return f"{GO}{self.id}/"


class LinkWords(Record):
    """A few sentences in which others name a page of this site."""

    link: LinkId
    """The id of the page that they name."""
    place: Literal["newsletter", "policy", "parents", "staff"]
    """Where they are to stand. `newsletter`: news for staff or homes. `policy`: a
    policy. `parents`: a page for parents and carers. `staff`: a page for staff."""
    text: Text
    """The sentences. They name the page by the words of its link, and hold no number
    and no address."""


class Embed(Record):
    """A small page that other websites may show inside one of theirs."""

    named_by: ClassVar[str] = "embed-{0.id}"

    name: Text
    """Its heading. Example: Who to ring"""
    what: Text
    """What it shows, in one sentence."""
    show: Annotated[Shows, Field(min_length=1)]
    """What it shows: kinds, with a record of each or a role, as in handouts.yml. What a
    place has not said shows as to be confirmed. Example: [contacts/example-helpline]"""
    full: Literal["yes", "no"] = "yes"
    """no to show of each record its name alone, or its first sentence."""
    page: PageHere
    """The page of this site that says all of it. Example: /prepare/"""
    height: Annotated[int, Field(ge=120, le=2000)]
    """How high a window others should give it, in dots. Example: 400"""

    @property
    def address(self) -> str:
        """Where it stands."""
        return f"{EMBED}{self.id}/"


class Opened(Record):
    """Facts that other programs may read: one file, named after the id."""

    name: Text
    """What people call it. Example: Who to ring"""
    what: Text
    """What is in it, in one sentence."""
    of: Literal["contacts", "continuum.steps", "panel", "terms"]
    """The kind of record that is in it. Only what is published, or confirmed by the
    partnership, gets there."""


LINKS = Kind(
    name="links.pages",
    spare=True,
    model=Link,
    title="LINKS: what others can take: links, short addresses, embeds and data",
    about=(
        "The pages that others are likely to link to. Each gets a short address, "
        "/go/ and its id, which lasts, and stands on /schools/link-kit/ with HTML to "
        "copy. It gets a square code there as soon as site.yml has an `address`.",
    ),
    example="""\
pages:
  - id: ready
    page: /
    name: Where to start
    sentence: The number to ring, and what to have ready.
    audiences: [everyone]
""",
)
WORDS = Kind(
    name="links.words",
    spare=True,
    model=LinkWords,
    about=("Words for each of them, to paste. They are no facts of the place.",),
    rules=(Rule('Words name their link, in "double quotes".', "words-without-link"),),
    example="""\
words:
  - id: ready-newsletter
    link: ready
    # or: policy, parents, staff
    place: newsletter
    text: Are you about to ring? Read "Where to start" first.
""",
)
EMBEDS = Kind(
    name="links.embeds",
    spare=True,
    model=Embed,
    about=(
        "Small pages without a script, /embed/ and the id, which other websites may "
        "show inside theirs. No other page may be shown so. The build stops where one "
        "weighs more than 6,000 bytes.",
    ),
    rules=(
        Rule("`show` names what there is.", "embed-shows"),
        Rule("The continuum has its warnings beside it.", "embed-caveats"),
    ),
    example="""\
embeds:
  - id: who
    name: Who to ring
    what: The number to ring.
    show: [contacts/example-helpline]
    # may be left out
    full: "yes"
    page: /
    height: 400
""",
)
OPENED = Kind(
    name="links.facts",
    spare=True,
    model=Opened,
    about=(
        "Files of facts for other programs, /data/ and the id, with all that "
        "publish/links/shapes.py says of each kind. /data/ tells of them.",
    ),
    example="""\
facts:
  - id: contacts
    name: Who to ring
    what: Whom to ring, and when.
    # or: continuum.steps, panel, terms
    of: contacts
""",
)
