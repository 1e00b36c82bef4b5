"""Words of a route that may be read as: do nothing. No source says that.

A reader in doubt takes such words for leave to wait, and a child is hurt. So they are
refused however careful the rest of the sentence is: what to do is said instead.
"""

import re
from collections.abc import Iterator

from ..facts.site_data import SiteData
from ..library.ways import Ways
from ..problems import Problem
from ..reading.tree import line_of
from ..schema.all_kinds import name_of
from ..schema.kinds.routes import RouteAnswer, RouteChoice
from ..schema.records import Record

CODE = "route-no-need"
NOT = "(?:is|are|wa|were|do|does|did|ha|have|must|should|would|could|ca|wo)s?n't"
TELL = "(?:ring|call|phone|tell|contact|report|refer|share|act|worry)"
PARTS = (
    # no need, not necessary, without any urgency, never have to ring
    rf"(?:no|not|{NOT}|never|without|little|hardly any) (?:\w+ ){{0,2}}?(?:needs?"
    r"|needed|call for|called for|bother|count|every|always|matter"
    r"|necessary|required?|urgent|urgency|action|reason to|harm in|point in|hurry"
    r"|serious|severe|worry about|concern|enough|interested|a matter|a case for"
    rf"|meet|have to {TELL}|has to {TELL}|got to {TELL})",
    r"(?:nobody|no one|none) (?:else )?(?:needs?|has|have|must|should)",
    # do not ring, nobody to tell, needn't report
    rf"(?:do not|don't|never|nobody to|no one to|not to) {TELL}",
    rf"(?:must|should|may)(?: not|n't) {TELL}|(?:without|instead of) {TELL}ing",
    r"need(?: not|n't)|unnecessary|unneeded|optional",
    # nothing to do, nothing more is asked
    r"nothing (?:\w+ ){0,2}?(?:to do|to worry|more|else|further|needed|wrong)"
    rf"|do nothing|only {TELL}|skip|hold off|stay out|up to you|sort (?:it|this) out",
    # wait and see, keep an eye on it; but "do not wait until" is sound
    r"(?<!not )(?<!n't )(?<!never )(?:wait (?:and|until|for|to)|keep an eye|keep watch"
    r"|watch and|leave (?:it|this|them)|let it|ignore|monitor|take no)",
    # it can wait, it is normal, only if it happens again
    r"(?:can|may|could) (?:safely )?(?:wait|be ignored|be left|be dealt)|harmless"
    r"|(?:is|are|seems?|it's|that's) (?:\w+ )?(?:fine|normal|ok|okay|all right|minor)"
    r"|(?:handle|deal with|manage|settle|resolve) (?:it|this|that|them)|below the"
    r"|(?:only|unless|if) (?:if )?it (?:happens|occurs|is repeated)(?: again)?"
    r"|just (?:a phase|banter|experimenting|play|playing)|grow out of|relax",
)
# Three patterns, since one of them all would take many steps at each word.
NO_NEED, HOLD_BACK, LATER = (
    re.compile(rf"\b(?:{'|'.join(some)})\b", re.I)
    for some in (PARTS[:2], PARTS[2:6], PARTS[6:])
)
# What is sound although it holds such words: a worry needs no proof, and no leave.
SOUND = re.compile(
    r"\bneeds? no (?:proof|evidence|permission)\b|\bno proof is needed\b", re.I
)
# What a clause of an answer starts with, perhaps after whoever is to do it.
ASKS = re.compile(
    r"(?:then |and |or |but |so |please |you (?:or \w+(?: \w+){0,3} )?)*"
    r"(?:ring|tell)\b",
    re.I,
)
SAYS = ("name", "first", "reason", "panel")


def no_need(data: SiteData, ways: Ways) -> Iterator[Problem]:
    """Words that tell somebody to do nothing, in answers, choices and additions."""
    every: list[tuple[Record, str]] = []
    for answer in ways.answers.values():
        if not asks_to_tell(answer.first):
            message = f"'first' of '{answer.id}' asks nobody to ring or tell"
            mend = "start a sentence with 'Ring' or 'Tell', and say whom"
            yield at(data, answer, "first", CODE, message, mend)
        every += [(answer, field) for field in SAYS]
        added = data.here.additions.get(f"{name_of(RouteAnswer)}/{answer.id}", ())
        every += [(passage, "text") for passage in added]
    every += [(choice, "say") for choice in data.of(RouteChoice).values()]
    for record, field in every:
        found = says_no_need(getattr(record, field))
        if found:
            message = f"'{found}' may be read as: do nothing"
            mend = "no source says that: say whom to ring, or what to do"
            yield at(data, record, field, CODE, message, mend)


def asks_to_tell(text: str) -> bool:
    """Whether a clause of a text asks its reader to ring or to tell somebody."""
    return any(ASKS.match(clause) for clause in re.split(r"[.:,;]\s+", text))


def says_no_need(text: str) -> str:
    """The first words of a text that may be read as no need to act, or nothing.

    Words are endless, so this is a net behind what holds by itself: every answer gives
    numbers and asks to be overruled by a worry, and `asks_to_tell` holds.
    """
    plain = text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    text = SOUND.sub("", " ".join(plain.split()))
    found = (looks.search(text) for looks in (NO_NEED, HOLD_BACK, LATER))
    return next((match.group() for match in found if match), "")


def at(
    data: SiteData, record: Record, field: str, code: str, message: str, mend: str
) -> Problem:
    """A problem of one record, at the line of a field or at its first."""
    kind = name_of(type(record))
    node = data.nodes[kind][record.id]
    typed = any(key.value == field for key, _ in node.value)
    line = line_of(node, field) if typed else record.line
    file = data.file_of(kind, record.id)
    return Problem(file, line, message, "fault", code, kind, record.id, mend)
