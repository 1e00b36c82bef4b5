"""Routes: every way ends, soon, at somebody to ring, on the word of a source.

A way that stops, or an answer that says that there is no need, can hurt a child.
"""

from collections.abc import Iterator, Sequence

from ..facts.site_data import SiteData
from ..library.ways import MOST, Ways, ways_of
from ..problems import Problem
from ..schema.all_kinds import name_of
from ..schema.kinds.contacts import Contact
from ..schema.kinds.routes import RouteAnswer, RouteChoice, RouteQuestion
from .no_need import at, no_need

KINDS = (RouteQuestion, RouteChoice, RouteAnswer)
ROLES = ("emergency", "front_door", "police")  # who can tell whoever is not sure


def routes(data: SiteData) -> Iterator[Problem]:
    """What is wrong with the ways, each at its line. Nothing, where there are none."""
    if not all(data.whole(name_of(kind)) for kind in KINDS):
        return  # what could not be read may be the missing piece
    ways = ways_of(data)
    if sound(data, ways):
        yield from ends(data, ways)
        yield from circles(data, ways)
        yield from lost(data, ways)
    for answer in ways.answers.values():
        yield from answers(data, answer)
    yield from unsure(data, ways)
    yield from no_need(data, ways)


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
            add = "add 'ask' with a question's id, or 'answer' with an answer's"
            mend = "delete one" if choice.ask else add
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
    """Questions and answers to which no way from the start leads.

    Of what nobody sees, only the first of a way is named: the rest hangs on it.
    """
    every = (*ways.questions.values(), *ways.answers.values())
    led = {id(ways.next_to(tap)) for taps in ways.walks() for tap in taps}
    unseen = [r for r in every if id(r) not in led and r is not ways.start]
    named = {id(ways.next_to(choice)) for choice in data.of(RouteChoice).values()}
    for record in [r for r in unseen if id(r) not in named] or unseen:
        word = "ask" if isinstance(record, RouteQuestion) else "answer"
        message = f"no way leads to '{record.id}', so nobody sees it"
        mend = f"write '{word}: {record.id}' in a choice, or delete it"
        yield at(data, record, "id", "route-lost", message, mend)


def sound(data: SiteData, ways: Ways) -> bool:
    """Whether all that choices name is there: else that is said, and nothing more."""
    return all(
        choice.of in ways.questions
        and (ways.next_to(choice) or not (choice.answer or choice.ask))
        for choice in data.of(RouteChoice).values()
    )


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
    """Whether one of the contacts decides what to do with a worry, and has a number.

    Where one could not be read, that is said, and nothing more.
    """
    if data.settings is None or not data.whole(name_of(Contact)):
        return True
    deciding = {getattr(data.site, role) for role in ROLES}
    known = data.of(Contact)
    return any(c in deciding and c in known and known[c].phone for c in contacts)
