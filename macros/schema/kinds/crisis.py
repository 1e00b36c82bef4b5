"""What somebody in a crisis types, and the card that search then shows first."""

from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints

from ..fields import ContactIds, Pages, Text, Texts, one_or_many
from ..kind import Kind, Rule
from ..records import Fact, Record

# `they > touch/hurt > me + not work`: names, what may follow or join them, and no more.
ONE = r"[a-z]+(?:/[a-z]+)*"
PART = rf"(?:(?:not |only )?{ONE}(?: > {ONE})*)"
Fit = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=rf"^{PART}(?: \+ {PART})*$"),
]
Fits = Annotated[tuple[Fit, ...], BeforeValidator(one_or_many), Field(min_length=1)]


class CrisisWords(Record):
    """Words that mean one thing when somebody is in a crisis, however they say it."""

    words: Texts = ()
    """Words that are looked for with all their endings: `touch` does for touched and
    touching. Example: [touch, grab]"""
    exactly: Texts = ()
    """Words and phrases that are looked for as they stand, also in other languages.
    Put `no`, `on` and `yes` in quotes. Example: [felt up, dotyka]"""


class CrisisCard(Fact):
    """A card that comes before every result, with what to do first."""

    who: Text
    """Who is speaking, for the editor: nobody is shown it. Example: a child, for
    themselves"""
    title: Text
    """The card's first line, to the person who typed. Example: It is not your fault"""
    first: Text
    """What to do first, in one or two short sentences. Example: Tell an adult you trust
    today."""
    contacts: ContactIds
    """Ids of the contacts to ring, most urgent first. Example: [example-helpline]"""
    pages: Pages
    """The one page or place that says more. Example: [/prepare/]"""
    fits: Fits
    """What brings it up, one rule a line. A name is one of `words`; `/` between names
    is or. ` > ` means that the next follows soon after, ` + ` that both are there.
    `not` must not be there, and with `only` nothing else is. The first card with a rule
    that fits is shown. Example: [they > touch > me, only help + help]"""


WORDS = Kind(
    name="crisis.words",
    model=CrisisWords,
    title="CRISIS: what search shows first to somebody who needs help now",
    about=(
        "Search asks this table before anything else. The words come first, each "
        "group under the name that the rules of the cards call it by. Spelling "
        "slips, words run together and words torn apart are forgiven by the "
        "search itself: do not list them, unless they are whole other words, such "
        "as dye for die.",
        "People type plain words, and children type a child's words. They stand "
        "here so that help is found, and no page shows them. Keep them few, and "
        "never a word that only shocks.",
        "After a change type `make test`: tests/search/crisis.yml must all bring a "
        "card up, and tests/search/ordinary.yml must not.",
    ),
    rules=(Rule("Each rule names groups of words that are there.", "crisis-word"),),
    example="""\
words:
  - id: they
    # or leave one of the two out
    words: [brother, teacher]
    exactly: [he, she]

  - id: touch
    words: [touch]

  - id: me
    exactly: [me]
""",
)

CARDS = Kind(
    name="crisis.cards",
    model=CrisisCard,
    about=(
        "The cards, most urgent first: the first that fits is shown. Speak to the "
        "person who types, in words for a frightened child: short, warm, and no "
        "detail of what happened.",
    ),
    example="""\
cards:
  - id: harmed
    who: a child, for themselves
    title: It is not your fault
    first: Tell an adult you trust today.
    contacts: [example-helpline]
    pages: [/prepare/]
    fits: [they > touch > me]
    standing: to be confirmed
    # may be left out
    evidence: stated
    sources: [example-guide]
""",
)
