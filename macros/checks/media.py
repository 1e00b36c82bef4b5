"""Files that pages may show or offer: what each kind holds, and what it may not."""

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

PICTURE = 500_000  # bytes; a phone on a slow line waits two seconds for it
DOCUMENT = 5_000_000

# What each kind starts with.
STARTS = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF87a", b"GIF89a"),
    ".webp": (b"RIFF",),
    ".pdf": (b"%PDF-1.", b"%PDF-2."),
    ".svg": (b"<svg", b"<?xml"),
}
KINDS = "png, jpg, gif, webp, svg or pdf"
ACTING = re.compile(
    rb"/(?:JavaScript|JS|Launch|EmbeddedFiles?|OpenAction|AA|RichMedia|XFA)\b"
)
DRAWN = {
    *("svg", "g", "defs", "title", "desc", "metadata", "symbol", "use", "path"),
    *("circle", "ellipse", "rect", "line", "polyline", "polygon", "text", "tspan"),
    *("linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern"),
}
NAMED = re.compile(r"url\(\s*+['\"]?+(?!#)|@import|expression|javascript:|\\", re.I)


def wrong_with(file: Path) -> str:
    """What is wrong with a file that a page may use, or nothing."""
    kind = file.suffix
    most = DOCUMENT if kind == ".pdf" else PICTURE
    size = file.stat().st_size
    if size > most:
        return f"has {size:,} bytes, and {most:,} are the most: save it smaller"
    content = file.read_bytes()
    if not content.startswith(STARTS[kind]):
        return f"is not what its name says, a {kind[1:]}: save it again as one"
    look = LOOKS.get(kind)
    return look(content) if look else ""


def wrong_with_webp(content: bytes) -> str:
    """A frame of sound and film has the same start."""
    if content[8:12] != b"WEBP":
        return "is not what its name says, a webp: save it again as one"
    return told_by_a_camera(content)


def told_by_a_camera(content: bytes) -> str:
    """Photos may say where and when they were taken, and with whose camera."""
    if b"Exif\0\0" in content[:200_000] or b"EXIF" in content[:64]:
        return "holds what a camera noted, such as the place: save it without (Exif)"
    return ""


def wrong_with_pdf(content: bytes) -> str:
    """A document that does something when it is opened, or holds another file."""
    found = ACTING.search(content)
    if found:
        name = found[0].decode()
        return f"does more than show pages ({name}): print it to a PDF anew"
    return ""


def wrong_with_svg(content: bytes) -> str:
    """A drawing may only draw: no script, no style sheet, nothing from elsewhere."""
    if re.search(rb"<!(?!--)|<\?(?!xml )|<\?xml-", content):
        return "holds more than a drawing ('<!' or '<?'): save it as a plain SVG"
    try:
        tree = ElementTree.fromstring(content)
    except (ElementTree.ParseError, ValueError):
        return "cannot be read as a drawing: save it again as a plain SVG"
    for element in tree.iter():
        name = str(element.tag).rpartition("}")[2]
        if name not in DRAWN:
            return f"holds <{name}>, which no drawing needs: save it as a plain SVG"
        for key, value in element.attrib.items():
            plain = key.rpartition("}")[2].lower()
            if plain.startswith("on") or NAMED.search(value):
                return f"holds '{plain}', which does more than draw: delete it"
            if plain in ("href", "src") and not value.startswith("#"):
                return f"names another file in '{plain}': draw it here, or delete it"
    return ""


LOOKS: dict[str, Callable[[bytes], str]] = {
    ".jpg": told_by_a_camera,
    ".jpeg": told_by_a_camera,
    ".png": told_by_a_camera,
    ".webp": wrong_with_webp,
    ".pdf": wrong_with_pdf,
    ".svg": wrong_with_svg,
}
