"""What others can take: words name their link, and embeds show what there is."""

from collections.abc import Iterator

from ..facts.site_data import SiteData
from ..problems import Problem
from ..reading.tree import line_of
from ..schema.all_kinds import name_of
from ..schema.kinds.links import Embed, Link, LinkWords
from .handouts import shows

STEPS, CAVEATS = "continuum/steps", "continuum/caveats"


def offered(data: SiteData) -> Iterator[Problem]:
    """Embeds that show what is not there, and words that do not name their link."""
    for embed in data.of(Embed).values():
        yield from shows(data, embed, "embed-shows")
        yield from _bare(data, embed)
    yield from _unnamed(data)


def _bare(data: SiteData, embed: Embed) -> Iterator[Problem]:
    """The steps of the continuum without what must stand beside them."""
    if STEPS in embed.show and CAVEATS not in embed.show:
        kind = name_of(Embed)
        file, node = data.file_of(kind, embed.id), data.nodes[kind][embed.id]
        line = line_of(node, "show", embed.show.index(STEPS))
        message = f"'{STEPS}' stands without its warnings"
        mend, code = f"show '{CAVEATS}' as well", "embed-caveats"
        yield Problem(file, line, message, "fault", code, kind, embed.id, mend)


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
