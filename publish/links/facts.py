"""Facts as files of JSON, each with its schema beside it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.facts.site_data import SiteData
from macros.schema.fields import Standing
from macros.schema.kinds.continuum import Caveat
from macros.schema.kinds.links import FACTS, Opened
from macros.schema.kinds.sources import Source
from macros.schema.records import Fact

from .shapes import SHAPES, VERSION, Caution, Told, fields_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"
KNOWN = (Standing.PUBLISHED, Standing.CONFIRMED)


def write_facts(data: SiteData, target: Path) -> None:
    """Write each file and its schema below the site `target`."""
    folder = target / FACTS.strip("/")
    for opened in data.of(Opened).values():
        folder.mkdir(parents=True, exist_ok=True)
        for end, value in (
            (".json", file_of(data, opened)),
            (".schema.json", schema_of(opened)),
        ):
            file = folder / f"{opened.id}{end}"
            file.write_text(as_text(value), encoding="utf-8", newline="\n")


def as_text(value: object) -> str:
    """A value as JSON that people can read too. The same value gives the same text."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def file_of(data: SiteData, opened: Opened) -> dict[str, Any]:
    """What a file of facts says. Raises ValidationError for a wrong shape."""
    record, shape, file = SHAPES[opened.of]
    site = data.site
    known = [fact for fact in data.of(record).values() if fact.standing in KNOWN]
    made = file.model_validate(
        {
            "$schema": f"{opened.id}.schema.json",
            "version": VERSION,
            "id": opened.id,
            "name": opened.name,
            "what": opened.what,
            "site": site.name,
            "partnership": site.partnership,
            "nation": site.nation,
            "draft": site.stage == "draft",
            "status": site.status,
            "licence": site.licence,
            "as_of": max(page.meta.reviewed for page in data.pages.values()),
            "cautions": list(cautions(data, opened)),
            "facts": [told(data, fact, shape) for fact in known],
        }
    )
    return made.model_dump(mode="json", by_alias=True)


def cautions(data: SiteData, opened: Opened) -> Iterator[Told]:
    """What must stand beside the facts of a file."""
    if opened.of == "continuum.steps":
        for caveat in data.of(Caveat).values():
            if caveat.standing != Standing.TO_CONFIRM:
                yield told(data, caveat, Caution)


def told(data: SiteData, fact: Fact, shape: type[Told]) -> Told:
    """A fact in the shape that it is told in, with its sources."""
    sources = [data.get(Source, name) for name in fact.sources]
    return shape.model_validate(
        {
            "id": fact.id,
            "standing": fact.standing.value,
            "evidence": fact.evidence,
            "confirmed": fact.confirmed.on if fact.confirmed else None,
            "sources": [
                {
                    "publisher": source.publisher,
                    "title": source.title,
                    "url": source.url,
                    "dated": source.dated,
                    "read": source.read,
                }
                for source in sources
            ],
            **fields_of(shape)(fact),
        }
    )


def schema_of(opened: Opened) -> dict[str, Any]:
    """The JSON schema of a file."""
    _, _, file = SHAPES[opened.of]
    made = file.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": DIALECT, **made, "title": opened.name}
