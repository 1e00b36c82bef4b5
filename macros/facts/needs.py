"""Pages, and parts of pages, that rest on records: without these they are not made.

A page says it in its front matter, `needs: [audit]`, and a part of one in the braces of
its heading, `## What the audit found { #audit needs=audit }`. What is needed is a kind
of record, a part of one (`audit.themes`), one record (`passages/training`) or a field
of site.yml that may be left out (`lado`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ..problems import Problem, did_you_mean
from ..reading.files import kept
from ..reading.load import Loaded
from ..reading.pages import PageSource
from ..reading.tree import line_of
from ..schema.all_kinds import KINDS
from ..schema.kinds.site import Site

ASKED = re.compile(r"""(?<![\w-])needs=(?:"([^"]*)"|'([^']*)'|([^\s}"']*))\s*+""")
BRACES = re.compile(r"\{:?\s*+\}\s*+$")
HEADING = re.compile(r"(#{1,6})\s")
FOOT = re.compile(r"\{\{\s*page_foot\b")
TITLE = "the whole page needs this: write it as 'needs:' in the front matter instead"


@dataclass(frozen=True)
class Part:
    """A heading that needs something, with the lines of the file below it."""

    needs: frozenset[str]
    level: int
    first: int
    last: int  # the line before the next heading of its level, or before the foot


def parts_of(page: PageSource) -> list[Part]:
    """The parts of a page, as it is written, that need something."""
    if "needs=" not in page.body:
        return []
    found: list[Part] = []
    opened: list[Part] = []
    for number, line in page.lines():
        heading = HEADING.match(line)
        level = 0 if FOOT.match(line) else len(heading[1]) if heading else 7
        while opened and level <= opened[-1].level:
            found.append(replace(opened.pop(), last=number - 1))
        asked = ASKED.search(line) if heading else None
        if asked:
            needs = frozenset((asked[1] or asked[2] or asked[3] or "").split())
            opened.append(Part(needs, level, number, number))
    last = page.body_line + page.body.count("\n")
    return sorted(
        [*found, *(replace(part, last=last) for part in opened)],
        key=lambda part: part.first,
    )


def needed_by(page: PageSource) -> frozenset[str]:
    """What a whole page needs."""
    needs = page.front.needs if page.front else ()
    return frozenset(name.replace(" ", "_") for name in needs)


def means_something(name: str) -> bool:
    """Whether a name is that of something that may be needed."""
    return is_there(name, {kind: Loaded() for kind in KINDS}, None) is not None


def needed_at(page: PageSource, line: int) -> frozenset[str]:
    """What has to be there for a line of a page, as it is written, to be shown."""
    around = (p.needs for p in parts_of(page) if p.first <= line <= p.last)
    return needed_by(page).union(*around)


def lacking(needs: Iterable[str], given: Iterable[str]) -> list[str]:
    """Which of `needs` is not there for certain where all `given` is."""
    given = list(given)
    return sorted(
        name
        for name in needs
        if not any(g == name or g.startswith((f"{name}.", f"{name}/")) for g in given)
    )


def is_there(name: str, kinds: Mapping[str, Loaded], site: Site | None) -> bool | None:
    """Whether a place has what is needed; None when the name means nothing.

    What cannot be told, because of a fault, counts as there.
    """
    kind, slash, record = name.partition("/")
    parts = [p for k, p in kinds.items() if kind in (k, KINDS[k].file)]
    if slash:
        there = any(p.unsure or record in p.lines for p in parts)
        return there if parts and record else None
    if parts:
        return any(p.unsure or p.lines for p in parts)
    field = Site.model_fields.get(name)
    if field is None or field.is_required():
        return None
    return site is None or bool(getattr(site, name))


def fitted(
    pages: Mapping[str, PageSource],
    kinds: Mapping[str, Loaded],
    site: Site | None,
    problems: list[Problem],
) -> dict[str, PageSource]:
    """The pages that this place has, each without the parts that it lacks.

    What names nothing that could be needed is added to `problems`, at its line.
    """
    made = {}
    for address, page in pages.items():
        asked = {
            name: is_there(name, kinds, site) for name, _ in _asked(page, problems)
        }
        problems += _unknown(page, asked)
        absent = frozenset(name for name, there in asked.items() if there is False)
        if not absent & needed_by(page):
            made[address] = cut(page, absent) if "needs=" in page.body else page
    return made


def _asked(page: PageSource, problems: list[Problem]) -> Iterator[tuple[str, int]]:
    """Each name of what a page needs, with its line."""
    for index, name in enumerate(page.front.needs if page.front else ()):
        line = line_of(page.node, "needs", index) if page.node else 1
        yield name.replace(" ", "_"), line
    for part in parts_of(page):
        if part.level == 1:
            problems.append(Problem(page.file, part.first, TITLE, code="needs"))
        for name in sorted(part.needs):
            yield name, part.first


def _unknown(page: PageSource, asked: Mapping[str, bool | None]) -> Iterator[Problem]:
    """Names that mean nothing, each where it is typed."""
    for name, line in _asked(page, []):
        if asked[name] is None:
            optional = (n for n, f in Site.model_fields.items() if not f.is_required())
            known = {*KINDS, *(kind.file for kind in KINDS.values()), *optional}
            message = f"'{name}' is no kind of record, and no field of site.yml"
            mend = did_you_mean(name, known)
            yield Problem(page.file, line, message, code="needs", mend=mend)


@kept(8192)
def cut(page: PageSource, absent: frozenset[str]) -> PageSource:
    """A page with empty lines for the parts that need what is `absent`.

    The lines of the others say no more what they need, and all lines count as before.
    """
    lines = page.body.split("\n")
    for part in parts_of(page):
        start = part.first - page.body_line
        lines[start] = plain(lines[start])
        if part.needs & absent:
            end = part.last - page.body_line + 1
            lines[start:end] = [""] * (end - start)
    return replace(page, body="\n".join(lines))


def hidden(draft: PageSource, page: PageSource | None, name: str) -> bool:
    """Whether a place of a page, as it is written, is in a part that is left out.

    `page` is the page as it is made, if it is. A place is a heading with a name of its
    own, or a record that the page asks for.
    """
    if page is None or page is draft or not name:
        return page is None
    place = re.compile(rf"[#\"']{re.escape(name)}[\s\"'}}]")
    return any(place.search(line) for line in hidden_lines(draft, page))


def hidden_lines(draft: PageSource, page: PageSource | None) -> Iterator[str]:
    """The lines of a page, as it is written, that are not made here."""
    lines = draft.body.split("\n")
    made = page.body.split("\n") if page else [""] * len(lines)
    for line, kept_line in zip(lines, made, strict=True):
        if line and not kept_line:
            yield line


def plain(heading: str) -> str:
    """A heading without what it says that it needs."""
    return BRACES.sub("", ASKED.sub("", heading)).rstrip()
