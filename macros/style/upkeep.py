"""What grows old: pages to review again, sources not read for a year."""

from collections.abc import Iterator
from datetime import date, timedelta

from ..facts.site_data import SiteData
from ..problems import Problem
from ..reading.tree import line_of
from ..schema.kinds.sources import Source

YEAR = timedelta(days=365)
REVIEW = timedelta(days=182)  # each page twice a year


def due_for_review(data: SiteData, today: date) -> Iterator[Problem]:
    """Pages whose review is half a year old, the oldest first."""
    fronts = [(page.front, page) for page in data.pages.values() if page.front]
    for front, page in sorted(fronts, key=lambda pair: pair[0].reviewed):
        if page.node and today - front.reviewed > REVIEW:
            message = f"last reviewed {front.reviewed}: read it again, and change this"
            yield Problem(page.file, line_of(page.node, "reviewed"), message, "advice")


def not_read_again(data: SiteData, today: date) -> Iterator[Problem]:
    """Sources that nobody has read or confirmed for a year, the oldest first."""
    sources = data.of(Source).values()
    for source in sorted(sources, key=lambda source: source.read):
        told = source.confirmed.on if source.confirmed else source.read
        if today - max(source.read, told) > YEAR:
            message = f"'{source.id}' was last read {source.read}: read it again"
            file = data.file_of("sources", source.id)
            yield Problem(file, source.line, message, "advice")


def to_confirm(data: SiteData) -> Iterator[Problem]:
    """What only the partnership can say, in the words of the question."""
    for kind, fact in data.to_confirm():
        words = (getattr(fact, name, "") for name in ("question", "name", "text"))
        said = next((text for text in words if text), fact.id)
        yield Problem(data.file_of(kind, fact.id), fact.line, said, "advice")
