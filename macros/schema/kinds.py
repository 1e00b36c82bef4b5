"""Each kind of record: the file it stands in, and its model."""

from . import models
from .records import Record, Synonym
from .unsafe import Unsafe
from .values import NamedValue

# One kind of record to a file...
LISTS: dict[str, type[Record]] = {
    "sources": models.Source,
    "contacts": models.Contact,
    "terms": models.Term,
    "panel": models.PanelFact,
    "gaps": models.Gap,
    "resources": models.Resource,
    "words": models.Word,
    "figures": models.Figure,
    "questions": models.Question,
    "steps": models.Step,
    "synonyms": Synonym,
    "values": NamedValue,
    "unsafe": Unsafe,
}
# ...but for the two that are made of parts.
SECTIONS: dict[str, dict[str, type[Record]]] = {
    "continuum": {"steps": models.ContinuumStep, "caveats": models.Caveat},
    "audit": {
        "points": models.Point,
        "themes": models.Theme,
        "actions": models.Action,
    },
}


def file_of(kind: str) -> str:
    """The file that holds a kind: `audit.themes` stand in `data/audit.yml`."""
    return f"data/{kind.partition('.')[0]}.yml"
