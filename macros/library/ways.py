"""The ways through the questions of routes.yml, as one tree."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..facts.site_data import SiteData
from ..schema.kinds.routes import RouteAnswer, RouteChoice, RouteQuestion

MOST = 5  # taps from the first question to an answer


@dataclass(frozen=True)
class Ways:
    """The questions and answers by id, and the choices below each question, in order.

    What a choice names and nobody has is left out: it is a fault of its own.
    """

    questions: Mapping[str, RouteQuestion]
    choices: Mapping[str, Sequence[RouteChoice]]
    answers: Mapping[str, RouteAnswer]

    @property
    def start(self) -> RouteQuestion | None:
        """The question that every way begins with: the first."""
        return next(iter(self.questions.values()), None)

    def next_to(self, choice: RouteChoice) -> RouteQuestion | RouteAnswer | None:
        """What a choice leads to: an answer, where it says both."""
        if choice.answer:
            return self.answers.get(choice.answer)
        return self.questions.get(choice.ask or "")

    def walks(self) -> Iterator[tuple[RouteChoice, ...]]:
        """Every way from the start, tap by tap, to an answer or to where it stops.

        One that comes back to a question stops there, with the choice that does.
        """
        if self.start:
            yield from self._from(self.start, (), {self.start.id})

    def _from(
        self, question: RouteQuestion, taps: tuple[RouteChoice, ...], seen: set[str]
    ) -> Iterator[tuple[RouteChoice, ...]]:
        below = self.choices.get(question.id, ())
        if not below:
            yield taps
        for choice in below:
            to = self.next_to(choice)
            if isinstance(to, RouteQuestion) and to.id not in seen:
                yield from self._from(to, (*taps, choice), seen | {to.id})
            else:
                yield (*taps, choice)

    def before(self, name: RouteQuestion | RouteAnswer) -> list[RouteQuestion]:
        """The questions from which a tap leads to one, in the order of the file."""
        return [
            question
            for question in self.questions.values()
            if any(self.next_to(c) is name for c in self.choices.get(question.id, ()))
        ]


def ways_of(data: SiteData) -> Ways:
    """The ways of a place: its own choices stand among those of every place."""
    below: dict[str, list[RouteChoice]] = {}
    for choice in data.of(RouteChoice).values():
        below.setdefault(choice.of, []).append(choice)
    return Ways(data.of(RouteQuestion), below, data.of(RouteAnswer))
