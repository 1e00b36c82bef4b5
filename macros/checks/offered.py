"""What others can take: words name their link, and embeds show what there is."""

from collections.abc import Iterator

from ..facts.site_data import SiteData
from ..problems import Problem
from ..schema.all_kinds import name_of
from ..schema.kinds.links import Embed, Link, LinkWords
from .handouts import shows


def offered(data: SiteData) -> Iterator[Problem]:
    """Embeds that show what is not there, and words that do not name their link."""
    for embed in data.of(Embed).values():
        yield from shows(data, embed, "embed-shows")
    yield from _unnamed(data)


def _unnamed(data: SiteData) -> Iterator[Problem]:
    """Words that do not say the name of their link: nobody would know what to link."""
    kind, links = name_of(LinkWords), data.of(Link)
    for words in data.of(LinkWords).values():
        link = links.get(words.link)
        if link and f'"{link.name}"' not in words.text:
            file = data.file_of(kind, words.id)
            message = f"'{words.id}' does not name its link"
            mend = f'write "{link.name}" where the link is to stand'
            code = "words-without-link"
            yield Problem(
                file, words.line, message, "fault", code, kind, words.id, mend
            )
