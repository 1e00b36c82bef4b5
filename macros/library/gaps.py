"""Macros for what only the partnership can say."""

from typing import get_args

from markupsafe import Markup

from ..problems import did_you_mean
from ..schema.kinds.gaps import Gap
from ..schema.kinds.passages import Passage
from ..schema.records import Fact
from .page import Page
from .registry import block_macro

# The fields in which records say what they say, the first that there is.
SAYING = (
    *("text", "answer", "summary", "meaning", "figure", "note", "reason", "value"),
    "first",
)


@block_macro
def gap(page: Page, id: str) -> Markup:
    """The sentence where a fact is not confirmed: `{{ gap("panel-form") }}`.

    Where the question is answered, it shows the answer.
    """
    found = page.get(Gap, id)
    answer = page.data.here.answers.get(id)
    if isinstance(answer, Passage):
        return page.block("passage", passage=answer)
    if answer:
        return page.block("answer", fact=answer, words=_words_of(answer))
    return page.block("gap", gap=found)


@block_macro
def gaps(page: Page, about: str = "") -> Markup:
    """All that is still to be confirmed, or one part: `{{ gaps("panel") }}`.

    Below stand the answers that this place has given.
    """
    choices = set(get_args(Gap.model_fields["about"].annotation))
    if about and about not in choices:
        hint = did_you_mean(about, choices)
        raise KeyError(f"'{about}' is not a part of gaps.yml: {hint}")
    answers = page.data.here.answers
    found = [gap for gap in page.data.of(Gap).values() if about in ("", gap.about)]
    given = ((gap, answers.get(gap.id)) for gap in found)
    return page.block(
        "gaps",
        gaps=[gap for gap in found if gap.id not in answers],
        answered=[(gap, said) for gap, said in given if isinstance(said, Passage)],
    )


def _words_of(answer: Fact) -> str:
    """What a record says, in the field that records of its kind say it in."""
    texts = (getattr(answer, field, None) for field in SAYING)
    return next((text for text in texts if isinstance(text, str)), answer.id)
