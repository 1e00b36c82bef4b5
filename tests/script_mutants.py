"""Tests that bite, for the rules of search: small faults, each seen by a test.

`make mutants` puts every small fault of script_faults.py into each script below, one
at a time, and calls the tests of its modules, which run it in an engine without a
page, until one fails. This prints how many of the faults were caught, and those that
were not, and fails below the floor. What nobody could see is listed in
equivalent-mutants.yml with the reason, and is not counted.
"""

import argparse
import io
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
import yaml

HERE = Path(__file__).parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))

import ranking  # noqa: E402
from script_faults import Fault, faults_of  # noqa: E402

LISTED = HERE / "equivalent-mutants.yml"
FLOOR = 90  # of a hundred faults, in each script
# Each script with the modules of its tests.
SCRIPTS = {
    "theme/assets/search-rules.js": ("test_search_rules.py", "test_search_words.py"),
}
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


def tests_of(modules: Sequence[str]) -> list[Test]:
    """The tests of some modules, each to be called. Raises SystemExit if it cannot."""
    collected = Collected()
    quiet = ["--collect-only", "-qq", "-p", "no:cacheprovider"]
    with redirect_stdout(io.StringIO()) as said:
        ended = pytest.main([*quiet, *(str(HERE / m) for m in modules)], [collected])
    if ended or not collected.tests:
        sys.exit(f"no tests could be gathered:\n{said.getvalue()}")
    return collected.tests


def caught(script: str, tests: list[Test]) -> bool:
    """Whether a test fails with this script. The one that does comes first next time,
    as it may see the next fault as well."""
    ranking.RULES = script
    for test in tests:
        try:
            test()
        except Exception:
            tests.remove(test)
            tests.insert(0, test)
            return True
    return False


@dataclass(frozen=True)
class Equal:
    """A fault that nobody could see: these signs, in a line, become those."""

    was: str
    now: str
    because: str

    def covers(self, was: str, now: str) -> bool:
        """Whether a line and what became of it are this and nothing else."""
        parts = was.split(self.was)
        return any(
            self.was.join(parts[:n]) + self.now + self.was.join(parts[n:]) == now
            for n in range(1, len(parts))
        )


def equals_of(script: str) -> list[Equal]:
    """What is listed for a script."""
    listed = yaml.safe_load(LISTED.read_text(encoding="utf-8"))
    return [Equal(**row) for row in listed.get(script, ())]


def survivors(content: bytes, modules: Sequence[str]) -> tuple[int, list[Fault]]:
    """How many faults there are, and those that no test saw."""
    tests = tests_of(modules)
    if caught(content.decode(), tests):
        sys.exit("a test fails before there is any fault: mend that first")
    faults = faults_of(content)
    return len(faults), [f for f in faults if not caught(f.put_into(content), tests)]


def told(script: str) -> bool:
    """Print how a script came through; whether it is good enough."""
    content = (ROOT / script).read_bytes()
    many, left = survivors(content, SCRIPTS[script])
    listed, used = equals_of(script), Counter[Equal]()
    unseen = []
    for fault in left:
        number, was, now = fault.lines(content)
        known = next((equal for equal in listed if equal.covers(was, now)), None)
        if known:
            used[known] += 1
        else:
            unseen.append(f"{script}:{number}\n  - {was}\n  + {now}")
    counted = many - used.total()
    percent = 100 * (counted - len(unseen)) / counted
    print(*unseen, sep="\n")
    for equal in listed:
        if not used[equal]:
            print(f"equivalent-mutants.yml: '{equal.now}' is no survivor: delete it")
    row = f"{counted - len(unseen)} of {counted} faults caught, {used.total()} equal"
    print(f"{script}: {row}: {percent:.1f} %")
    return percent >= FLOOR


def main() -> int:
    """Try every fault of every script. Gives the exit code."""
    parser = argparse.ArgumentParser(description="How many small faults tests catch")
    parser.add_argument("scripts", nargs="*", default=list(SCRIPTS))
    ranking.BOUNDS = (SECONDS, BYTES)
    scores = [told(script) for script in parser.parse_args().scripts]
    return 0 if all(scores) else 1


if __name__ == "__main__":
    sys.exit(main())
