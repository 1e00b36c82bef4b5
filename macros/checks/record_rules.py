"""Rules of one kind of record each, as the head of its data file has them."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from ..facts.site_data import SiteData
from ..facts.written import Written
from ..problems import Problem, did_you_mean
from ..schema.fields import Standing

# The standing that every record of a kind has.
STANDINGS = {
    "gaps": (Standing.TO_CONFIRM, "gap-standing", "a gap is what nobody has published"),
    "figures": (Standing.PUBLISHED, "figure-standing", "a figure is one that we read"),
}
# How many lines a list has, fewest and most, and the rule.
LINES = {
    ("audit.themes", "asks"): (2, 3, "theme-asks"),
    ("continuum.steps", "asks"): (2, 4, "response-asks"),
    ("continuum.steps", "characteristics"): (3, 6, "characteristics"),
}
# How many sentences a text has at most, and the rule.
SENTENCES = {
    ("terms", "meaning"): (2, "meaning-long"),
    ("steps", "text"): (3, "step-long"),
    ("routes.answers", "first"): (3, "first-long"),
    ("words", "why"): (3, "why-long"),
    ("continuum.steps", "summary"): (3, "summary-long"),
}
SENTENCE = re.compile(r"(?<=[.!?])[\")]?\s+(?=[A-Z\"(])")
ASKING = {("gaps", "question"): "gap-question", ("questions", "question"): "question"}
UNNAMED = ("audit", "panel", "passages", "gaps")  # kinds that name no person
PERSON = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame)\.? [A-Z][a-z]+")
COLOURS = re.compile(r"\b(?:red|amber|green|yellow|orange|blue|purple)\b", re.I)
MARKS = "\"'\u201c\u201d\u2018\u2019"
START = "Use it when "
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def record_rules(
    data: SiteData, written: Iterable[Written], today: date
) -> Iterator[Problem]:
    """What is wrong with single values, by the rules of their kind."""
    nations = data.site.nations if data.settings else ()
    for value in written:
        at = (value.kind, value.field)
        if value.field == "standing":
            yield from standing(value)
        if at in LINES and value.index == 0:
            yield from number_of_lines(value)
        if value.sort != "text":
            continue
        if at in SENTENCES:
            yield from number_of_sentences(value)
        if at in ASKING and not value.typed.endswith("?"):
            message = f"'{value.field}' must end in a question mark"
            yield value.problem(ASKING[at], message, "type '?' at its end")
        if at == ("resources", "when") and not value.typed.startswith(START):
            message = f"'when' must start '{START.strip()}'"
            yield value.problem("use-it-when", message, "write it so")
        if at == ("resources", "nation") and nations and value.typed not in nations:
            message = f"'nation' cannot be '{value.typed}'"
            mend = did_you_mean(value.typed, nations)
            yield value.problem("nation", message, mend)
        if at == ("figures", "year"):
            yield from year_of_count(value, today)
        if at == ("synonyms", "words") and " " in value.typed:
            message = f"'{value.typed}' is more than one word"
            mend = "put it under 'also' of the term or resource that it names"
            yield value.problem("synonym-single", message, mend)
        yield from words_of(value)


def standing(value: Written) -> Iterator[Problem]:
    """Kinds of record whose standing is always the same."""
    if hasattr(value.record, "asks") and not hasattr(value.record, "id"):
        wanted, code, why = Standing.OWN, "response-standing", "the summary is ours"
    elif value.kind in STANDINGS:
        wanted, code, why = STANDINGS[value.kind]
    else:
        yield from confirmation(value)
        return
    if value.typed != wanted:
        message = f"'standing' cannot be '{value.typed.value}' here, since {why}"
        yield value.problem(code, message, f"write '{wanted.value}'")


def confirmation(value: Written) -> Iterator[Problem]:
    """What is confirmed says by whom, and nothing else does."""
    said = value.typed == Standing.CONFIRMED
    if said == (getattr(value.record, "confirmed", None) is not None):
        return
    if said:
        message = "'standing' is confirmed, and nothing says by whom and when"
        mend = "add 'confirmed' below it, and below that 'by' and 'on', further in"
    else:
        message = f"'confirmed' says by whom, and 'standing' is '{value.typed.value}'"
        mend = "write 'confirmed', or delete 'confirmed' with its lines"
    yield value.problem("confirmed-by", message, mend)


def number_of_lines(value: Written) -> Iterator[Problem]:
    """Lists that must be short, and must not be shorter."""
    fewest, most, code = LINES[value.kind, value.field]
    lines: Any = getattr(value.record, value.field)
    if not fewest <= len(lines) <= most:
        message = (
            f"'{value.field}' has {len(lines)}, and takes {fewest} to {most} lines"
        )
        mend = "add one" if len(lines) < fewest else "make fewer of them"
        yield value.problem(code, message, mend)


def number_of_sentences(value: Written) -> Iterator[Problem]:
    """Texts that are read beside other words, and so must be short."""
    most, code = SENTENCES[value.kind, value.field]
    count = len(SENTENCE.split(value.typed.strip()))
    if count > most:
        message = f"'{value.field}' has {count} sentences, and takes {most}"
        mend = "move the rest to 'more'" if value.kind == "terms" else "say it in fewer"
        yield value.problem(code, message, mend)


def year_of_count(value: Written, today: date) -> Iterator[Problem]:
    """A figure has the year in which it was counted."""
    years = [int(year) for year in YEAR.findall(value.typed)]
    if not years or max(years) > today.year:
        message = f"'year' is '{value.typed}': a figure needs the year of its count"
        yield value.problem("figure-year", message, "such as '2023'")


def words_of(value: Written) -> Iterator[Problem]:
    """Words that one kind of record must not have."""
    file = value.kind.partition(".")[0]
    if file in UNNAMED and PERSON.search(value.typed):
        message = f"'{value.field}' names a person"
        yield value.problem("person-named", message, "say what the person does")
    if file == "continuum" and COLOURS.search(value.typed):
        message = f"'{value.field}' names a colour, and Hackett's steps have none"
        yield value.problem("colour", message, "delete it")
    if value.kind == "panel" and value.field == "quote":
        if value.typed[0] in MARKS or value.typed[-1] in MARKS:
            message = "the page puts the quotation marks round 'quote'"
            yield value.problem("quote-marks", message, "delete those typed here")
    elif value.kind == "panel" and re.search(r"\bonly\b", value.typed, re.I):
        message = f"'{value.field}' says 'only', and the partnership does not"
        yield value.problem("panel-only", message, "say what it prioritises")
