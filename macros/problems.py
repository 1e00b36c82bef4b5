"""What is wrong, in words that an editor can act on."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to fix. Prints as `data/resources.yml:12: what to do`.

    `file` is written from the project's folder, with forward slashes, so that
    every machine says the same.
    """

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class DataError(Exception):
    """The site cannot be built. Holds every problem found, not just the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A way out to print after `'word' is not known`: the nearest, or the choice."""
    choices = sorted(known)
    near = get_close_matches(word, choices, n=1, cutoff=0.6)
    if near:
        return f"did you mean '{near[0]}'?"
    if len(choices) <= 15:
        return "choose from: " + ", ".join(choices)
    return "check the spelling"
