"""Macros for questions and their answers."""

from markupsafe import Markup

from ..schema.kinds.questions import Question
from .page import Page
from .registry import block_macro, known


@block_macro
def question(page: Page, id: str) -> Markup:
    """One question and its answer: `{{ question("who-do-i-call") }}`."""
    found = page.get(Question, id)
    return page.block("questions", questions=[found])


@block_macro
def questions(page: Page, topic: str = "") -> Markup:
    """Questions and answers, all or on one topic: `{{ questions("refer") }}`."""
    known(topic, {label.id for label in page.site.needs}, "needs")
    everything = page.data.of(Question).values()
    found = [q for q in everything if not topic or q.topic == topic]
    return page.block("questions", questions=found)
