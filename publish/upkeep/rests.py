"""What rests on each source: the facts that name it, and the lines that cite it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.facts.site_data import SiteData
from macros.library.calls import Call, pieces_in
from macros.style.upkeep import PAGES, said_of

from ..questions.shown_on import Shown

CITING = ("cite", "source")
SHORT = 90  # letters of a sentence that are enough to know it by


@dataclass(frozen=True)
class Rest:
    """One thing that rests on a source, and the addresses that show it."""

    words: str
    places: tuple[str, ...]
    file: str
    line: int


def resting(data: SiteData, shown: Shown) -> Mapping[str, list[Rest]]:
    """What rests on each source, by the source's id."""
    found: dict[str, list[Rest]] = {}
    for kind, fact in data.facts():
        places = tuple(shown.get((kind, fact.id), ()))
        file = data.file_of(kind, fact.id)
        rest = Rest(
            f"{kind}/{fact.id}: {short(said_of(fact))}", places, file, fact.line
        )
        for name in fact.sources:
            found.setdefault(name, []).append(rest)
    for name, rest in _cited(data):
        found.setdefault(name, []).append(rest)
    return found


def _cited(data: SiteData) -> Iterator[tuple[str, Rest]]:
    """The lines of pages that cite a source, each with its words."""
    for page in data.pages.values():
        lines = page.body.split("\n")
        for call in (p for p in pieces_in(page, []) if isinstance(p, Call)):
            if call.name in CITING:
                names = call.args if call.name == "cite" else call.args[:1]
                words = short(lines[call.line - page.body_line])
                rest = Rest(words, (page.address,), page.file, call.line)
                for name in data.played.named("sources", names):
                    yield name, rest


def short(text: str) -> str:
    """The beginning of a text, as one line."""
    line = " ".join(text.split())
    return line if len(line) <= SHORT else f"{line[:SHORT].rstrip()}..."


def places_of(
    data: SiteData, shown: Shown, rests: Mapping[str, list[Rest]], kind: str, name: str
) -> list[str]:
    """The addresses that show a thing to look at: a page, a source, or a fact.

    Of a source, the pages that show what rests on it, each once.
    """
    base = (data.site.address or "").rstrip("/")
    if kind == PAGES:
        found = [name]
    elif kind == "sources":
        every = (place for rest in rests.get(name, ()) for place in rest.places)
        found = [place.partition("#")[0] for place in every]
    else:
        found = list(shown.get((kind, name), ()))
    return [f"{base}{place}" for place in dict.fromkeys(found)]
