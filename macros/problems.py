"""What is wrong, in words that an editor can act on."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Grade = Literal["fault", "advice"]


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to fix. Prints as `data/resources.yml:12: what to do`.

    `file` is written from the project's folder, with forward slashes, so that
    every machine says the same. A fault stops the build; advice never does.
    """

    file: str
    line: int
    message: str
    grade: Grade = "fault"

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class DataError(Exception):
    """The site cannot be built. Holds every problem found, not just the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


class FollowsError(KeyError):
    """What is asked for has a fault of its own, which is reported where it stands."""


class UnknownIdError(KeyError):
    """An id that no record of its kind has. Says so to whoever typed it."""

    def __init__(self, kind: str, record_id: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.id = record_id


def faults_in(problems: Iterable[Problem]) -> list[Problem]:
    """Those that stop the build."""
    return [problem for problem in problems if problem.grade == "fault"]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A way out to print after `'word' is not known`: the nearest, or the choice."""
    choices = sorted(known)
    near = get_close_matches(word, choices, n=1, cutoff=0.6) or [
        choice for choice in choices if sorted(choice) == sorted(word)
    ]
    if near:
        return f"did you mean '{near[0]}'?"
    if len(choices) <= 15:
        return "choose from: " + ", ".join(choices)
    return "check the spelling"
