"""What a built page may hold: each element, its attributes, and what these may say.

A list of what is allowed stays right when browsers learn more. To allow one more
element or attribute, add it to the table of its place: FRAME for what the theme puts
round a page, WORDS for what stands in a page, from its words or from a template.
"""

import re
from collections.abc import Mapping
from typing import Final

Form = re.Pattern[str] | str

ANY: Final = re.compile(r"[^\x00]*")
EMPTY: Final = re.compile("")
NAME: Final = re.compile(r"[^\s\"'<>]+")
NAMES: Final = re.compile(r"[^\"'<>]*")
NUMBER: Final = re.compile(r"-?\d*\.?\d+%?")
NUMBERS: Final = re.compile(r"[\d\s.,%-]*")
LANGUAGE: Final = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*")
PATH: Final = re.compile(r"[A-Za-z0-9\s.,+-]*")  # what an SVG draws along
COLOUR: Final = re.compile(r"none|currentColor|#[0-9a-fA-F]{3,8}")
LINK: Final = "link"  # where a visitor may go: this site, or what a record names
FILE: Final = "file"  # what a browser loads by itself: of this site alone


def one_of(*words: str) -> re.Pattern[str]:
    """A form that takes one of a few words."""
    return re.compile("|".join(map(re.escape, words)))


YES: Final = one_of("", "checked", "disabled", "open", "defer", "hidden")

# On any element.
ANYWHERE: Mapping[str, Form] = {
    "class": NAMES,
    "id": NAME,
    "lang": LANGUAGE,
    "title": ANY,
    "role": NAME,
    "tabindex": one_of("0", "-1"),
    "data-search-exclude": EMPTY,
    "aria-current": NAME,
    "aria-describedby": NAMES,
    "aria-expanded": one_of("true", "false"),
    "aria-hidden": one_of("true", "false"),
    "aria-label": ANY,
    "aria-labelledby": NAMES,
    "aria-live": NAME,
    "hidden": YES,
}
DRAWN: Mapping[str, Form] = {
    "fill": COLOUR,
    "stroke": COLOUR,
    "stroke-width": NUMBER,
    "fill-rule": NAME,
    "clip-rule": NAME,
    "stroke-linecap": NAME,
    "stroke-linejoin": NAME,
}
POPS: Mapping[str, Form] = {"popover": one_of("", "auto")}
TURNS: Final = {"popovertarget": NAME, "popovertargetaction": one_of("hide")}
CELL: Mapping[str, Form] = {
    "data-label": NAMES,
    "scope": one_of("row", "col"),
    "align": one_of("left", "center", "right"),
    "colspan": NUMBER,
    "rowspan": NUMBER,
}
SHAPES: Mapping[str, Mapping[str, Form]] = {
    "svg": {
        "viewbox": NUMBERS,
        "xmlns": one_of("http://www.w3.org/2000/svg"),
        "width": NUMBER,
        "height": NUMBER,
        "focusable": one_of("false"),
        **DRAWN,
    },
    "title": {},
    "desc": {},
    "a": {"href": LINK},
    "g": DRAWN,
    "path": {"d": PATH, **DRAWN},
    "circle": {"cx": NUMBER, "cy": NUMBER, "r": NUMBER, **DRAWN},
    "ellipse": {"cx": NUMBER, "cy": NUMBER, "rx": NUMBER, "ry": NUMBER, **DRAWN},
    "rect": {
        **dict.fromkeys(("x", "y", "width", "height", "rx", "ry"), NUMBER),
        **DRAWN,
    },
    "line": {**dict.fromkeys(("x1", "y1", "x2", "y2"), NUMBER), **DRAWN},
    "polyline": {"points": NUMBERS, **DRAWN},
    "polygon": {"points": NUMBERS, **DRAWN},
    "text": {
        "x": NUMBER,
        "y": NUMBER,
        "text-anchor": one_of("start", "middle", "end"),
        **DRAWN,
    },
    "tspan": {"x": NUMBER, "y": NUMBER, "dx": NUMBER, "dy": NUMBER},
}

PLAIN_ELEMENTS: Final = (
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "div", "section", "aside"),
    *("small", "strong", "em", "b", "i", "s", "sub", "sup", "kbd", "code", "pre"),
    *("mark", "cite", "dfn", "figure", "figcaption", "abbr", "dl", "dt", "dd", "ul"),
    *("summary", "caption", "table", "thead", "tbody", "tr", "header", "footer"),
    *("fieldset", "legend"),
)
# What may stand in a page: its own words, and the templates that macros fill.
WORDS: Mapping[str, Mapping[str, Form]] = {
    **{name: {} for name in PLAIN_ELEMENTS},
    "span": POPS,
    "nav": POPS,
    "ol": {"start": NUMBER},
    "li": {"value": NUMBER},
    "th": CELL,
    "td": CELL,
    "q": {"cite": LINK},
    "blockquote": {"cite": LINK},
    "ins": {"datetime": NAME},
    "del": {"datetime": NAME},
    "time": {"datetime": NAME},
    "details": {"open": YES, "name": NAME},
    "a": {"href": LINK, "rel": NAMES},
    "img": {
        "src": FILE,
        "alt": ANY,
        "width": NUMBER,
        "height": NUMBER,
        "loading": one_of("lazy", "eager"),
        "decoding": one_of("async"),
    },
    "button": {"type": one_of("button"), **TURNS},
    # Tabs and lists to tick, which work without a script.
    "div": {"data-tabs": re.compile(r"\d+:\d+")},
    "label": {"for": NAME},
    "input": {
        "type": one_of("radio", "checkbox"),
        "name": NAME,
        "checked": YES,
        "disabled": YES,
    },
}

# What the theme puts round a page. No words of a page get here.
FRAME: Mapping[str, Mapping[str, Form]] = {
    **WORDS,
    "html": {},
    "head": {},
    "body": {},
    "title": {},
    "main": {},
    "article": {},
    "meta": {
        "charset": one_of("utf-8"),
        "name": one_of(
            *("viewport", "description", "color-scheme", "referrer", "robots"),
            *("theme-color", "format-detection", "author"),
        ),
        "property": re.compile(r"og:[a-z_:]+"),
        "http-equiv": one_of("Content-Security-Policy"),
        "content": ANY,
    },
    "link": {
        "rel": NAME,
        "href": FILE,
        "type": NAME,
        "sizes": NAME,
        "media": ANY,
        "as": one_of("font"),
        "crossorigin": EMPTY,
    },
    "script": {"src": FILE, "defer": YES, "type": one_of("module")},
    "a": {
        "href": LINK,
        "rel": NAMES,
        "aria-keyshortcuts": NAMES,
        "target": one_of("_top"),  # out of another website's frame
        **dict.fromkeys(
            ("data-root", "data-engine", "data-index", "data-text", "data-style"), FILE
        ),
    },
}
# These may lead elsewhere, to where a record says; all other links of a head load.
LEADS_ON = ("canonical", "alternate", "license", "help")

# Elements without an end tag.
VOID = frozenset(("br", "hr", "img", "input", "link", "meta"))
# Elements that hold the page together: each stands in it once.
ONCE = ("html", "head", "body", "main", "article")
