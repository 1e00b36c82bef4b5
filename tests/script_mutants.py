"""Tests that bite, for the rules of search: small faults, each seen by a test.

`make mutants` puts every small fault of script_faults.py into each script that
script-mutants.yml names, one at a time, and calls the script's tests, which run it in
an engine without a page, until one fails. This prints how many of the faults were
caught, and those that were not, and fails below the floor. What nobody could see is
listed beside the script with the reason, and is not counted.
"""

import io
import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from functools import partial
from pathlib import Path

import pytest
import yaml

HERE = Path(__file__).parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))

import ranking  # noqa: E402
from mutants import FLOOR, Equal, Survivor, judged  # noqa: E402
from script_faults import Fault, faults_of  # noqa: E402

SCRIPTS = HERE / "script-mutants.yml"
# A fault may have a loop go on for ever, or fill the machine. No test that passes takes
# a hundredth of this.
SECONDS, BYTES = 2, 64 * 1024 * 1024

Test = Callable[[], object]


class Collected:
    """What pytest would run, gathered instead of run."""

    def __init__(self) -> None:
        self.tests: list[Test] = []

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        for item in session.items:
            assert isinstance(item, pytest.Function)
            call = getattr(item, "callspec", None)
            self.tests.append(partial(item.obj, **(call.params if call else {})))


def tests_of(names: Sequence[str]) -> list[Test]:
    """The tests of some modules, each to be called. Raises SystemExit if it cannot."""
    collected = Collected()
    files = [str(HERE / f"test_{name}.py") for name in names]
    quiet = ["--collect-only", "-qq", "-p", "no:cacheprovider"]
    with redirect_stdout(io.StringIO()) as said:
        ended = pytest.main([*quiet, *files], [collected])
    if ended or not collected.tests:
        sys.exit(f"no tests could be gathered:\n{said.getvalue()}")
    return collected.tests


def caught(place: str, script: str, tests: list[Test]) -> bool:
    """Whether a test fails with a script in its place. The one that does comes first
    next time, as it may see the next fault as well."""
    setattr(ranking, place, script)
    for test in tests:
        try:
            test()
        except Exception:
            tests.remove(test)
            tests.insert(0, test)
            return True
    return False


def survivors(place: str, content: bytes, tests: list[Test]) -> tuple[int, list[Fault]]:
    """How many faults there are, and those that no test saw."""
    if caught(place, content.decode(), tests):
        sys.exit("a test fails before there is any fault: mend that first")
    faults = faults_of(content)
    left = [f for f in faults if not caught(place, f.put_into(content), tests)]
    caught(place, content.decode(), [])  # as it was, for the next script
    return len(faults), left


def told(
    script: str, place: str, tests: Sequence[str], equal: Sequence[dict[str, str]]
) -> bool:
    """Print how a script came through; whether it is good enough. Its `place` is the
    name that ranking.py has it by."""
    content = (ROOT / script).read_bytes()
    many, left = survivors(place, content, tests_of(tests))
    listed = [Equal(**row) for row in equal]
    names = [fault.lines(content) for fault in left]
    unseen = [Survivor(f"{script}:{line}", was, now) for line, was, now in names]
    score = judged(many - len(left), unseen, listed)
    print(*score.survivors, sep="")
    for one in listed:
        if not any(one.covers(survivor) for survivor in unseen):
            print(f"{SCRIPTS.name}: '{one.now}' is no survivor: delete it")
    row = f"{score.caught:>6} {score.total:>5} {len(score.equal):>5}"
    print(f"{script:<36} {row} {score.percent:>6.1f}%", flush=True)
    return score.percent >= FLOOR


def main() -> int:
    """Try every fault of every script. Gives the exit code."""
    ranking.BOUNDS = (SECONDS, BYTES)
    scripts = yaml.safe_load(SCRIPTS.read_text(encoding="utf-8"))
    scores = [told(script, **given) for script, given in scripts.items()]
    return 0 if all(scores) else 1


if __name__ == "__main__":
    sys.exit(main())
