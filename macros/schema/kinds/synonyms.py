"""Synonyms: what people type for the same thing when they search."""

from typing import Annotated

from pydantic import Field

from ..fields import Texts
from ..kind import Kind, Rule
from ..records import Record


class Synonym(Record):
    """Words that people use for the same thing when they search."""

    words: Annotated[Texts, Field(min_length=2)]
    """Two words or more, single ones, in their plain form: search knows endings by
    itself, so `ring` does for ringing and rings. Example: [pupil, student,
    schoolchild]"""


SYNONYMS = Kind(
    name="synonyms",
    model=Synonym,
    title="SEARCH: words that people use for the same thing",
    about=(
        "Everyday words that mean the same when somebody searches. A search for"
        " one finds the others too, a little lower. Another name of ONE thing "
        "does not belong here: write it under `also:` of that term, contact or "
        "resource, or under `aliases:` at the top of a page.",
        "Keep it short. Two words that only stand near each other, such as risk"
        " and danger, are not the same.",
    ),
    rules=(Rule("Each is a single word.", "synonym-single"),),
    example="""\
- id: ring
  words: [ring, call, phone]
""",
)
