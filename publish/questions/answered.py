"""One row that was filled in, understood: an answer, a note, or what is wrong."""

import re
from dataclasses import dataclass
from datetime import date

from macros.schema.fields import plain_words

from .asked import Question
from .cells import Cell, Slip
from .columns import BY_KEY, CHANGED, GONE, NAMED, NO, STANDS, YES
from .days_typed import day_of
from .returned import Row
from .roles_typed import Words, named_in_text, role_of
from .ways_typed import BARE, LINE, WAY, Ways, lost_nought, parted, ways_of

UNKNOWN = re.compile(
    r"(?:(?:i |we )?(?:do not|don'?t|do n't) know|not known|unknown|not sure|unsure|"
    r"no idea|n\.?\s?/?\s?[ak]\.?|tbc|tba|to be confirmed|to follow|pending|\?+|-+|"
    r"not applicable)[.!?]*(?: yet)?[.!]*",
    re.I,
)
AGREED = re.compile(
    r"(?:yes|y|yep|correct|right|ok|okay|agreed|true|still (?:right|current|stands|"
    r"correct)|it (?:is|does)|yes,? (?:it (?:is|does)|still (?:right|stands|current)))"
    r"[.!]?",
    re.I,
)
DENIED = re.compile(r"(?:no|n|nope|none|wrong|false|incorrect)[.!]?", re.I)
OTHERWISE = re.compile(rf"(?:no|{CHANGED}|{GONE}|not any ?more|out of date)\b", re.I)
AS_PUBLISHED = {
    **dict.fromkeys(("yes", "y", "true", "ok"), YES),
    **dict.fromkeys(("no", "n", "false"), NO),
    **dict.fromkeys((NAMED, "yes, with the name", "yes, with name"), NAMED),
}
FEWEST = 3  # words that can stand on a page by themselves
LONGEST = 2000  # signs of an answer; more is a document, and has a page of its own


@dataclass(frozen=True)
class Answer:
    """What was answered to a question, by which role, on which day.

    `agreed` where all is right as it stands. `place` is the cell of the answer.
    """

    question: Question
    place: str
    words: str
    ways: tuple[Ways, ...]
    agreed: bool
    by: str
    on: date


@dataclass(frozen=True)
class Note:
    """A row that changes nothing, and why: somebody has to know."""

    place: str
    said: str

    def __str__(self) -> str:
        return f"{self.place}: {self.said}"


def understood(
    row: Row, question: Question, today: date, known: Words, slips: list[Slip]
) -> Answer | Note | None:
    """What a row says, or None with `slips` saying what to type in which cell."""
    cell = row.cells["answer"]
    before = len(slips)
    words = _words(cell, slips)
    if len(slips) > before:
        return None
    if UNKNOWN.fullmatch(words):
        return Note(cell.place, f"'{words}': {question.id} stays open")
    if not words:
        wrong = "is empty, and the row says who confirmed it: type the answer"
        slips.append(Slip(cell.place, wrong))
        return None
    may = _may(row.cells["may"], slips)
    by = role_of(row.cells["by"], may, known)
    on = day_of(row.cells["on"], today)
    slips += [wrong for wrong in (by, on) if isinstance(wrong, Slip)]
    if _plain(row.cells["question"].words) != _plain(question.question):
        slips.append(Slip(row.cells["question"].place, _changed(question), stale=True))
    if len(slips) > before or isinstance(by, Slip) or isinstance(on, Slip):
        return None
    if may == YES and question.sort != "source" and (n := named_in_text(words, known)):
        wrong = f"'{n}' may be a person's name: type the role or, if it can stand there"
        mend = f"choose '{NAMED}' under {BY_KEY['may'].title}"
        slips.append(Slip(cell.place, f"{wrong}, {mend}"))
        return None
    if may == NO:
        return Note(cell.place, f"not to be published: {question.id} stays open")
    if question.sort == "source" and OTHERWISE.match(words):
        said = f"{question.id} is to be looked at by hand: '{words}' ({by}, {on})"
        return Note(cell.place, said)
    words, ways, agreed = _said(question, words, cell.place, slips)
    if len(slips) > before:
        return None
    return Answer(question, cell.place, words, ways, agreed, by, on)


def _words(cell: Cell, slips: list[Slip]) -> str:
    words = cell.words
    if cell.sum or words[:1] == "=":
        wrong = f"'{words}' is a sum of the program's: type the words, without '='"
        slips.append(Slip(cell.place, wrong))
    elif isinstance(cell.value, date):
        wrong = f"the program made a date of the answer, {words}: type it as words"
        slips.append(Slip(cell.place, wrong))
    elif isinstance(cell.value, (int, float)) or BARE.fullmatch(words):
        slips.append(Slip(cell.place, lost_nought(words)))
    elif len(words) > LONGEST:
        wrong = f"is {len(words)} signs long, and {LONGEST} is the most: say it shorter"
        slips.append(Slip(cell.place, wrong))
    return words


def _may(cell: Cell, slips: list[Slip]) -> str:
    found = AS_PUBLISHED.get(cell.words.casefold().rstrip("."))
    if found is None:
        typed = f"'{cell.words}' says" if cell.words else "is empty, and says"
        wrong = f"{typed} not whether the answer may be published"
        slips.append(Slip(cell.place, f"{wrong}: type {BY_KEY['may'].help}"))
    return found or NO


def _said(
    question: Question, words: str, place: str, slips: list[Slip]
) -> tuple[str, tuple[Ways, ...], bool]:
    agreed = bool(AGREED.fullmatch(words))
    if question.sort == "source":
        if not agreed and words.casefold().rstrip(".") != STANDS:
            wrong = f"type {STANDS}, or {CHANGED} or {GONE} and how"
            slips.append(Slip(place, f"'{words[:60]}' does not say it: {wrong}"))
        return words, (), True
    if question.sort == "number":
        return _number(question, words, agreed, place, slips)
    if agreed and question.agree:
        return "", (), True
    if agreed or DENIED.fullmatch(words) or len(words.split()) < FEWEST:
        wrong = f"'{words}' alone cannot stand on a page: type it as a sentence"
        slips.append(Slip(place, wrong))
        return words, (), False
    try:
        plain_words(words)
    except ValueError as error:
        slips.append(Slip(place, f"the answer {error}"))
    words, ways = parted(words, place, slips)
    if not words and not slips:
        wrong = "has only a number or an address: say in a sentence above it what it is"
        slips.append(Slip(place, wrong))
    return words, tuple(ways), False


def _number(
    question: Question, words: str, agreed: bool, place: str, slips: list[Slip]
) -> tuple[str, tuple[Ways, ...], bool]:
    if agreed and question.agree:
        return "", (), True
    line = LINE.fullmatch(words)
    rest = line["rest"] if line else words
    ways = [ways_of("it", rest, place, slips)] if WAY.search(rest) else []
    if not ways:
        wrong = f"'{words[:60]}' has no number: type yes if all is right as it stands, "
        wrong = wrong if question.agree else f"'{words[:60]}' has no number: "
        slips.append(Slip(place, f"{wrong}or type the right number or e-mail address"))
    return "", tuple(ways), False


def _plain(words: str) -> str:
    return re.sub(r"[\W_]+", " ", words).casefold().strip()


def _changed(question: Question) -> str:
    return (
        f"the question of {question.id} is another one now: '{question.question}' "
        "Ask it again with make ask, for this may be an answer to the old one"
    )
