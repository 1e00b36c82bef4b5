"""What somebody in a crisis types, and the card that search then shows first."""

from ..fields import ContactIds, Pages, Text, Texts
from ..kind import Kind
from ..records import Fact, Record


class CrisisWords(Record):
    """Single words that mean much the same when somebody cries for help."""

    words: Texts = ()
    """Words that are looked for with all their endings: `touch` does for touched and
    touching. Example: [touch, grab]"""
    exactly: Texts = ()
    """Words that are looked for as they stand, also in other languages. Put `no`, `on`
    and `yes` in quotes. Example: [felt, dotyka]"""


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
    always: Texts
    """Phrases that bring it up wherever they stand in what is typed. Only what nobody
    types who looks something up. Example: [kill myself]"""
    alone: Texts = ()
    """Words that bring it up where nothing else is typed but small words. Example:
    [suicide]"""


WORDS = Kind(
    name="crisis.words",
    model=CrisisWords,
    title="CRISIS: what search shows first to somebody who needs help now",
    about=(
        "Search asks this before anything else. What is in `always` and `alone` of a "
        "card brings it up. Everything else that is typed is weighed by what was "
        "learned from the lists of tests/search/: publish/cries.txt, a table that you "
        "can read. The words come first, each group under the name that the table "
        "calls it by: a group weighs alike for all of its words.",
        "People type plain words, and children type a child's words. They stand "
        "here so that help is found, and no page shows them. Keep them few, and "
        "never a word that only shocks.",
        "After a change to the words type `make site`, then `.venv/bin/python "
        "benchmarks/cries.py`, which learns the table again, and `make test`.",
    ),
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
        "The cards, most urgent first. Speak to the person who types, in words for a "
        "frightened child: short, warm, and no detail of what happened. The last is "
        "for anybody: it is shown to whom none of the others is likely to fit.",
    ),
    example="""\
cards:
  - id: harmed
    who: a child, for themselves
    title: It is not your fault
    first: Tell an adult you trust today.
    contacts: [example-helpline]
    pages: [/prepare/]
    always: [touched me]
    # may be left out
    alone: [touched]
    standing: to be confirmed
    # may be left out
    evidence: stated
    sources: [example-guide]
""",
)
