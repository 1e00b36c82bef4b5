"""Terms: the words and short forms of this work."""

from ..fields import Pages, Text, Texts
from ..kind import Found, Kind, Rule, Told, first_sentence
from ..records import Fact


class Term(Fact):
    """A word or abbreviation of the trade, in plain English."""

    name: Text
    """The word as readers see it. Example: Safety plan"""
    abbreviation: Text | None = None
    """Its short form, if it has one. Example: KCSIE"""
    also: Texts = ()
    """Other names, old names, short forms and the ways people type it. Search finds the
    record by each of them. Being listed does not make a word a good one to use."""
    meaning: Text
    """One or two short sentences. They must make sense alone, on any page."""
    more: Text | None = None
    """Anything longer. Shown on the glossary page only."""
    pages: Pages = ()
    """Where to read on: addresses of pages of this site. Example: [/panel/,
    /respond/]"""


def told(term: Term) -> Told:
    """A term with the sentence that says what it means and the page that says more,
    found by its short form too. The words it replaces are added later."""
    names = (term.abbreviation or "", *term.also)
    page = term.pages[0] if term.pages else ""
    line = first_sentence(term.meaning)
    return Told(term.name, line, tuple(filter(None, names)), page=page)


TERMS = Kind(
    name="terms",
    extends=True,
    model=Term,
    title="GLOSSARY: the words and short forms of this work, in plain English",
    about=(
        "Each record is one word. It is shown on the glossary page, and its "
        "meaning can be shown beside the word on any other page. Search uses it"
        " too, so old names find the right place. Copy a whole record to start "
        "a new one.",
        "Three schemes sort behaviour, and they must not be matched to each "
        "other: Hackett's five steps, the partnership's own types, and the "
        "colours of the traffic light tools.",
    ),
    rules=(
        Rule("Records stand in the alphabetical order of `name`.", "glossary"),
        Rule("`meaning` is one or two sentences.", "meaning-long"),
    ),
    order=lambda term: term.name.casefold(),
    search=(Found("term", 0.97, "What it means", told, later=True),),
    example="""\
- id: example-plan
  name: Example plan
  # may be left out
  abbreviation: EP
  # may be left out
  also: [plan, planning]
  meaning: A plan that shows how a record is written.
  # may be left out
  more: More is said on the glossary page alone.
  # may be left out
  pages: [/prepare/]
  standing: site's own
  # may be left out
  evidence: stated
  sources: [example-guide]
""",
)
