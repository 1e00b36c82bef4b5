"""The built site's own search, asked without a browser: what a round of searches finds.

A round is a list in YAML. Each search has `q` (or `query`), `kind`, and `want` (or
`expected`): the addresses that may come first. Three kinds are judged otherwise:
`crisis` must bring a card up, `ordinary` must not, and one that wants nothing must be
told that it is not here.
"""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import quickjs
import yaml
from searching import meets

ASSETS = Path(__file__).parent.parent / "theme" / "assets"
PARTS = ("search-rules", "search-crisis")
ASK = """
const rules = new siteRules.Rules(siteSearch);
rules.addText(siteSearch.text);
const crisis = new siteCrisis.Crisis(siteSearch.crisis);
const place = (address, hash) => address + (hash ? `#${hash}` : "");
globalThis.ask = (text) => {
  const { found, away, calls } = rules.read(text);
  const results = found.map(({ row }) => [
    place(row.address, row.hash), row.more ? row.more[0] : "", row.kind, row.title,
  ]);
  const said = (words) => siteCrisis.words(words).join(" ");
  const first = found[0]?.row;
  const own = first?.kind === "question" && said(first.title) === said(text);
  const card = own ? undefined : crisis.card(text);
  const number = card ? crisis.cards.indexOf(card) : -1;
  if (card && card.page.length) {
    const [page, hash] = card.page;
    results.unshift([place(siteSearch.pages[page][0], hash), "", "card", card.title]);
  }
  return JSON.stringify({ results, away: away ? away[0] : "", calls, card: number });
};
"""


@dataclass(frozen=True)
class Answer:
    """What one search brings: the places of each result, an answer's page with it. A
    card stands before all others, and so its page is the first place."""

    places: list[tuple[str, ...]]
    kinds: list[str]
    titles: list[str]
    away: str
    calls: bool
    card: int  # its number in data/national/crisis.yml, or -1


def engine_of(site, rules=None):
    """The rules with the index of a built site; `rules` stands for search-rules.js."""
    texts = {p: (ASSETS / f"{p}.js").read_text(encoding="utf-8") for p in PARTS}
    if rules:
        texts["search-rules"] = rules
    context = quickjs.Context()
    context.eval("\n".join(texts.values()))
    for part in ("index", "text"):
        [file] = (site / "assets").glob(f"search-{part}.*js")
        text = file.read_text(encoding="utf-8")
        context.eval(f"var {text}" if part == "index" else text)
    context.eval(ASK)
    return context.get("ask")


def asked(ask, text):
    """What the engine answers to a text."""
    said = json.loads(ask(text))
    results = said["results"]
    return Answer(
        [tuple(filter(None, r[:2])) for r in results],
        [r[2] for r in results],
        [r[3] for r in results],
        said["away"],
        said["calls"],
        said["card"],
    )


def read_round(file):
    """The searches of a file, each with its kind and the addresses it wants. A case may
    `ask` for the same in many ways."""
    cases = yaml.safe_load(Path(file).read_text(encoding="utf-8"))
    for case in cases:
        want = case.get("want", case.get("expected", []))
        for text in case.get("ask") or [case.get("q") or case["query"]]:
            yield {
                "q": text,
                "kind": case.get("kind", "other"),
                "want": [want] if isinstance(want, str) else list(want or []),
            }


def right(answer, case):
    """For each result whether it is right; an answer is right by its page as well."""
    if not case["want"]:
        return [bool(answer.away or not answer.places)]
    return [
        any(meets(place, want) for place in places for want in case["want"])
        for places in answer.places
    ]


def judged(ask, cases):
    """Each search of a round: its kind, right first, right in three, answer."""
    for case in cases:
        answer = asked(ask, case["q"])
        if case["kind"] == "crisis":
            good = [answer.card >= 0]
        elif case["kind"] == "ordinary" and not case["want"]:
            good = [answer.card < 0]
        else:
            good = right(answer, case)
        yield case, good[:1] == [True], any(good[:3]), answer


def counted(results):
    """By kind: how many searches, how many right first, how many right in three."""
    table = {}
    for case, first, three, _ in results:
        row = table.setdefault(case["kind"], Counter())
        row.update(searches=1, first=first, three=three)
    whole = sum(table.values(), Counter())
    return {**table, "all": whole}
