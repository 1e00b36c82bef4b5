"""Tests that bite: small faults are put into the code, and a test has to see each.

`make mutants` has mutmut change one thing at a time in the modules of mutants.yml (a
sign, a word, a value that is passed on), and runs those of the module's own tests that
reach the changed function. What no test sees is a survivor. This prints how many of the
faults were caught in each module, writes the survivors to .mutants/survivors.txt, and
fails below the floor. `make mutants ONLY=publish/wall` looks at what begins so.

mutmut changes what is inside functions, one by one in a process that is warm. It does
not change tables and patterns at the head of a module.

A fault that changes nothing anyone could see is listed in equivalent-mutants.yml with
the reason, and is not counted.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from undecorated import undecorated

ROOT = Path(__file__).parent.parent
HERE = Path(__file__).parent
PLACE = ROOT / ".mutants"  # a copy of the project, in which it is all done
MODULES = HERE / "mutants.yml"
LISTED = HERE / "equivalent-mutants.yml"
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


def settings_for(file: str, tests: Sequence[str]) -> str:
    """What mutmut is told: which module, and which tests are about it."""
    marked = [word for word in tests if word.startswith("-")] or ["-m unit"]
    named = [f"tests/test_{word}.py" for word in tests if not word.startswith("-")]
    rooms = sorted(path.name for path in PLACE.iterdir() if path.name != "mutants")
    settings = {
        "source_paths": ["macros", "publish"],
        "only_mutate": [file],
        "also_copy": [name for name in rooms if name not in ("macros", "publish")],
        "pytest_add_cli_args_test_selection": [*" ".join(marked).split(), *named],
    }
    # What JSON writes of lists and words, TOML reads alike.
    lines = [f"{name} = {json.dumps(value)}" for name, value in settings.items()]
    return "\n[tool.mutmut]\n" + "\n".join(lines) + "\n"


def copy_project() -> None:
    """Put what git knows of the project into a place of its own, anew."""
    shutil.rmtree(PLACE, ignore_errors=True)
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    for name in filter(None, listed.decode("utf-8").split("\0")):
        if (ROOT / name).is_file():
            (PLACE / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, PLACE / name)


def mutate(file: str, tests: Sequence[str], workers: int) -> None:
    """Have mutmut make and run the mutants of a module. Raises SystemExit if it fails.

    What it draws, many times a second, goes into a file.
    """
    told = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    told += settings_for(file, tests)
    (PLACE / "pyproject.toml").write_text(told, encoding="utf-8")
    module = undecorated((ROOT / file).read_text(encoding="utf-8"))
    (PLACE / file).write_text(module, encoding="utf-8")
    shutil.rmtree(PLACE / "mutants", ignore_errors=True)
    command = [Path(sys.executable).with_name("mutmut"), "run"]
    with (PLACE / "mutmut.log").open("w", encoding="utf-8") as log:
        done = subprocess.run(
            [*command, "--max-children", str(workers)],
            cwd=PLACE,
            env=os.environ | STRICT,
            stdout=log,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if done.returncode:
        sys.exit(f"mutmut could not run {file}: see the end of {log.name}")


def score_of(file: str, listed: Mapping[str, Sequence[Mapping[str, str]]]) -> Score:
    """The score of the module whose mutants have just run."""
    from mutmut.mutation.diff_apply import get_diff_for_mutant

    meta = PLACE / "mutants" / f"{file}.meta"
    ended = json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"]
    left = [name for name, code in ended.items() if code not in CAUGHT]
    os.chdir(PLACE)  # where mutmut looks for what it made
    survivors = [
        Survivor(name, *changed(get_diff_for_mutant(name, path=Path(file))))
        for name in left
    ]
    return judged(len(ended) - len(left), survivors, equals_of(listed, file))


def main() -> int:
    """Run the mutants, print a table, and say whether every module is good enough."""
    parser = argparse.ArgumentParser(description="How many small faults tests catch")
    parser.add_argument("only", nargs="?", default="", help="such as publish/wall")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    modules = yaml.safe_load(MODULES.read_text(encoding="utf-8"))
    listed = yaml.safe_load(LISTED.read_text(encoding="utf-8"))
    copy_project()
    print(f"{'Module':<36} {'Caught':>6} {'Of':>5} {'Equal':>5} {'Score':>7}")
    left, low = [], []
    for file in (name for name in modules if name.startswith(given.only)):
        mutate(file, modules[file], given.workers)
        score = score_of(file, listed)
        row = f"{score.caught:>6} {score.total:>5} {len(score.equal):>5}"
        print(f"{file:<36} {row} {score.percent:>6.1f}%", flush=True)
        left += map(str, score.survivors)
        low += [file] if score.percent < FLOOR else []
    (PLACE / "survivors.txt").write_text("\n".join(left), encoding="utf-8")
    print(f"{len(left)} survivors: see {PLACE.name}/survivors.txt")
    if low:
        print(f"Below {FLOOR} %: {', '.join(low)}")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
