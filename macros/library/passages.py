"""Macros for what one place says, and for what it has not said."""

from typing import NoReturn

from markupsafe import Markup

from ..facts.absent import MISSPELT
from ..problems import FollowsError, UnknownIdError, nearest
from ..schema.kinds.gaps import Gap
from ..schema.kinds.passages import Passage
from .page import Page
from .registry import block_macro, inline_macro


@block_macro
def passage(page: Page, id: str) -> Markup:
    """What is so here, or the question of that id: `{{ passage("panel-form") }}`.

    Where the place has no such passage, the page says that it is to be confirmed.
    """
    found = page.data.of(Passage).get(id)
    if found:
        return page.block("passage", passage=found)
    return page.block("gap", gap=_unanswered(page, id))


@inline_macro
def passage_text(page: Page, id: str) -> Markup:
    """The same in a sentence or a list: `{{ passage_text("panel-form") }}`.

    For a passage of one paragraph, with no list and no numbers below it.
    """
    found = page.data.of(Passage).get(id)
    if found is None:
        return page.inline("gap_text", gap=_unanswered(page, id))
    if found.items or found.contacts or found.pages or "\n" in found.text.strip():
        raise KeyError(
            f"the passage '{id}' is too long for a sentence: call 'passage' instead, "
            "alone on a line, or make it one paragraph in passages.yml, without a "
            "list, numbers or pages below it"
        )
    return page.inline("passage_text", passage=found)


def _unanswered(page: Page, record_id: str) -> Gap:
    """The question that stands where a place has no passage."""
    gaps = page.data.of(Gap)
    if record_id in gaps:
        return gaps[record_id]
    _refuse(page, record_id)


def _refuse(page: Page, record_id: str) -> NoReturn:
    """Neither a passage nor a question has that id."""
    known: set[str] = set()
    for kind in ("passages", "gaps"):
        known |= page.data.lines[kind].keys()
        if record_id in page.data.lines[kind] or kind in page.data.unsure:
            raise FollowsError(record_id)
    near = nearest(record_id, known, MISSPELT)
    mend = "write one in data/national/gaps.yml, with the question for the partnership"
    if near:
        mend = f"did you mean '{near}'? Or {mend}"
    wrong = f"no passage and no question of gaps.yml is called '{record_id}'"
    raise UnknownIdError("passages", record_id, wrong, mend)
