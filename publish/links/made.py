"""All that others can take, written beside the pages of a site."""

from pathlib import Path

from macros.facts.site_data import SiteData
from macros.library.render import renderer_of
from macros.reading.rooms import at

from .codes import write_codes
from .facts import write_facts
from .small import write_small


def write_offered(root: Path, data: SiteData, target: Path) -> None:
    """Write embeds, short addresses, their codes and the facts below `target`.

    The engine empties that folder, so nothing is written before it is done.
    """
    write_small(data, renderer_of(at(root, "templates")), target)
    write_codes(data, target)
    write_facts(data, target)
