"""What else rests on a source that changed, and what still has the number of before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.facts.site_data import SiteData
from macros.schema.records import Fact

from .differ import READ, Differences
from .numbers import holds, numbers_gone
from .snapshot import Snapshot

LONG = 5  # digits that are the same number wherever they stand


@dataclass(frozen=True)
class Rested:
    """A sentence to read again, on which places, and why: its source, or a number."""

    words: str
    places: tuple[str, ...]
    why: str
    still: bool = False  # it has a number that was changed elsewhere


def rested(data: SiteData, now: Snapshot, found: Differences) -> list[Rested]:
    """The sentences that did not change though what they rest on did.

    First those that still have a number which is another one elsewhere now.
    """
    changed = {said.new for said in found.sentences}
    why = dict(_sources(data, found))
    gone = [
        (fact, numbers_gone(fact.old, fact.new), sources_of(data, fact.record))
        for fact in found.facts
        if fact.name not in ("read", "order")
    ]
    held: dict[tuple[str, str, bool], dict[str, None]] = {}
    for address, sentences in now.spoken.items():
        for said in sentences:
            if said.words in changed:
                continue
            place = f"{address}#{said.anchor}" if said.anchor else address
            for fact, numbers, sources in gone:
                same = bool(sources & set(said.sources))
                wanted = numbers if same else {n for n in numbers if len(n) >= LONG}
                if wanted and holds(said.words, wanted):
                    reason = f"{fact.record} was {fact.old} and is {fact.new or 'gone'}"
                    held.setdefault((said.words, reason, True), {})[place] = None
            for name in said.sources:
                if name in why:
                    key = (said.words, why[name], False)
                    held.setdefault(key, {})[place] = None
    made = [Rested(w, tuple(at), r, still) for (w, r, still), at in held.items()]
    return sorted(made, key=lambda one: (not one.still, one.why))


def _sources(data: SiteData, found: Differences) -> Iterator[tuple[str, str]]:
    """Each source whose word is not what it was, and how that is known."""
    for fact in found.facts:
        kind, _, record = fact.record.partition("/")
        if kind == "sources" and fact.name not in READ:
            yield record, f"rests on '{record}', whose '{fact.name}' changed"
    for fact in found.facts:
        if fact.name not in ("read", "order", "sources"):
            for name in sources_of(data, fact.record):
                yield name, f"rests on '{name}', as {fact.record} does, which changed"


def sources_of(data: SiteData, key: str) -> set[str]:
    """The ids of the sources that a record rests on."""
    kind, _, record_id = key.partition("/")
    records: Mapping[str, object] = data.kinds.get(kind, {})
    record = records.get(record_id)
    return set(record.sources) if isinstance(record, Fact) else set()
