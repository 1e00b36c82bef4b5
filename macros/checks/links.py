"""Links inside the site: the page is there, and the place on it."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from html import unescape

from markdown.extensions.toc import slugify, unique

from ..facts.former import outcome
from ..facts.site_data import SiteData
from ..problems import Problem, did_you_mean
from ..reading.pages import PageSource, address_of
from ..reading.promises import Promise
from ..schema.all_kinds import file_of
from .layout import GIVEN_ID, HEADING

LINK = re.compile(
    r"\]\(\s*+<?((?:[^()\s<>]++|\([^()\s]*+\))++)[^()]*+(?:\([^()]*+\)[^()]*+)?\)"
    r"|^\s*+\[(?!\^)[^\]]++\]:\s*+(\S++)"
)
UNCLOSED = re.compile(r"\]\([^()]*+(?:\([^()]*+)?$")
APART = re.compile(r"\]\s++\((?=[^()]*+\))[^()]*?\.md")
ELSEWHERE = (
    "a link in a page leads to another page of this site: for anywhere else "
    'write {{ resource_link("...") }}'
)
SHOWN_ID = re.compile(r"""\sid=["']([^"']+)["']""")

Anchors = Mapping[str, set[str] | None]  # by path; None when they cannot be known


def anchors_of(page: PageSource, made: list[str]) -> set[str]:
    """The ids that the page will have: its headings filled, and `made` by macros."""
    ids = {found for html in made for found in SHOWN_ID.findall(html)}
    for _, line in page.lines():
        ids |= set(SHOWN_ID.findall(line))
        heading = HEADING.match(line)
        if heading is None:
            continue
        given = GIVEN_ID.search(heading[2])
        words = re.sub(r"[*_`]|\]\([^()]*\)|<[^<>]*>|\{\{[^{}]*\}\}", "", heading[2])
        name = given[1] if given else slugify(unescape(words), "-")
        unique(name, ids)
    return ids


def ids_twice(made: list[str]) -> set[str]:
    """The ids that macros gave to two things of one page. `made` is their HTML."""
    ids = Counter(found for html in made for found in SHOWN_ID.findall(html))
    return {name for name, count in ids.items() if count > 1}


def links(page: PageSource, anchors: Anchors, data: SiteData) -> Iterator[Problem]:
    """Links of a page that lead nowhere."""
    for number, line in page.lines():
        if UNCLOSED.search(line):
            message = "a link is opened with '](' and not closed: type ')' at its end"
            yield Problem(page.file, number, message, code="link-unclosed")
        if APART.search(line):
            message = "a link has no space between ']' and '(': delete it"
            yield Problem(page.file, number, message, code="link-apart")
        for found in LINK.finditer(line):
            message = leads_nowhere(page, found[1] or found[2], anchors, data)
            if message:
                yield Problem(page.file, number, message, code="leads-nowhere")


def leads_nowhere(
    page: PageSource, typed: str, anchors: Anchors, data: SiteData
) -> str:
    """What is wrong with one link, or nothing."""
    target = unescape(typed)
    path, _, anchor = target.partition("#")
    if re.match(r"\s*[\w+.-]*:|//", target):
        return "" if re.match(r"(https?:)?//", target) else ELSEWHERE
    folder = posixpath.dirname(page.path)
    aim = posixpath.normpath(posixpath.join(folder, path)) if path else page.path
    if path.startswith("/"):
        aim = path  # our pages link by file, so that the site may stand in a folder
    if aim not in anchors:
        if not aim.endswith(".md") and "." in posixpath.basename(aim):
            return ""  # an image or another file: looked for where the site is made
        wrong = f"the link leads to '{typed}', which is not there"
        now = outcome(data.promises, address_of(aim))
        if now and now.to:
            return f"{wrong}: that page moved to {now.to}, so name the file of that"
        if now:
            return f"{wrong}: that page was withdrawn, so take the link out"
        if address_of(aim) in data.once("pages"):
            return f"{wrong}: put that file back, or lead elsewhere"
        return f"{wrong}: {near(aim, anchors)}"
    gone = data.gone(f"{address_of(aim)}#{anchor}")
    if gone:
        return gone_from(gone)
    there = anchors[aim]
    if anchor and there is not None and anchor not in there:
        hint = did_you_mean(anchor, there)
        return f"nothing on {aim} has the name '#{anchor}': {hint}"
    return ""


def gone_from(promise: Promise) -> str:
    """What to say where something leads to a record that is not there."""
    wrong = (
        f"the record '{promise.record}' of {file_of(promise.kind)} is gone, and this"
    )
    return f"{wrong} leads to it: name another place, or take the link out"


def near(aim: str, anchors: Anchors) -> str:
    """The file that was meant: also when its address was typed."""
    for path in anchors:
        if address_of(path).strip("/") == aim.strip("/").removesuffix(".html"):
            return f"name its file, {path}, as seen from this page's folder"
    return did_you_mean(aim, anchors)
