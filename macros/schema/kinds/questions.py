"""Questions that practitioners ask, and their answers."""

from ..fields import ContactIds, NeedId, Pages, Text, Texts
from ..kind import Found, Kind, Rule, Told, first_sentence
from ..records import Fact


class Question(Fact):
    """A question that practitioners ask, and its answer."""

    question: Text
    """The question, in the asker's own words. Example: Who do I call?"""
    also: Texts = ()
    """Other ways people ask it, in few words. Search finds the answer by each of them.
    Example: [who to ask]"""
    answer: Text
    """Say the answer FIRST, then two to four short sentences. If no source answers, say
    so, and give the safe next step. For a number, list the contact in `contacts`. An
    empty line starts a new paragraph."""
    topic: NeedId
    """What the question is about: the id of a need in site.yml. Example: refer"""
    contacts: ContactIds = ()
    """Ids of contacts to show under the answer. Example: [front-door, police]"""
    pages: Pages = ()
    """Addresses of pages on this site that say more. Example: [/panel/]"""


def told(question: Question) -> Told:
    """A question with the sentence that answers it, and the page that says more."""
    page = question.pages[0] if question.pages else ""
    line = first_sentence(question.answer)
    return Told(question.question, line, question.also, page=page)


QUESTIONS = Kind(
    name="questions",
    extends=True,
    model=Question,
    title="QUESTIONS: real questions that practitioners ask, each with a short answer",
    about=(
        "They show on the questions page, and people find them through search. "
        "So write the question the way someone would ask it. Facts from sources"
        " only.",
    ),
    rules=(Rule("`question` ends in a question mark.", "question"),),
    search=(Found("question", 0.82, "Question", told, later=True),),
    example="""\
- id: who-to-ask
  question: Who can I ask?
  # may be left out
  also: [who to ask]
  answer: Ring the example helpline.
  topic: refer
  # may be left out
  contacts: [example-helpline]
  # may be left out
  pages: [/prepare/]
  standing: published
  # may be left out
  evidence: stated
  sources: [example-guide]
""",
)
