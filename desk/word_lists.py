"""Lists as Word copies them: paragraphs that only look like one, made lists."""

import re

from bs4 import BeautifulSoup, Tag

LEVEL = re.compile(r"mso-list:\s*\w+\s+level(\d)", re.I)
MARK = re.compile(r"mso-list:\s*ignore", re.I)
NUMBER = re.compile(r"^\s*(?:\d+|[a-z]|[ivx]+)[.)]", re.I)


def make_lists(soup: BeautifulSoup) -> None:
    """Make lists of the paragraphs that are points, each at its level."""
    open_lists: list[Tag] = []
    last: Tag | None = None
    for tag in list(soup.find_all("p")):
        found = LEVEL.search(str(tag.get("style") or ""))
        follows = last is not None and _beside(last, tag)
        if not found:
            open_lists, last = [], None
            continue
        if not follows:
            open_lists = []
        level = min(int(found[1]), len(open_lists) + 1)
        kind = "ol" if NUMBER.match(_mark_of(tag)) else "ul"
        del open_lists[level:]
        if len(open_lists) < level:
            new = soup.new_tag(kind)
            if open_lists:
                points = open_lists[-1].find_all("li", recursive=False)
                points[-1].append(new)
            else:
                tag.insert_before(new)
            open_lists.append(new)
        tag.extract()
        tag.name, tag.attrs = "li", {}
        open_lists[-1].append(tag)
        last = open_lists[0]


def _beside(one: Tag, other: Tag) -> bool:
    """Whether nothing but blanks stands between two."""
    between = one.next_sibling
    while between is not None and not isinstance(between, Tag):
        if str(between).strip():
            return False
        between = between.next_sibling
    return between is other


def _mark_of(tag: Tag) -> str:
    """The mark of a point, taken out: Word writes it before the words."""
    spans = tag.find_all("span")
    found = [s for s in spans if MARK.search(str(s.get("style") or ""))]
    mark = found[0].get_text() if found else ""
    for span in found[:1]:
        span.decompose()
    return mark
