"""Characters that no reader sees, wherever they come from.

They come with words pasted from Word or a web page, and they can be meant to deceive:
text that runs backwards, or words inside words. So they are refused in files as they
are saved, in values after YAML has read their escapes, in what macros are given, and
in the pages that came out.
"""

import re
import unicodedata
from functools import lru_cache
from html import unescape

# Each range with what is in it.
RANGES = (
    ("\x00", "\x08"),  # controls, but not the tab and the end of a line
    ("\x0b", "\x0c"),
    ("\x0e", "\x1f"),
    ("\x7f", "\x9f"),
    ("\u00ad", "\u00ad"),  # soft hyphen
    ("\u034f", "\u034f"),  # joiner of graphemes
    ("\u061c", "\u061c"),  # mark of direction
    ("\u115f", "\u1160"),  # fillers of Korean
    ("\u17b4", "\u17b5"),
    ("\u180b", "\u180f"),
    ("\u200b", "\u200f"),  # no width, joiners, marks of direction
    ("\u2028", "\u202e"),  # ends of lines, overrides of direction
    ("\u2060", "\u206f"),  # word joiner, isolates of direction
    ("\u2800", "\u2800"),  # an empty sign of Braille
    ("\u3164", "\u3164"),
    ("\ud800", "\udfff"),  # halves of a character
    ("\ue000", "\uf8ff"),  # private: an empty box on most screens
    ("\ufdd0", "\ufdef"),  # never characters
    ("\ufeff", "\ufeff"),  # mark of byte order
    ("\uffa0", "\uffa0"),
    ("\ufff0", "\ufffb"),
    ("\U0001bca0", "\U0001bca3"),
    ("\U0001d173", "\U0001d17a"),
    ("\U000e0000", "\U0010ffff"),  # tags, more selectors, private planes
    *((chr(plane + 0xFFFE), chr(plane + 0xFFFF)) for plane in range(0, 0xE0000, 65536)),
)
SELECTORS = "\ufe00-\ufe0f"  # how the sign before them is drawn
UNSEEN = re.compile(
    "[" + "".join(f"{first}-{last}" for first, last in RANGES) + SELECTORS + "]"
)
SEEN = bytes(range(0x20, 0x7F)) + b"\t\n\r"
NAME = re.compile(r"[#\w]+;?")  # of an entity, behind its &


def first_unseen(text: str) -> re.Match[str] | None:
    """The first character of a text that cannot be seen.

    One is let through: what makes the sign before it a small picture.
    """
    # Nearly all of a text is ASCII that is seen: the rest of it is soon looked through.
    rest = text.encode("utf-8", "surrogatepass").translate(None, SEEN)
    if not UNSEEN.search(rest.decode("utf-8", "surrogatepass")):
        return None
    for found in UNSEEN.finditer(text):
        if not draws_a_sign(text, found.start()):
            return found
    return None


def draws_a_sign(text: str, at: int) -> bool:
    """Whether a selector stands, once, behind a sign that has two looks."""
    before = text[at - 1 : at] if at else ""
    return text[at] in "\ufe0e\ufe0f" and unicodedata.category(before or " ") == "So"


def unseen_entities(html: str) -> list[str]:
    """The entities of a text, such as `&shy;`, that stand for what cannot be seen."""
    named = map(NAME.match, html.split("&")[1:])
    return sorted(filter(_is_unseen, {f"&{name[0]}" for name in named if name}))


@lru_cache(maxsize=4096)
def _is_unseen(entity: str) -> bool:
    number = re.fullmatch(r"&#(?:x([0-9a-f]+)|(\d+));?", entity, re.I)
    if number is None:
        return UNSEEN.search(unescape(entity)) is not None
    digits = (number[1] or number[2]).lstrip("0")[:8] or "0"
    code = int(digits, 16 if number[1] else 10)
    if 0x80 <= code <= 0x9F:  # here browsers take the letters of Windows
        return UNSEEN.search(unescape(entity)) is not None
    return code > 0x10FFFF or UNSEEN.match(chr(code)) is not None
