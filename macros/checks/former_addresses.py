"""Addresses of which the list says, or should say, what became of them."""

from collections.abc import Iterator
from dataclasses import replace

from ..facts.needs import needed_by
from ..facts.site_data import SiteData
from ..problems import Problem
from ..reading.pages import PageSource
from ..reading.promises import FILE, Promise
from ..schema.all_kinds import file_of
from .likeness import heading_names, like
from .links import Anchors

SAME_PAGE = 0.6  # from here on, two pages are most likely one that was moved
BROKEN = "promise-broken"
WITHDRAW = (
    "put it back; or, if it has to go, type 'make withdraw ID={id} NOTE=\"...\"' with "
    "what a visitor is told there instead (by hand: at the end of this line "
    "'withdrawn 2026-01-31:' with the day of today, and then the note)"
)


def page_gone(data: SiteData, promise: Promise) -> Problem:
    """A page that was published, and is neither there nor said to be elsewhere."""
    wrong = f"{promise.page} was published, and its page is gone"
    old, now = promise.page.strip("/"), moved_to(data, promise.page)
    if data.left_out(promise.page):
        needs = " and ".join(sorted(needed_by(data.drafts[promise.page])))
        wrong = f"{promise.page} was published, and is not made without records of "
        wrong += f"'{needs}'"
        mend = WITHDRAW.replace("put it", "put them").format(id=promise.page)
    elif not old:
        mend = "put docs/index.md back, because the start page has to stay"
    elif now:
        wrong = f"{wrong}; it looks as if it became docs/{now.path}"
        new = now.path.removesuffix(".md")
        mend = f"type 'make move FROM={old} TO={new}', or give the file its old name"
    else:
        mend = WITHDRAW.format(id=promise.page)
        mend += f"; or, if it moved, type 'make move FROM={old} TO=' and its new name"
    return said(promise, FILE, promise.line, wrong, mend)


def moved_to(data: SiteData, address: str) -> PageSource | None:
    """The page that most likely was at an address where there is none now.

    It has the places that were published there, and was never published itself.
    """
    here = (p for p in data.promises.values() if p.page == address)
    names = {p.name for p in here if p.name and not p.kind} - {"sources"}
    best, most = None, 0.0
    for page in data.pages.values():
        if page.address in data.promises:
            continue
        own = names & heading_names(page)
        alike = len(own) / len(names) if names else 0.0
        alike += 0.5 * like(address, page.address)
        if alike > max(most, SAME_PAGE):
            best, most = page, alike
    return best


def led_astray(
    data: SiteData, promise: Promise, found: Promise, anchors: Anchors
) -> Iterator[Problem]:
    """What is said to have moved, to where it is not."""
    page, _, name = found.to.partition("#")
    if promise.page == "/" and "/" not in data.pages:
        if not promise.name:
            yield page_gone(data, promise)
        return
    if not found.to:
        return  # withdrawn: its page, or what stands for it, says so
    source = data.pages.get(page)
    if source is not None:
        there = anchors[source.path]
        if not name or there is None or name in there:
            return
        if promise.changed is None:
            # It moved with its page, and has another name there, or is gone.
            wrong = f"'{promise.name}' was published on {promise.page}, and {page}, to "
            wrong += "which that page moved, has it not"
            mend = f"type 'make move FROM={promise.address} TO={page}#' and its name "
            mend += f"there, or 'make withdraw ID={promise.address} NOTE=\"...\"'"
            yield said(promise, FILE, promise.line, wrong, mend)
            return
    wrong = f"{promise.address} is said to have moved to {found.to}, which is not there"
    mend = "write where it is now at the end of this line"
    yield said(promise, FILE, promise.line, wrong, mend)


def kept_again(data: SiteData, twice: Anchors) -> Iterator[Problem]:
    """What is said to have gone and is there: the list would be untrue.

    `twice` has the names that a page has twice, once for what became of them.
    """
    for promise in data.promises.values():
        page = data.pages.get(promise.page)
        if not promise.changed or page is None:
            continue
        word = "moved" if promise.to else "withdrawn"
        thing = f"the page {promise.page}"
        there = promise.record in data.lines.get(promise.kind, ())
        if promise.name and there and (promise.note or shown(promise, twice, page)):
            thing = f"the record '{promise.record}' of {file_of(promise.kind)}"
        elif promise.name in heading_names(page):
            thing = f"the heading '{promise.name}' of {page.file}"
        elif promise.name:
            continue
        mend = f"delete '{word}' and what follows it, or delete what is there"
        again = said(promise, FILE, promise.line, f"{thing} is there", mend)
        yield replace(again, code="withdrawn-there")


def shown(promise: Promise, twice: Anchors, page: PageSource) -> bool:
    """Whether a page shows what is said to have moved from it."""
    return promise.name in (twice[page.path] or ())


def said(promise: Promise, file: str, line: int, wrong: str, mend: str) -> Problem:
    """A promise that would be broken, as a problem."""
    kind, id = promise.kind, promise.record
    return Problem(file, line, wrong, code=BROKEN, kind=kind, id=id, mend=mend)
