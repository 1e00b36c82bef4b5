"""What a part of a hand-out shows of the facts: a kind, and which of its records.

It names them as a page would ask for them, so what a place has not said shows as its
question here too.
"""

from collections.abc import Callable, Sequence
from typing import NoReturn

from ..facts.site_data import SiteData
from ..problems import did_you_mean
from ..schema.kinds.audit import Action, Point, Theme
from ..schema.kinds.contacts import Contact
from ..schema.kinds.continuum import Caveat, ContinuumStep
from ..schema.kinds.gaps import Gap
from ..schema.kinds.panel import PanelFact
from ..schema.kinds.passages import Passage
from ..schema.kinds.questions import Question
from ..schema.kinds.steps import Step
from ..schema.kinds.terms import Term
from ..schema.records import Fact
from .panel import PARTS, question_of

NO_AUDIT = "audit-after"  # the question that stands where a place has no audit
LISTS: dict[str, type[Fact]] = {
    "continuum/steps": ContinuumStep,
    "continuum/caveats": Caveat,
    "audit/points": Point,
    "audit/themes": Theme,
    "audit/actions": Action,
}


def shown(data: SiteData, name: str) -> Sequence[Fact]:
    """The records that a part of a hand-out shows.

    Raises KeyError with words for whoever typed `name`; FollowsError where a record has
    a fault of its own.
    """
    kind, _, which = name.partition("/")
    if name in LISTS:
        found = list(data.of(LISTS[name]).values())
        if name == "audit/actions":
            found = [f for f in found if isinstance(f, Action) and f.part == "action"]
        return found or [_asked(data, NO_AUDIT)]
    if kind not in WAYS:
        known = {*LISTS, *(f"{way}/{which}" for way in WAYS)}
        raise KeyError(f"'{name}' cannot be shown: {did_you_mean(name, known)}")
    return WAYS[kind](data, which)


def _panel(data: SiteData, part: str) -> Sequence[Fact]:
    if part not in PARTS:
        _refuse(data, "panel", "a part of panel.yml", part, set(PARTS))
    found = [fact for fact in data.of(PanelFact).values() if fact.part == part]
    return found or [_asked(data, question_of(part))]


def _passage(data: SiteData, which: str) -> Sequence[Fact]:
    found = data.of(Passage).get(which)
    return [found or _asked(data, which)]


def _gap(data: SiteData, which: str) -> Sequence[Fact]:
    return [_asked(data, which)]


def _asked(data: SiteData, which: str) -> Fact:
    """A question, or what answers it here."""
    gap = data.get(Gap, which)
    return data.here.answers.get(which, gap)


def _steps(data: SiteData, group: str) -> Sequence[Fact]:
    steps = data.of(Step).values()
    found = [step for step in steps if step.group == group]
    if not found:
        groups = {step.group for step in steps}
        _refuse(data, "steps", "a group of steps", group, groups)
    return found


def _refuse(
    data: SiteData, kind: str, wrong: str, word: str, known: set[str]
) -> NoReturn:
    data.refuse(kind, wrong, word, known)


WAYS: dict[str, Callable[[SiteData, str], Sequence[Fact]]] = {
    "panel": _panel,
    "passages": _passage,
    "gaps": _gap,
    "contacts": lambda data, which: [data.get(Contact, which)],
    "steps": _steps,
    "terms": lambda data, which: [data.get(Term, which)],
    "questions": lambda data, which: [data.get(Question, which)],
}
