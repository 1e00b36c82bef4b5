"""Routes: every way ends, soon, at somebody to ring, on the word of a source.

A way that stops, or an answer that says that there is no need, can hurt a child.
"""

import re
from collections.abc import Iterator, Sequence

from ..facts.site_data import SiteData
from ..library.ways import MOST, Ways, ways_of
from ..problems import Problem
from ..reading.tree import line_of
from ..schema.all_kinds import name_of
from ..schema.kinds.contacts import Contact
from ..schema.kinds.routes import RouteAnswer, RouteChoice, RouteQuestion
from ..schema.records import Record

KINDS = (RouteQuestion, RouteChoice, RouteAnswer)
ROLES = ("emergency", "front_door", "police")  # who can tell whoever is not sure
# Words by which somebody reads that nothing has to be done. Each is looked for in what
# an answer says and in what a choice says, however they are bent.
NO_NEED = re.compile(
    r"\b(?:no|not|n't|n’t|never|without|little|hardly any) (?:\w+ ){0,2}?"
    r"(?:needs?|needed|necessary|required?|urgent|urgency|action|reason to|harm in"
    r"|point in|hurry|worry about|have to (?:ring|tell|report|refer|act|do))\b"
    r"|\b(?:do not|don['’]t|never|nobody to|no one to|not to) "
    r"(?:ring|call|phone|tell|contact|report|refer|worry)\b"
    r"|\bneed(?: not|n['’]t)\b|\bnothing (?:\w+ ){0,2}?(?:to do|to worry|more)\b"
    r"|\b(?<!not )(?<!never )(?:wait and see|wait until|wait for|keep an eye|keep watch"
    r"|leave it|ignore it|monitor(?:ing)? (?:it|this)|take no)\b"
    r"|\b(?:(?:can|may|could) (?:wait|be ignored|be left)|harmless|is (?:fine|normal)"
    r"|only if it happens again)\b",
    re.I,
)
PROOF = re.compile(r"\bneed(?:s|ed)? no (?:proof|evidence)\b|\bno proof is needed\b")
SAYS = ("name", "first", "reason", "panel")


def routes(data: SiteData) -> Iterator[Problem]:
    """What is wrong with the ways, each at its line. Nothing, where there are none."""
    if not all(data.whole(name_of(kind)) for kind in KINDS):
        return  # what could not be read may be the missing piece
    ways = ways_of(data)
    yield from ends(data, ways)
    yield from circles(data, ways)
    yield from lost(data, ways)
    for answer in ways.answers.values():
        yield from answers(data, answer)
    yield from unsure(data, ways)
    yield from no_need(data, ways)


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


def ends(data: SiteData, ways: Ways) -> Iterator[Problem]:
    """Questions without a choice, and choices that lead nowhere or two ways."""
    for question in ways.questions.values():
        if not ways.choices.get(question.id):
            message = f"the way ends at the question '{question.id}': nothing to tap"
            mend = f"write a choice below 'choices' with 'of: {question.id}'"
            yield at(data, question, "id", "route-end", message, mend)
    for choice in data.of(RouteChoice).values():
        if bool(choice.ask) == bool(choice.answer):
            said = "both 'ask' and 'answer'" if choice.ask else "neither"
            message = f"the choice '{choice.id}' has {said}: a way on is one of them"
            mend = (
                "delete one"
                if choice.ask
                else "add 'ask' with the id of a question, or 'answer' with that of an answer"
            )
            yield at(data, choice, "say", "route-end", message, mend)


def circles(data: SiteData, ways: Ways) -> Iterator[Problem]:
    """Ways that come back, and ways of too many taps, each once at its last tap."""
    said: set[str] = set()
    for taps in ways.walks():
        if not taps or taps[-1].id in said:
            continue
        last, passed = taps[-1], [tap.of for tap in taps]
        if not last.answer and last.ask in passed:
            said.add(last.id)
            circle = " > ".join([*passed[passed.index(last.ask) :], last.ask])
            message = f"the way goes in a circle: {circle}"
            mend = "let 'ask' name a question further on, or an 'answer' in its place"
            yield at(data, last, "ask", "route-circle", message, mend)
        elif len(taps) > MOST:
            said.add(last.id)
            message = f"'{last.answer or last.ask}' is {len(taps)} taps away"
            mend = f"lead there in {MOST}: leave a question out, or ask it elsewhere"
            field = "answer" if last.answer else "ask"
            yield at(data, last, field, "route-long", message, mend)


def lost(data: SiteData, ways: Ways) -> Iterator[Problem]:
    """Questions and answers to which no way from the start leads."""
    led = {id(ways.next_to(tap)) for taps in ways.walks() for tap in taps}
    led.add(id(ways.start))
    for record in (*ways.questions.values(), *ways.answers.values()):
        if id(record) not in led:
            word = "ask" if isinstance(record, RouteQuestion) else "answer"
            message = f"no way leads to '{record.id}', so nobody sees it"
            mend = f"write '{word}: {record.id}' in a choice, or delete it"
            yield at(data, record, "id", "route-lost", message, mend)


def answers(data: SiteData, answer: RouteAnswer) -> Iterator[Problem]:
    """An answer that names nobody, or rests on no source."""
    if not answer.contacts:
        message = f"the answer '{answer.id}' sends a reader to nobody"
        mend = "write whom to ring: 'contacts: [front door, police]'"
        yield at(data, answer, "contacts", "route-contact", message, mend)
    if not answer.sources:
        message = f"the answer '{answer.id}' has no source for its rule"
        mend = "write the ids of those that say so, such as 'sources: [first step]'"
        yield at(data, answer, "sources", "route-source", message, mend)


def unsure(data: SiteData, ways: Ways) -> Iterator[Problem]:
    """Whoever is not sure gets a number of somebody who can tell, at once."""
    code = "route-unsure"
    for question in ways.questions.values():
        below = ways.choices.get(question.id, ())
        doubts = [choice for choice in below if choice.unsure == "yes"]
        if below and len(doubts) != 1:
            number = f"{len(doubts)} choices" if doubts else "no choice"
            message = f"the question '{question.id}' has {number} for the unsure"
            mend = "write 'unsure: \"yes\"' in the one choice for 'I am not sure'"
            yield at(data, question, "id", code, message, mend)
        for choice in doubts:
            to = ways.next_to(choice)
            if isinstance(to, RouteQuestion):
                message = f"whoever is not sure at '{question.id}' is asked again"
                mend = "write 'answer' with the id of one that gives a number"
                yield at(data, choice, "ask", code, message, mend)
            elif to and to.contacts and not tells(data, to.contacts):
                message = f"'{to.id}' gives the unsure nobody who can tell"
                mend = "name 'front door', 'police' or 'emergency' in its 'contacts'"
                yield at(data, to, "contacts", code, message, mend)


def tells(data: SiteData, contacts: Sequence[str]) -> bool:
    """Whether one of the contacts decides what to do with a worry, and has a number."""
    if data.settings is None:
        return True
    deciding = {getattr(data.site, role) for role in ROLES}
    known = data.of(Contact)
    return any(c in deciding and c in known and known[c].phone for c in contacts)


def no_need(data: SiteData, ways: Ways) -> Iterator[Problem]:
    """Words that tell somebody to do nothing, which no source does.

    They are looked for in what a place adds as well.
    """
    told = [(answer, field) for answer in ways.answers.values() for field in SAYS]
    every: list[tuple[Record, str]] = [*told]
    every += [(choice, "say") for choice in data.of(RouteChoice).values()]
    every += [
        (passage, "text")
        for answer in ways.answers.values()
        for passage in data.here.additions.get(f"{name_of(RouteAnswer)}/{answer.id}", ())
    ]
    for record, field in every:
        words = PROOF.sub("", getattr(record, field))
        found = NO_NEED.search(words)
        if found:
            message = f"'{found.group()}' may be read as: do nothing"
            mend = "no source says that: say whom to ring, or what to do"
            yield at(data, record, field, "route-no-need", message, mend)
