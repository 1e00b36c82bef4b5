"""What is safety-critical, and open, lacking or not read again in time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ..facts.site_data import SiteData
from ..problems import Problem
from ..schema.all_kinds import name_of
from ..schema.fields import Standing
from ..schema.kinds.contacts import Contact
from ..schema.kinds.gaps import Gap
from ..schema.kinds.questions import Question
from ..schema.kinds.safety import Safety
from ..schema.kinds.sources import Source
from ..schema.kinds.steps import Step
from ..schema.lasting import LASTS, sort_of
from ..schema.layers import SITE_FILE
from ..schema.records import Fact, Record

WORDS = {
    "phone": "phone number",
    "url": "web address",
    "limit": "word on what it cannot keep to itself ('limit')",
    "hours": "word on when it answers ('hours')",
}
NOBODY = "this place names none: add it to site.yml"


@dataclass(frozen=True)
class Open:
    """One reason why something safety-critical is not settled, where to mend it.

    `kind` and `record` are what it is about; none where nothing is there.
    """

    safety: Safety
    why: str
    file: str
    line: int
    kind: str = ""
    record: str = ""

    def problem(self, places: Sequence[str] = ()) -> Problem:
        """It as a line of a report, with the pages that show it."""
        shown = f" (on {', '.join(places)})" if places else ""
        message = f"{self.safety.what}{shown}: {self.why}"
        return Problem(
            self.file, self.line, message, "advice", "safety", self.kind, self.record
        )


def open_safety(data: SiteData, today: date) -> Iterator[Open]:
    """Every reason why something of safety.yml is not settled on the day `today`.

    A record is settled when somebody published or confirmed it, has what it must have,
    and rests on something that was read or confirmed within its time.
    """
    for safety in data.of(Safety).values():
        if not safety.contacts and asks_for_contacts(data, safety):
            yield Open(safety, NOBODY, SITE_FILE, 1)
        for kind, fact in facts_of(data, safety):
            for said in reasons(data, safety, fact, today):
                yield found(data, safety, said, kind, fact)
        yield from _sources(data, safety, today)
        yield from _questions(data, safety, today)


def found(data: SiteData, safety: Safety, said: str, kind: str, record: Record) -> Open:
    """A reason at the record that it is about."""
    file = data.file_of(kind, record.id)
    return Open(safety, said, file, record.line, kind, record.id)


def _sources(data: SiteData, safety: Safety, today: date) -> Iterator[Open]:
    """Sources of the words of a page that were not read in time."""
    known = data.of(Source)
    for source in (known[name] for name in safety.sources if name in known):
        name = source.id
        due = overdue(sort_for(safety, source), read_last(data, (name,)), today)
        if due:
            yield found(data, safety, f"'{name}' {due}", name_of(Source), source)
        for said in otherwise(data, (name,)):
            yield found(data, safety, said, name_of(Source), source)


def _questions(data: SiteData, safety: Safety, today: date) -> Iterator[Open]:
    """Questions that nobody has answered, and answers that have grown old."""
    gaps = data.of(Gap)
    for gap in (gaps[name] for name in safety.open_while if name in gaps):
        answer = data.here.answers.get(gap.id)
        if answer is None:
            yield found(data, safety, gap.question, name_of(Gap), gap)
            continue
        due = overdue(
            sort_for(safety, answer), read_last(data, answer.sources, answer), today
        )
        if due:
            said = f"the answer to '{gap.question}' {due}"
            yield found(data, safety, said, name_of(Gap), gap)


def facts_of(data: SiteData, safety: Safety) -> Iterator[tuple[str, Fact]]:
    """The facts that say it, each with its kind: contacts, steps and answers.

    An id that is not there is a fault by itself, and passed over here.
    """
    said: list[tuple[type[Fact], Sequence[str]]] = [
        (Contact, safety.contacts),
        (Step, safety.steps),
        (Question, safety.questions),
    ]
    for model, names in said:
        records = data.of(model)
        yield from ((name_of(model), records[n]) for n in names if n in records)


def asks_for_contacts(data: SiteData, safety: Safety) -> bool:
    """Whether it names contacts in its file, by roles that nobody plays here."""
    node = data.nodes["safety"][safety.id]
    return any(key.value == "contacts" for key, _ in node.value)


def reasons(data: SiteData, safety: Safety, fact: Fact, today: date) -> Iterator[str]:
    """Why one fact does not settle it, in plain words."""
    name = getattr(fact, "name", "") or fact.id
    if fact.standing == Standing.TO_CONFIRM:
        yield f"'{name}' is to be confirmed"
    if isinstance(fact, Contact):
        for field in safety.must_have:
            if not getattr(fact, field):
                yield f"'{name}' has no {WORDS[field]}"
    said = overdue(sort_for(safety, fact), read_last(data, fact.sources, fact), today)
    if said:
        yield f"'{name}' {said}"
    for said in otherwise(data, fact.sources):
        yield f"'{name}' rests on what is not so any more: {said}"


def otherwise(data: SiteData, sources: Sequence[str]) -> Iterator[str]:
    """What is to be said of sources that a person found changed or gone."""
    known = data.of(Source)
    for source in (known[name] for name in sources if name in known):
        if source.found:
            now, on = source.found.now, source.found.on
            yield f"'{source.id}' was found {now} on {on}: put right what it says"


def sort_for(safety: Safety, record: Fact | Source) -> str:
    """Which interval holds for a record: that of the list, else its own."""
    return safety.sort or sort_of(record)


def read_last(
    data: SiteData, sources: Sequence[str], fact: Fact | None = None
) -> date | None:
    """The last day on which somebody read or confirmed what a fact rests on."""
    days = [fact.confirmed.on] if fact and fact.confirmed else []
    known = data.of(Source)
    for source in (known[name] for name in sources if name in known):
        days.append(source.read)
        days += [source.confirmed.on] if source.confirmed else []
    return max(days, default=None)


def overdue(sort: str, last: date | None, today: date) -> str:
    """What to say of what was last read on a day, if that is too long ago."""
    if last is None:
        return "has no source: give it one"
    due = last + timedelta(days=LASTS[sort])
    if today <= due:
        return ""
    return f"was last read {last} and was due on {due}: read its source again"
