"""One page while it is being filled: where its links lead, what it has cited."""

import posixpath
from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from markupsafe import Markup

from ..facts.site_data import SiteData
from ..problems import FollowsError
from ..reading.pages import PageSource
from ..reading.promises import Promise
from ..schema.all_kinds import name_of
from ..schema.kinds.contacts import Contact
from ..schema.kinds.gaps import Gap
from ..schema.kinds.passages import Passage
from ..schema.kinds.site import Site
from ..schema.kinds.sources import Source
from ..schema.lasting import lapsed
from ..schema.records import Fact, Record
from .drawn.standings import parts_of, standing_of
from .render import Renderer, block, inline

R = TypeVar("R", bound=Record)
SOME = 4  # facts, from which on a page counts them


class Page:
    """Handed to every macro and every template of one page, in reading order."""

    def __init__(
        self,
        source: PageSource,
        data: SiteData,
        renderer: Renderer,
        today: date | None = None,
    ) -> None:
        self.source = source
        self.data = data
        self._today = today
        self._renderer = renderer
        self._cited: list[str] = []
        self._opened = 0
        self._sure: dict[str, str] = {}
        self.counted = 0  # how often a call has told or asked what changes on the way

    @property
    def site(self) -> Site:
        """Whose site it is."""
        return self.data.site

    def block(self, template: str, **values: object) -> Markup:
        """A template as HTML that stands on lines of its own."""
        return block(self._renderer(template, page=self, **values))

    def inline(self, template: str, **values: object) -> Markup:
        """A template as HTML for the middle of a sentence."""
        return inline(self._renderer(template, page=self, **values))

    def get(self, model: type[R], record_id: str) -> R:
        """One record by id. Raises KeyError with words for whoever typed it."""
        return self.data.get(model, record_id)

    def contact(self, record_id: str) -> Contact:
        """The contact of that id, as templates ask for it."""
        return self.get(Contact, record_id)

    def gap(self, record_id: str) -> Gap:
        """The gap of that id, as templates ask for it."""
        return self.get(Gap, record_id)

    def additions(self, record: Record) -> Sequence[Passage]:
        """What passages of this place add to a record, as templates ask for it."""
        name = f"{name_of(type(record))}/{record.id}"
        return self.data.here.additions.get(name, ())

    def lapsed(self, record: Record) -> bool:
        """Whether a record was confirmed so long ago that it is to be checked."""
        return lapsed(record, self._today or date.today())

    def there(self, addresses: Sequence[str]) -> Sequence[str]:
        """Those of the addresses that this place has: a page may need records."""
        return [a for a in addresses if not self.data.left_out(a)]

    @property
    def former(self) -> Sequence[Promise]:
        """What was published on this page and has left it: withdrawn, or to another.

        What has another name on this page now stands there (see `publish.former`).
        """
        here = self.source.address
        left = self.data.left.get(here, ())
        return [gone for gone in left if gone.to.partition("#")[0] != here]

    def link(self, address: str) -> str:
        """An address of this site as seen from this page: /panel/ gives ../panel/.

        Relative, so that the site also works below a folder of another site.
        """
        path, hash_, anchor = address.partition("#")
        relative = posixpath.relpath(path, self.source.address)
        return f"{relative}/{hash_}{anchor}"

    @property
    def source_link(self) -> str | None:
        """Where the forge shows the file of this page, if there is a forge."""
        if self.site.forge is None:
            return None
        base = self.site.forge_files or f"{self.site.forge.rstrip('/')}/blob/HEAD"
        return f"{base.rstrip('/')}/{self.source.file}"

    def title_of(self, address: str) -> str:
        """The title of the page at an address, perhaps with an anchor."""
        page = self.data.pages.get(address.partition("#")[0])
        if page is None:
            raise FollowsError(address)  # said where the address is typed
        return page.meta.title

    def cite(self, source_id: str) -> int:
        """The number of a source on this page, given in order of first mention."""
        self.get(Source, source_id)
        if source_id not in self._cited:
            self.counted += 1
            self._cited.append(source_id)
        return self._cited.index(source_id) + 1

    @property
    def cited(self) -> Sequence[Source]:
        """The sources cited so far, in the order of their numbers."""
        self.counted += 1
        return [self.get(Source, source_id) for source_id in self._cited]

    def tell(self, fact: Fact) -> None:
        """Count a fact among those of the page, however often it is shown on it."""
        self._sure.setdefault(f"{name_of(type(fact))}/{fact.id}", standing_of(fact))

    @property
    def sure(self) -> Sequence[tuple[str, int, str, int, int]]:
        """How many of the facts so far stand on whose word, as a bar in parts.

        There is none of so few that a look at them says it.
        """
        self.counted += 1
        return parts_of(self._sure.values()) if len(self._sure) >= SOME else []

    def next_id(self, word: str) -> str:
        """An id that no other element of the page has."""
        self._opened += 1
        self.counted += 1
        return f"{word}-{self._opened}"
