"""A logistic regression that keeps few weights, in plain Python: the same every time.

Each text is a set of traits. Every trait gets the weight that tells the two kinds of
text apart best, less a price for each weight: most then stay at nought, and what is
left can be read. A long text has many traits, so each counts the less in it.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from math import exp, sqrt

RARE = 4  # texts below which a trait is chance
ROUNDS = 60  # over all weights, or until none moves by more than STILL
STILL = 0.15
EVERY = 6  # rounds after which the weights at nought are asked again
FLAT = 0.001  # added to how fast a slope changes, so that no step leaps
LEAP = 10.0


def share(traits: Collection[str]) -> float:
    """How much each trait of a text counts in it."""
    return 1 / sqrt(1 + len(traits))


class Texts:
    """Texts with what each of them sums up to, and how far that is from what it is."""

    def __init__(self, shares: Sequence[float], yes: Sequence[bool]) -> None:
        self.shares, self.yes = shares, yes
        self.sums = [0.0] * len(shares)
        self.slopes = [0.0] * len(shares)
        self.bends = [0.0] * len(shares)
        for number in range(len(shares)):
            self.lean(number)

    def lean(self, number: int) -> None:
        """How the sum of one text leans, once it has changed."""
        likely = 1 / (1 + exp(-max(-30.0, min(30.0, self.sums[number]))))
        self.slopes[number] = (likely - self.yes[number]) * self.shares[number]
        self.bends[number] = likely * (1 - likely) * self.shares[number] ** 2

    def step(self, weight: float, at: Sequence[int], price: float) -> float:
        """By how much a weight moves; the sums of its texts move with it."""
        slope = sum([self.slopes[number] for number in at])
        if not weight and abs(slope) <= price:
            return 0.0
        bend = sum([self.bends[number] for number in at]) + FLAT
        best = weight - slope / bend
        best = max(best - price / bend, 0.0) + min(best + price / bend, 0.0)
        step = max(-LEAP, min(LEAP, best - weight))
        for number in at:
            self.sums[number] += step * self.shares[number]
            self.lean(number)
        return step


def learn(
    texts: Sequence[Collection[str]],
    yes: Sequence[bool],
    price: float,
    shares: Sequence[float] | None = None,
) -> tuple[float, dict[str, float]]:
    """What every text begins with, and the weight of each trait that has one. `shares`
    say how much the traits of each text count, where that is not by how many they are.

    Coordinate descent: one weight after the other is set to where its slope is level.
    """
    counts = Counter(trait for traits in texts for trait in traits)
    at: dict[str, list[int]] = {t: [] for t in sorted(counts) if counts[t] >= RARE}
    for number, traits in enumerate(texts):
        for trait in traits:
            if trait in at:
                at[trait].append(number)
    state = Texts(shares or [share(traits) for traits in texts], yes)
    weights = dict.fromkeys(at, 0.0)
    start = 0.0
    for turn in range(ROUNDS):
        whole = turn % EVERY == 0
        moved = begun = begin(state)
        start += begun
        for trait in list(at) if whole else [t for t in at if weights[t]]:
            step = state.step(weights[trait], at[trait], price)
            weights[trait] += step
            moved = max(abs(moved), abs(step))
        if whole and abs(moved) < STILL:
            break
    return start, {trait: weight for trait, weight in weights.items() if weight}


def begin(state: Texts) -> float:
    """By how much the start of every text moves: it counts whole, and costs nothing."""
    slope = sum(s / h for s, h in zip(state.slopes, state.shares, strict=True))
    bend = sum(b / h**2 for b, h in zip(state.bends, state.shares, strict=True))
    step = -slope / (bend + FLAT)
    for number in range(len(state.sums)):
        state.sums[number] += step
        state.lean(number)
    return step
