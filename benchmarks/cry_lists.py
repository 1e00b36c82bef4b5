"""The lists of tests/search/ that are learned from, with the traits of each text."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import quickjs  # type: ignore[import-untyped]
import yaml
from sites import ROOT

from publish.learned import named
from publish.search_rows import FIELD, NAME, ROW

SEARCHES = ROOT / "tests" / "search"
SCRIPT = ROOT / "theme" / "assets" / "search-crisis.js"
WORDS = ROOT / "data" / "national" / "crisis.yml"
SOME = "cry"  # the card where a list says none


@dataclass(frozen=True)
class Said:
    """One search: by which writer, its traits, and its card: empty where it is no cry,
    SOME where the list does not say."""

    writer: str
    text: str
    card: str
    traits: frozenset[str]


def lists() -> Iterator[tuple[str, str, str]]:
    """Every text with its writer and card, list by list."""
    for case in loaded("crisis"):
        yield "own", str(case["q"]), str(case["card"])
    for text in loaded("crisis-rounds"):
        yield "rounds", str(text), SOME
    for text in loaded("ordinary"):
        yield "own", str(text), ""
    for file in sorted((SEARCHES / "learn").glob("*.yml")):
        kind, _, writer = file.stem.partition("-")
        found = loaded(f"learn/{file.stem}")
        cards = found if kind == "cries" else {"": found}
        for card, texts in cards.items():
            for text in texts:
                yield writer, str(text), card


def loaded(name: str) -> Any:
    """What a list in YAML holds."""
    return yaml.safe_load((SEARCHES / f"{name}.yml").read_text(encoding="utf-8"))


def groups() -> list[dict[str, list[str]]]:
    """The groups of words of the crisis table, in order."""
    found: list[dict[str, list[str]]] = yaml.safe_load(
        WORDS.read_text(encoding="utf-8")
    )["words"]
    return found


def read() -> list[Said]:
    """Every text once, with its traits as the search box takes them. A cry that stands
    in more than one list is of the first that says its card."""
    context = quickjs.Context()
    words = ROW.join(
        FIELD.join(NAME.join(group.get(field, [])) for field in ("words", "exactly"))
        for group in groups()
    )
    table = json.dumps({"words": words, "cards": [], "least": 0, "rows": []})
    context.eval(SCRIPT.read_text(encoding="utf-8"))
    context.eval(f"const crisis = new siteCrisis.Crisis({table});")
    traits = context.eval(
        "(text) => JSON.stringify([...crisis.traits(crisis.read(text))])"
    )
    names = [str(group["id"]) for group in groups()]
    once: dict[str, Said] = {}
    for writer, text, card in lists():
        key = text.lower()
        before = once.get(key)
        if before and not (before.card in ("", SOME) and card not in ("", SOME)):
            continue
        taken = frozenset(named(t, names) for t in json.loads(traits(text)))
        once[key] = Said(writer, text, card, taken)
    return list(once.values())
