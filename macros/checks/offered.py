"""What others can take: each link has words that name it, each embed what it shows."""

from collections.abc import Iterator

from ..facts.site_data import SiteData
from ..problems import Problem
from ..schema.all_kinds import name_of
from ..schema.kinds.links import Embed, Link, LinkWords
from .handouts import shows


def offered(data: SiteData) -> Iterator[Problem]:
    """Embeds that show what is not there, and links without words that name them."""
    for embed in data.of(Embed).values():
        yield from shows(data, embed, "embed-shows")
    yield from _unnamed(data)
    if data.whole(name_of(LinkWords)):
        yield from _without_words(data)


def _without_words(data: SiteData) -> Iterator[Problem]:
    kind = name_of(Link)
    worded = {words.link for words in data.of(LinkWords).values()}
    for link in data.of(Link).values():
        if link.id not in worded:
            file, message = (
                data.file_of(kind, link.id),
                f"nobody has words for the link '{link.id}' yet",
            )
            mend = "write some below 'words' with its id as 'link'"
            code = "link-without-words"
            yield Problem(file, link.line, message, "fault", code, kind, link.id, mend)


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
