"""Learn what a cry for help is made of, from the lists of tests/search/.

    .venv/bin/python benchmarks/cries.py          # writes publish/cries.txt
    .venv/bin/python benchmarks/cries.py --check  # is the table what is learned?
    .venv/bin/python benchmarks/cries.py --curve  # measures: some minutes

Cries are `crisis.yml`, `crisis-rounds.yml` and each `learn/cries-*.yml`; `ordinary.yml`
and each `learn/ordinary-*.yml` are what people look up. The curve is measured by
leaving out: the lists of each writer are asked of what was learned from the others.
"""

import hashlib
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from cry_lists import SCRIPT, SOME, Said, groups, lists, read
from logistic import learn, share

from publish.learned import PIECE, TABLE, Card, Learned

HERE = Path(__file__)
# What makes the table, besides the lists and the words.
MADE_BY = (
    SCRIPT,
    *(HERE.with_name(n) for n in ("cries.py", "cry_lists.py", "logistic.py")),
)

PRICE = 0.1  # of a weight of one, beside a text that is told wrongly
CARD_PRICE = 0.6
UNIT = 0.5  # of a weight, in the table
PARTS = 100  # `least`, and where a card starts, are in hundredths
FALSE = 0.008  # ordinary searches that may bring a card up
FOLDS = 3  # each asked of what was learned from the others
CURVE = (0.002, 0.005, 0.008, 0.01, 0.02, 0.05)
KNEW = "d"  # the writer who knew the table: those lists set no limit
SHORT = re.compile(r"\s*\S{1,5}\s*")
HEAD = """\
# What search learned of cries for help. benchmarks/cries.py made this table from the
# lists of tests/search/: do not edit it, run that again. Read it all the same.
#
# The traits of a text are its words, each two that follow each other (^ and $ are the
# ends), the groups of data/national/crisis.yml that they are of (WANT), two groups near
# each other (WANT>DIE), and pieces of words (~). A run of one letter counts as one.
# What the traits weigh is summed up, and divided by the root of one more than how many
# there are: from `least` (in hundredths) on, the text cries for help. Then each `card`
# starts where it says and adds up its own weights in the same way: the likeliest is
# shown, or the last of all cards where none is likely enough.
"""


def digest() -> str:
    """A short name for exactly these lists, words and scripts."""
    parts = [json.dumps([*lists()]), json.dumps(groups())]
    parts += [file.read_text(encoding="utf-8") for file in MADE_BY]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def weighed(texts: Sequence[Said]) -> tuple[float, dict[str, int]]:
    """Where a text starts, and whole weights, in units of the table."""
    traits = [said.traits for said in texts]
    start, weights = learn(traits, [bool(said.card) for said in texts], PRICE)
    return UNIT * start, whole(weights)


def whole(weights: dict[str, float]) -> dict[str, int]:
    """Weights in whole units, without those that are none."""
    found = {trait: round(UNIT * weight) for trait, weight in weights.items()}
    return {trait: weight for trait, weight in sorted(found.items()) if weight}


def score(said: Said, start: float, weights: dict[str, int]) -> float:
    """How much of a cry for help a text is."""
    total = sum(weights.get(trait, 0) for trait in said.traits)
    return start + total * share(said.traits)


def told(texts: Sequence[Said]) -> dict[str, Card]:
    """For each card what tells its cries from those of the others: whole words and
    groups alone, which can be read."""
    known = [said for said in texts if said.card not in ("", SOME)]
    traits = [frozenset(t for t in s.traits if t[0] != PIECE) for s in known]
    # A text counts as long as it is, pieces and all, as in the search box.
    shares = [share(said.traits) for said in known]
    found = {}
    for name in sorted({said.card for said in known}):
        yes = [said.card == name for said in known]
        start, weights = learn(traits, yes, CARD_PRICE, shares)
        found[name] = Card(round(PARTS * UNIT * start), whole(weights))
    return found


def likeliest(said: Said, cards: dict[str, Card]) -> str:
    """The card that the learned weights choose for a cry: empty where none."""
    scores = {
        name: score(said, card.start / PARTS, card.weights)
        for name, card in cards.items()
    }
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > 0 else ""


def left_out(texts: Sequence[Said], parts: Sequence[object]) -> list[float]:
    """The score of each text by what was learned without its part."""
    scores = [0.0] * len(texts)
    for part in dict.fromkeys(parts):
        pairs = list(zip(texts, parts, strict=True))
        start, weights = weighed([said for said, p in pairs if p != part])
        for number, (said, p) in enumerate(pairs):
            if p == part:
                scores[number] = score(said, start, weights)
    return scores


def limit(texts: Sequence[Said], scores: Sequence[float], false: float) -> float:
    """The score that no more than a share of the ordinary texts reach, of writers who
    did not know the table. The box does not weigh one short word, which may be half
    typed."""
    pairs = zip(texts, scores, strict=True)
    free = [
        s
        for said, s in pairs
        if not said.card and said.writer != KNEW and not SHORT.fullmatch(said.text)
    ]
    ordinary = sorted(free, reverse=True)
    many = sum(not said.card and said.writer != KNEW for said in texts)
    return ordinary[int(false * many)] + 0.01


def curve(texts: Sequence[Said]) -> None:
    """Print, for each writer left out, how many cries are found at which share of the
    ordinary searches; and how many of the found get the card that fits."""
    scores = left_out(texts, [said.writer for said in texts])
    print("left out " + "".join(f"{false:8.1%}" for false in CURVE) + "   card fits")
    for name in sorted({said.writer for said in texts if not said.card} - {KNEW}):
        of = [n for n, said in enumerate(texts) if said.writer == name]
        ours, theirs = [texts[n] for n in of], [scores[n] for n in of]
        cries = [s for said, s in zip(ours, theirs, strict=True) if said.card]
        shares = [
            sum(s >= limit(ours, theirs, false) for s in cries) / len(cries)
            for false in CURVE
        ]
        cards = told([said for said in texts if said.writer != name])
        known = [said for said in ours if said.card not in ("", SOME)]
        chosen = [(likeliest(said, cards) or "help", said.card) for said in known]
        fit = sum(a == b for a, b in chosen) / len(known)
        general = sum(a == "help" != b for a, b in chosen) / len(known)
        told_ = f"{fit:.0%}, general {general:.0%}"
        print(f"{name:9}" + "".join(f"{s:8.1%}" for s in shares) + f"   {told_}")


def written(table: Learned) -> str:
    """The table as text, heaviest first."""
    lines = [f"{HEAD}made {digest()}", f"least {table.least}", *ranked(table.weights)]
    for name, card in table.cards.items():
        lines += [f"card {name} {card.start}", *ranked(card.weights)]
    return "\n".join([*lines, ""])


def ranked(weights: dict[str, int]) -> list[str]:
    """Weights as lines."""
    ordered = sorted(weights.items(), key=lambda one: (-one[1], one[0]))
    return [f"{weight:+} {trait}" for trait, weight in ordered]


def learned(texts: Sequence[Said]) -> Learned:
    """The table. Its limit is one that few ordinary searches reach when a part of all
    lists is asked of what was learned from the rest."""
    scores = left_out(texts, [number % FOLDS for number in range(len(texts))])
    start, weights = weighed(texts)
    least = limit(texts, scores, FALSE) - start
    return Learned(round(PARTS * least), weights, told(texts))


def main() -> None:
    """Learn and write, or only compare; or measure."""
    texts = read()
    if "--curve" in sys.argv:
        curve(texts)
        return
    text = written(learned(texts))
    if "--check" not in sys.argv:
        TABLE.write_text(text, encoding="utf-8")
    elif TABLE.read_text(encoding="utf-8") != text:
        sys.exit(f"{TABLE.name} is not what is learned: run this without --check")


if __name__ == "__main__":
    main()
