"""All macros in one place: importing this fills the list."""

from ..library import (
    audit,
    contacts,
    continuum,
    figures,
    frame,
    gaps,
    of_kinds,
    panel,
    pictures,
    questions,
    resources,
    site,
    sources,
    steps,
    terms,
    values,
    words,
)
from .registry import MACROS

__all__ = [
    "MACROS",
    "audit",
    "contacts",
    "continuum",
    "figures",
    "frame",
    "gaps",
    "of_kinds",
    "panel",
    "pictures",
    "questions",
    "resources",
    "site",
    "sources",
    "steps",
    "terms",
    "values",
    "words",
]
