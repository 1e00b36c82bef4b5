"""The desk as its views see it: what there is, what is being tried, what is shown."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.facts.site_data import SiteData, read_site
from macros.reading.rooms import project_of
from macros.schema.place import ROLES
from macros.schema.records import Record
from publish.questions.shown_on import shown_on

from .door import Key
from .fields import Field
from .lens import Lens
from .saving import Saver

# Fields by which a record is known to people, the first that it has.
NAMES = ("name", "title", "question", "summary", "sentence", "what", "text", "instead")
LONGEST = 90  # letters of a name in a list
SHORT = 70  # letters that fit a box of one line


@dataclass(frozen=True)
class Option:
    """One thing to choose."""

    value: str
    label: str
    chosen: bool


class Desk:
    """The desk of the place at `root`, opened with a key."""

    def __init__(self, root: Path, key: Key) -> None:
        self.root = root
        self.key = key
        self.saver = Saver(root)
        self.lens = Lens(self.saver.shadow)

    @property
    def data(self) -> SiteData:
        """The facts as the real files have them, as far as they can be read."""
        return read_site(self.root)[0]

    @property
    def whole(self) -> bool:
        """Whether this is the project itself, and not another place below it."""
        return project_of(self.root) == self.root

    def close(self) -> None:
        """Leave nothing behind but the desk's own folder."""
        self.lens.close()
        self.saver.shadow.close()

    def name(self) -> str:
        """Whose site it is."""
        settings = self.data.settings
        return settings.name if settings else "this site"

    def shown(self, kind: str, record_id: str) -> list[tuple[str, str]]:
        """The pages that show a record: title and address."""
        data = self.data
        if not data.all_read():
            return []
        places = shown_on(self.root, data).get((kind, record_id), [])
        pages = ((place, data.pages.get(place.partition("#")[0])) for place in places)
        return [
            (page.meta.title, place) for place, page in pages if page and page.front
        ]

    def options(self, field: Field, chosen: Sequence[str]) -> list[Option]:
        """What can be chosen in a field, what is chosen first."""
        names = dict(self._names(field))
        if field.sort == "choice":
            return [
                Option(value, name, value in chosen) for value, name in names.items()
            ]
        order = [*chosen, *(value for value in names if value not in chosen)]
        return [
            Option(value, names.get(value, value), value in chosen)
            for value in order
            if value
        ]

    def _names(self, field: Field) -> Iterator[tuple[str, str]]:
        data = self.data
        if not field.of:
            yield from ((choice, choice) for choice in field.choices)
        elif field.of == "pages":
            for address, page in data.pages.items():
                yield (
                    address,
                    f"{page.front.title if page.front else address} ({address})",
                )
        elif field.of in ("audiences", "needs"):
            if data.settings:
                for label in getattr(data.settings, field.of):
                    yield label.id, label.name
        else:
            for role in ROLES.values():
                if role.kind == field.of and field.name in ROLE_FIELDS:
                    yield role.word, role_called(role.word, field.of)
            for record_id in data.lines.get(field.of, {}):
                record = data.kinds[field.of].get(record_id)
                yield record_id, called(record) if record else record_id

    def long(self, kind: str) -> Mapping[str, bool]:
        """Which fields of a kind hold texts that one line has no room for."""
        found: dict[str, bool] = {}
        for record in self.data.kinds.get(kind, {}).values():
            for name in type(record).model_fields:
                value = getattr(record, name)
                if isinstance(value, str) and len(value) > SHORT:
                    found[name] = True
        return found


# Fields that may name a record by its role: pages of every place share them.
ROLE_FIELDS = ("sources", "contacts", "contact", "shares", "ask")


def role_called(word: str, kind: str) -> str:
    """A role for people: whoever plays it here stands in site.yml."""
    whose = "what our site rests on for" if kind == "sources" else "whoever is our"
    return f"{whose} {word}"


def called(record: Record) -> str:
    """What people call a record."""
    found = (getattr(record, name, None) for name in NAMES)
    words = next((text for text in found if isinstance(text, str) and text), record.id)
    words = re.sub(r"\s+", " ", words)
    if publisher := getattr(record, "publisher", ""):
        words = f"{words} ({publisher})"
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
