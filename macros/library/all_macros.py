"""All macros in one place: importing this fills the list."""

from ..library import (
    audit,
    contacts,
    continuum,
    frame,
    gaps,
    handouts,
    of_kinds,
    panel,
    passages,
    pictures,
    questions,
    resources,
    site,
    sources,
    steps,
    terms,
    values,
)
from .registry import MACROS

__all__ = [
    "MACROS",
    "audit",
    "contacts",
    "continuum",
    "frame",
    "gaps",
    "handouts",
    "of_kinds",
    "panel",
    "passages",
    "pictures",
    "questions",
    "resources",
    "site",
    "sources",
    "steps",
    "terms",
    "values",
]
