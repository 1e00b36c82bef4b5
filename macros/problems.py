"""What is wrong, in words that an editor can act on."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Grade = Literal["fault", "advice"]

UNKNOWN_ID = "unknown-id"  # an id that no record, page or label has
OF_ONE_RECORD = {UNKNOWN_ID}  # one record is the cause, wherever it is asked for
MORE = "and {} more of the same cause"
PRINTED = 10  # problems of one cause; who reads more has stopped mending


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to fix. Prints as `data/local/gaps.yml:12: what is wrong: what to do`.

    `file` is written from the project's folder, with forward slashes, so that
    every machine says the same. A fault stops the build; advice never does.

    The words are for whoever mends it, and only printed. What other code needs to
    know stands in `code` (the rule, such as `unknown-id`), `kind` and `id` (the
    record, where it is about one). `mend` is what to type, where `message` alone does
    not say it, and `field` the field that is missing, where one is.
    """

    file: str
    line: int
    message: str
    grade: Grade = "fault"
    code: str = ""
    kind: str = ""
    id: str = ""
    mend: str = ""
    field: str = ""

    @property
    def said(self) -> str:
        """What is wrong and what to type, as it is printed after the place."""
        return f"{self.message}: {self.mend}" if self.mend else self.message

    @property
    def cause(self) -> tuple[str, ...]:
        """What problems share that come from one slip, as far as it can be told."""
        if self.code in OF_ONE_RECORD:
            return (self.code, self.kind, self.id)
        if self.code:
            return (self.code, self.file, self.message)
        return (self.message, self.file)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.said}"


class DataError(Exception):
    """The site cannot be built. Holds every problem found, not just the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(lines_of(self.problems)))


class FollowsError(KeyError):
    """What is asked for has a fault of its own, which is reported where it stands."""


class UnknownIdError(KeyError):
    """An id that no record of its kind has. Says so to whoever typed it."""

    def __init__(self, kind: str, record_id: str, wrong: str, mend: str) -> None:
        super().__init__(f"{wrong}: {mend}")
        self.kind = kind
        self.id = record_id
        self.wrong = wrong
        self.mend = mend

    def at(self, file: str, line: int) -> Problem:
        """The problem, at the place that asks for it."""
        return Problem(
            file,
            line,
            self.wrong,
            code=UNKNOWN_ID,
            kind=self.kind,
            id=self.id,
            mend=self.mend,
        )


def shortened(problems: Iterable[Problem]) -> Iterator[tuple[Problem, int]]:
    """The problems to print: of each cause the first few.

    Each comes with the number of those left out after it, which is 0 but for the last
    of a cause that has more.
    """
    problems = list(problems)
    causes = [problem.cause for problem in problems]
    # With so many of a kind gone, it is the file that is gone; with so many that break
    # one rule in a file, it is one slip in that file, whatever each is told.
    many = Counter(cause[:2] for cause in set(causes))
    causes = [cause[:2] if many[cause[:2]] > PRINTED else cause for cause in causes]
    whole = Counter(causes)
    seen: Counter[tuple[str, ...]] = Counter()
    for problem, cause in zip(problems, causes, strict=True):
        seen[cause] += 1
        if seen[cause] <= PRINTED:
            more = max(whole[cause] - PRINTED, 0)
            yield problem, more if seen[cause] == PRINTED else 0


def lines_of(problems: Iterable[Problem]) -> Iterator[str]:
    """The problems as lines for a terminal, shortened."""
    for problem, more in shortened(problems):
        yield str(problem)
        if more:
            yield MORE.format(more)


def faults_in(problems: Iterable[Problem]) -> list[Problem]:
    """Those that stop the build."""
    return [problem for problem in problems if problem.grade == "fault"]


def nearest(word: str, known: Iterable[str], alike: float = 0.6) -> str:
    """The known word that was most likely meant, or nothing."""
    choices = sorted(known)
    near = get_close_matches(word, choices, n=1, cutoff=alike) or [
        choice for choice in choices if sorted(choice) == sorted(word)
    ]
    return near[0] if near else ""


def did_you_mean(word: str, known: Iterable[str], alike: float = 0.6) -> str:
    """A way out to print after `'word' is not known`: the nearest, or the choice."""
    choices = sorted(known)
    if not choices:
        return "there is none"
    near = nearest(word, choices, alike)
    if near:
        return f"did you mean '{near}'?"
    if len(choices) <= 15:
        return "choose from: " + ", ".join(choices)
    return "check the spelling"
