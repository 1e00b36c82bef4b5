"""Each weight of the ranking tried lower and higher, on half of the lists.

    make site
    .venv/bin/python benchmarks/weights.py

Only every second search of `queries.yml` and `round.yml` is asked, from the first on,
and none that was kept aside: what a number gains there is proved on the rest, and on
`held-out.yml`, which this never reads. It prints each change that gets more right
first; whether to make it, and why, is for whoever reads it.
"""

import sys
from pathlib import Path

import yaml
from sites import ROOT

sys.path.insert(0, str(ROOT / "tests"))

from asking import engine_of, judged, read_round
from ranking import weights, with_weight
from searching import SEARCHES

STEPS = (0.8, 0.9, 1.1, 1.25)


def half() -> list[dict[str, object]]:
    """The searches that weights may be set on."""
    own = yaml.safe_load((SEARCHES / "queries.yml").read_text(encoding="utf-8"))
    open_ones = [case for case in own if not case.get("aside")]
    return [*open_ones[::2], *list(read_round(SEARCHES / "round.yml"))[::2]]


def score(site: Path, cases: list[dict[str, object]], rules: str | None = None) -> int:
    """How many are right first, and a little for those right in three."""
    results = list(judged(engine_of(site, rules), cases))
    return 10 * sum(r[1] for r in results) + sum(r[2] for r in results)


def main() -> None:
    """Try each weight, and print what would be better."""
    cases = half()
    now = score(ROOT / "site", cases)
    print(f"{len(cases)} searches, {now} points now")
    for name, (number, _) in weights().items():
        for step in STEPS:
            tried = f"{float(number) * step:.4g}"
            points = score(ROOT / "site", cases, with_weight(name, tried))
            if points > now:
                print(f"{name}: {number} -> {tried}: {points - now:+}")


if __name__ == "__main__":
    main()
