"""Routes: a few plain questions that lead to whom to contact first."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from ..fields import ContactIds, GapIds, Named, Pages, Ref, Slug, Text, one_or_many
from ..kind import Found, Kind, Rule, Told
from ..records import Fact, Record

QUESTION, ANSWER = "routes.questions", "routes.answers"
QuestionId = Annotated[Slug, Ref(QUESTION)]
MaybeQuestionId = Annotated[Slug | None, Ref(QUESTION)]
MaybeAnswerId = Annotated[Slug | None, Ref(ANSWER)]
# An empty one is told by its own rule, with what to type.
RuleSources = Annotated[tuple[Named, ...], BeforeValidator(one_or_many), Ref("sources")]


class RouteQuestion(Record):
    """One question, with its own place on the page and its own address."""

    named_by = "route-{0.id}"

    question: Text
    """What is asked, in few plain words. Example: Is anyone in danger now?"""
    more: Text | None = None
    """A line below it, for whoever hesitates."""


class RouteChoice(Record):
    """One choice below a question, and the way on from it."""

    of: QuestionId
    """The id of the question that it belongs to."""
    say: Text
    """The words to tap. Example: No, nobody is in danger now"""
    ask: MaybeQuestionId = None
    """The id of the question that comes next. Leave it out where `answer` stands."""
    answer: MaybeAnswerId = None
    """The id of the answer that it leads to. Leave it out where `ask` stands."""
    unsure: Literal["yes", "no"] = "no"
    """yes for the choice of whoever is not sure, one for each question. It leads
    straight to an answer that gives somebody to ring."""


class RouteAnswer(Fact):
    """Where a way ends: whom to contact first, why, and on whose word."""

    named_by = "route-{0.id}"

    name: Text
    """What to do first, in a few words. Example: Ring and ask"""
    first: Text
    """Whom to contact first, in one to three short sentences. For a number, list the
    contact in `contacts`."""
    contacts: ContactIds
    """The ids of the contacts, or roles, most urgent first. Example:
    [example-helpline]"""
    reason: Text
    """Why these come first."""
    panel: Text
    """Whether the panel may be part of the answer, and whom to ask."""
    sources: RuleSources
    """The ids of the records in sources.yml that this rule rests on. Example:
    [example-guide]"""
    gaps: GapIds = ()
    """Ids of questions in gaps.yml that come up here. Each shows as to be confirmed
    until the place answers it."""
    pages: Pages = ()
    """Addresses of pages on this site that say more. Example: [/prepare/]"""


def told(answer: RouteAnswer) -> Told:
    """An answer by what to do first, and whom to contact."""
    return Told(answer.name, answer.first)


QUESTIONS = Kind(
    name=QUESTION,
    spare=True,
    model=RouteQuestion,
    title="ROUTES: a few plain questions that lead to whom to contact first",
    about=(
        "The first question stands at the top, and its choices lead on: to another "
        "question, or to an answer. The page /route/which/ shows them one at a time, "
        "each with an address of its own, and draws the whole tree.",
        "An answer that sends nobody to ring can hurt a child. So whoever is not "
        "sure is sent to somebody who can tell, and no words of an answer say that "
        "there is no need.",
        "A place adds a choice or an answer in its own routes.yml, and a sentence at "
        "the end of an answer with a passage: `after: routes.answers/example-ring`.",
    ),
    rules=(
        Rule("Every question has choices, and every choice one way on.", "route-end"),
        Rule("No way leads back to where it came from.", "route-circle"),
        Rule("A choice leads to every question and answer.", "route-lost"),
        Rule("Every answer is at most five taps away.", "route-long"),
        Rule("Every answer names a contact.", "route-contact"),
        Rule("Every answer has a source.", "route-source"),
        Rule(
            "Of each question one choice is `unsure`, and leads to a number to ring.",
            "route-unsure",
        ),
        Rule("No answer says that there is no need to act.", "route-no-need"),
        Rule("`first` has at most three sentences.", "first-long"),
    ),
    example="""\
questions:
  - id: example-danger
    question: Is anyone in danger now?
    # may be left out
    more: Think of every child.
""",
)

CHOICES = Kind(
    name="routes.choices",
    spare=True,
    model=RouteChoice,
    about=("What may be tapped below each question, in order.",),
    example="""\
choices:
  - id: example-danger-yes
    of: example-danger
    say: Yes, or I cannot tell
    # or, to ask on, ask: the-id-of-the-next-question
    answer: example-ring
    # may be left out
    unsure: "yes"

  - id: example-danger-no
    of: example-danger
    say: No
    answer: example-talk
""",
)

ANSWERS = Kind(
    name=ANSWER,
    spare=True,
    extends=True,
    model=RouteAnswer,
    about=("Where the ways end.",),
    search=(Found("route", 0.5, "Which route?", told, later=True),),
    example="""\
answers:
  - id: example-ring
    name: Ring now
    first: Ring the emergency number.
    contacts: [emergency]
    reason: Danger comes first.
    panel: Ask later whether the panel could help.
    standing: published
    # may be left out
    evidence: stated
    sources: [example-guide]
    # may be left out
    gaps: [example-question]
    # may be left out
    pages: [/prepare/]

  - id: example-talk
    name: Talk it through
    first: Ring the helpline and ask.
    contacts: [example-helpline]
    reason: You need no proof to ask.
    panel: Ask whether the panel could help.
    standing: site's own
    sources: [example-guide]
""",
)
