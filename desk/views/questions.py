"""Questions: what only the partnership can say, each with a box for its answer."""

from datetime import date

from starlette.responses import Response

from macros.problems import DataError
from publish.questions.asked import Question
from publish.questions.columns import BY_KEY, NAMED, NO, YES

from ..answering import KEYS, Answered, answered, questions
from ..deeds import done
from ..forms import Asked, go

FAULTY = "the facts have faults: mend them first, and the questions show again"
CHOICES = (YES, NO, NAMED)


def listed(asked: Asked) -> Response:
    """Every question, what is critical to safety first."""
    found = _questions(asked)
    return asked.page("questions.html", title="Questions", questions=found)


def one(asked: Asked) -> Response:
    """One question: what is known of it, and the boxes of its answer."""
    wanted = f"{asked.path['kind']}/{asked.path['id']}"
    question = next((q for q in _questions(asked) if q.id == wanted), None)
    if question is None:
        raise ValueError("this question is not open any more")
    typed = {key: asked.one(key) for key in KEYS}
    found = Answered()
    if asked.form:
        found = answered(asked.desk.saver, question, typed, date.today())
        deed = found.deed
        sound = deed and not deed.refused and not deed.faults
        if deed and sound and asked.one("_do") == "do":
            return go(f"/changes/{done(asked.desk.saver, deed).number}/")
    deed = found.deed
    wrong = found.beside or (deed and (deed.refused or deed.faults))
    return asked.page(
        "question.html",
        422 if wrong else 200,
        title=question.question,
        question=question,
        columns=[BY_KEY[key] for key in KEYS],
        choices=CHOICES,
        form=typed,
        found=found,
    )


def _questions(asked: Asked) -> list[Question]:
    try:
        return questions(asked.desk.root, date.today())
    except DataError:
        raise ValueError(FAULTY) from None
