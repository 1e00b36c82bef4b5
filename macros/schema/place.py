"""What every page may ask of a place: the records in its roles, and its words.

Both are fields of `Site`, so a field there is enough: one that names contacts or
sources is a role, and one that is a `Word` is a word.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from .fields import Ref, Spoken
from .kinds.site import Site
from .records import Fact


@dataclass(frozen=True)
class Role:
    """A role that records play in a place. `field` is where site.yml names them."""

    word: str  # as pages and records name it
    field: str
    kind: str
    required: bool


def _roles() -> Mapping[str, Role]:
    found = {}
    for field, info in Site.model_fields.items():
        for mark in info.metadata:
            if isinstance(mark, Ref) and field not in Fact.model_fields:
                word = field.replace("_", " ")
                found[word] = Role(word, field, mark.kind, info.is_required())
    return MappingProxyType(found)


ROLES = _roles()  # by their words
WORDS = frozenset(
    field
    for field, info in Site.model_fields.items()
    if any(isinstance(mark, Spoken) for mark in info.metadata)
)


def roles_of(kind: str) -> frozenset[str]:
    """The words of all roles that records of a kind can play."""
    return frozenset(word for word, role in ROLES.items() if role.kind == kind)
