"""Tests that bite: small faults are put into the code, and a test has to see each.

`make mutants` has mutmut change one thing at a time in the modules that pyproject.toml
names (a sign, a word, a value that is passed on), and runs the tests that reach the
changed function. What no test sees is a survivor. This prints how many of the faults
were caught in each module, writes the survivors to mutants/survivors.txt, and fails
below the floor. `make mutants ONLY=publish.wall` looks at one module, or one function.

A fault that changes nothing anyone could see is listed in equivalent-mutants.yml with
the reason, and is not counted.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
MADE = ROOT / "mutants"
LISTED = Path(__file__).parent / "equivalent-mutants.yml"
FLOOR = 90  # of a hundred faults, in every module
SEEN = {1, 3}  # a test failed, or could not even run
ENDLESS = {36, -24, 24, 152, 255}  # stopped when it had taken far too long
CRASHED = {-11, -9}
CAUGHT = SEEN | ENDLESS | CRASHED
# A file opened without its encoding is a fault that only some machines would show.
STRICT = {"PYTHONWARNDEFAULTENCODING": "1", "PYTHONHASHSEED": "0"}


@dataclass(frozen=True)
class Survivor:
    """A fault that no test saw: the piece of code as it was, and with the fault."""

    name: str
    was: str
    now: str

    def __str__(self) -> str:
        return f"{self.name}\n  - {self.was}\n  + {self.now}\n"


@dataclass(frozen=True)
class Equal:
    """A change that nobody could see: these signs, in a line, become those."""

    was: str
    now: str
    because: str

    def covers(self, survivor: Survivor) -> bool:
        """Whether a survivor is this change and nothing else."""
        parts = survivor.was.split(self.was)
        return any(
            self.was.join(parts[:n]) + self.now + self.was.join(parts[n:])
            == survivor.now
            for n in range(1, len(parts))
        )


@dataclass
class Score:
    """How a module came through."""

    caught: int = 0
    survivors: list[Survivor] = field(default_factory=list)
    equal: list[Survivor] = field(default_factory=list)

    @property
    def total(self) -> int:
        return self.caught + len(self.survivors)

    @property
    def percent(self) -> float:
        return 100 * self.caught / self.total if self.total else 100


def equals_of(
    listed: Mapping[str, Sequence[Mapping[str, str]]], file: str
) -> list[Equal]:
    """What is listed for a file, and for all of them. Raises KeyError for a gap."""
    rows = [*listed.get("everywhere", ()), *listed.get(file, ())]
    return [Equal(row["was"], row["now"], row["because"]) for row in rows]


def judged(
    caught: int, survivors: Sequence[Survivor], equals: Sequence[Equal]
) -> Score:
    """The score of a module, the listed survivors left out of it."""
    score = Score(caught)
    for survivor in survivors:
        known = any(equal.covers(survivor) for equal in equals)
        (score.equal if known else score.survivors).append(survivor)
    return score


def changed(diff: str) -> tuple[str, str]:
    """What a diff takes away and what it puts there, each on one line."""
    lines = diff.splitlines()[2:]  # after the names of the files
    was = [line[1:].strip() for line in lines if line.startswith("-")]
    now = [line[1:].strip() for line in lines if line.startswith("+")]
    return " ".join(was), " ".join(now)


def results(only: str) -> Iterator[tuple[str, dict[str, int]]]:
    """Each module's file and how each of its mutants ended."""
    for file in sorted(MADE.glob("*/**/*.meta")):
        ended = json.loads(file.read_text(encoding="utf-8"))["exit_code_by_key"]
        ended = {n: code for n, code in ended.items() if fnmatch(n, only)}
        if ended:
            yield file.relative_to(MADE).as_posix().removesuffix(".meta"), ended


def scores(only: str) -> Iterator[tuple[str, Score]]:
    """The score of each module that was mutated."""
    from mutmut.mutation.diff_apply import get_diff_for_mutant

    listed = yaml.safe_load(LISTED.read_text(encoding="utf-8"))
    for file, ended in results(only):
        left = [name for name, code in ended.items() if code not in CAUGHT]
        survivors = [
            Survivor(name, *changed(get_diff_for_mutant(name, path=Path(file))))
            for name in left
        ]
        yield file, judged(len(ended) - len(left), survivors, equals_of(listed, file))


def mutate(only: str, workers: int) -> None:
    """Have mutmut make and run the mutants anew. Raises SystemExit if it cannot."""
    shutil.rmtree(MADE, ignore_errors=True)
    command = [Path(sys.executable).with_name("mutmut"), "run"]
    command += ["--max-children", str(workers), *([only] if only != "*" else [])]
    said = ROOT / "mutants.log"  # what mutmut draws, many times a second
    with said.open("w", encoding="utf-8") as log:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=os.environ | STRICT,
            stdout=log,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if done.returncode:
        sys.exit(f"mutmut could not run: the end of {said.name} says why")
    shutil.move(said, MADE / said.name)


def main() -> int:
    """Run the mutants, print the table, and say whether every module is good enough."""
    parser = argparse.ArgumentParser(description="How many small faults tests catch")
    parser.add_argument("only", nargs="?", default="*", help="such as publish.wall")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--again", action="store_true", help="only print the last run")
    given = parser.parse_args()
    only = given.only.rstrip("*") + "*"
    os.chdir(ROOT)
    if not given.again:
        mutate(only, given.workers)
    found = dict(scores(only))
    print(f"{'Module':<38} {'Caught':>6} {'Of':>5} {'Equal':>5} {'Score':>7}")
    for file, score in found.items():
        row = f"{score.caught:>6} {score.total:>5} {len(score.equal):>5}"
        print(f"{file:<38} {row} {score.percent:>6.1f}%")
    left = [str(s) for score in found.values() for s in score.survivors]
    (MADE / "survivors.txt").write_text("\n".join(left), encoding="utf-8")
    low = [file for file, score in found.items() if score.percent < FLOOR]
    if not found:
        sys.exit("nothing was mutated: is the module named in pyproject.toml?")
    print(f"{len(left)} survivors: see mutants/survivors.txt")
    if low:
        print(f"Below {FLOOR} %: {', '.join(low)}")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
