"""Square codes of the short addresses, where the site has an address."""

from io import BytesIO
from pathlib import Path

import segno

from macros.facts.site_data import SiteData
from macros.library.link_kit import CODES

from .small import short_addresses

WIDE = 10  # dots of a picture for each square of a code


def write_codes(data: SiteData, target: Path) -> None:
    """Write the code of each short address as SVG and as PNG; none without address."""
    base = (data.site.address or "").rstrip("/")
    if not base:
        return
    folder = target / CODES.strip("/")
    folder.mkdir(parents=True, exist_ok=True)
    for short, _ in short_addresses(data):
        name = short.strip("/").rpartition("/")[2]
        for end, body in codes_of(base + short).items():
            (folder / f"{name}{end}").write_bytes(body)


def codes_of(url: str) -> dict[str, bytes]:
    """The code of an address by the end of its file's name. Same address, same bytes.

    On white, whatever stands round it: a code on a dark page could not be read.
    """
    code = segno.make(url, error="m", micro=False)
    drawn, dots = BytesIO(), BytesIO()
    code.save(drawn, kind="svg", border=4, light="#fff", xmldecl=False, nl=False)
    code.save(dots, kind="png", scale=WIDE, border=4)
    return {".svg": drawn.getvalue(), ".png": dots.getvalue()}
