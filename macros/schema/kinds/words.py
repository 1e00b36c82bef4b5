"""Words to avoid, and what to say instead."""

from typing import Literal

from ..fields import SomeTexts, Standing, Text, Texts
from ..kind import Found, Kind, Rule, Told
from ..records import Fact


class Word(Fact):
    """A word to avoid, what to say instead, and why."""

    avoid: SomeTexts
    """The word or words not to use. One on each line, after a dash."""
    prefer: SomeTexts
    """What to say or do instead. One on each line, after a dash."""
    why: Text
    """The reason, in one to three short sentences, and who gives it."""
    note: Text | None = None
    """A caution, such as when the old word must stay."""
    prefer_standing: Standing | None = None
    """Write site's own when the advice to avoid the word comes from a source but the
    replacement is ours."""
    find: Texts = ()
    """What the check looks for, when not the words under `avoid`."""
    unless: Texts = ()
    """Phrases in which the word is right. Words in double quotes are quotations, and
    are never looked at."""
    check: Literal["stop", "advise", "no"] = "advise"
    """What the build does when a page or a fact uses the word itself. `stop`: it stops,
    and says what to write instead. `advise`: `make check` lists it (what you get if you
    leave it out). `no`: nothing, because only a reader can tell."""


def told(word: Word) -> Told:
    """Words to avoid lead to their row of the list, which says what to write."""
    avoid = ", ".join(word.avoid)
    return Told(", ".join(word.prefer), "", word.avoid, avoid)


WORDS = Kind(
    name="words",
    extends=True,
    model=Word,
    one="word",
    title="WORDS TO AVOID: what not to say, what to say instead, and why",
    about=(
        "Each record is one row of the list on the language page. The words to "
        "avoid are here so that people who type them in search find the better "
        "ones. Copy a whole record to add a row.",
        "Our house position: we say `child who has been harmed` and `child who "
        "has displayed harmful sexual behaviour`. When we quote guidance or "
        "law, we keep its words.",
    ),
    rules=(
        Rule("`why` has at most three sentences.", "why-long"),
        Rule("What one record prefers, no other avoids.", "prefer-avoided"),
    ),
    search=(Found("word", 0.97, "Words to use", told, later=True),),
    example="""\
- id: example-word
  avoid: [gizmo]
  prefer: [tool]
  why: Nobody knows what it means.
  # may be left out
  note: Keep it when you quote.
  # may be left out
  prefer_standing: site's own
  # may be left out, as may the next two
  find: [gizmo]
  unless: [gizmo shop]
  # or: advise, no
  check: stop
  standing: published
  # may be left out
  evidence: stated
  sources: [example-guide]
""",
)
