"""Phone numbers, e-mail and web addresses in a text, however people type them.

Each pattern starts at a sign that is rare (a digit, an at sign, a dot before the end of
a domain) and looks a bounded way ahead, so that a long text takes no longer for each
of its letters than a short one.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Literal

Detail = Literal["number", "email", "address"]


@dataclass(frozen=True)
class Found:
    """A contact detail in a text. `typed` is as the text has it, without its marks."""

    kind: Detail
    typed: str
    row: int  # the line of the text, counted from 0


# What may stand between two digits of a number.
GAP = r"[\s().\-/|\u00b7]{0,4}"
# What follows a short number that is meant to be rung, and not one that counts things.
ENDS = (
    r"(?=\s*$|\s*[.,;:!?)\"'\]-]|\s+(?:and|or|for|if|in|at|to|when|now|then|first|option|"
    r"from|straight|immediately|before|after|which|who|but|is|as|unless|because|any|"
    r"free|on|by|with|the|your|you|at)\b)"
)
# At the first sign of a number: this one look ahead spares the others everywhere else.
NUMBER = re.compile(
    r"(?=[+\dO])(?:"
    + "|".join(
        [
            # a date, whose digits would pass for a number
            r"(?P<date>(?<!\d)\d\d[-./ ]\d\d[-./ ](?:19|20)\d\d(?!\d))",
            # from abroad: +44 163 296 0503, +44 (0)163..., 0044...
            rf"\+{GAP}\d(?:{GAP}\d){{8,14}}(?!\d)",
            rf"(?<![\w.])00{GAP}[1-9](?:{GAP}\d){{8,13}}(?!\d)",
            rf"(?<![\w.,-])44{GAP}(?:0{GAP})?[1-35789](?:{GAP}\d){{8,9}}(?!\d)",
            # at home: ten or eleven digits, or the short ones that start with 08
            rf"(?<!\w)(?<!\d[.,])[0O][\s)]{{0,3}}[1-35789](?:{GAP}\d){{8,9}}(?!\d)",
            rf"(?<!\w)(?<!\d[.,])08(?:00|08|45){GAP}\d(?:{GAP}\d){{3,5}}(?!\d)",
            # helplines of six digits and of three, and numbers for a text message
            r"(?<![\w.,\u00a3$-])116[\s.-]?(?:000|006|111|117|123)(?![\d,%])",
            rf"(?<![\w.,\u00a3$-])999{ENDS}",
            r"(?<![\w.,\u00a3$-])(?P<code>999|112|111|101|105|119|1800[01]|[678]\d{4,5})"
            + ENDS,
        ]
    )
    + ")"
)
# What stands before a short number that is to be rung, and before that of a book.
RUNG = re.compile(
    r"(?:\b(?:call|dial|ring|rang|phone|tel|telephone|text|sms|number)"
    r"(?:s|ed|ing|led)?\b[^.!?\d]{0,40}|\bon\s+)$",
    re.I,
)
BOOK = re.compile(r"\b(?:isbn|issn|doi)\b[\W\d]{0,24}$", re.I)
NAME = r"[\w-]{1,63}"
# Each with a sign that a text must have before it is worth a look.
EMAILS = {
    "@": re.compile(rf"(?<=[\w.\s])@\s?{NAME}\s?\.\s?\w[\w.-]{{0,60}}"),
    "at": re.compile(
        rf"(?<=\w)\s{{0,2}}[\[({{<]\s?at\s?[\])}}>]\s{{0,2}}{NAME}[\w.-]{{0,60}}", re.I
    ),
    "dot": re.compile(rf"\bat\s+{NAME}(?:\s+dot\s+{NAME}){{1,4}}", re.I),
}
ENDINGS = (
    r"(?:uk|com|org|net|info|gov|edu|eu|io|ie|tv|co|biz|int|scot|wales|cymru|london|"
    r"charity|foundation)(?![\w-]|\.\w)"
)
ADDRESSES = {
    ":": re.compile(r"\bh(?:tt|xx)ps?\s?:\s?/{0,2}\S|\bftp:\S", re.I),
    "//": re.compile(r"(?<![:/])//\w"),
    "www": re.compile(r"\bwww\d?\s?[.[(]", re.I),
    ".": re.compile(rf"(?<=[a-z0-9])\.{ENDINGS}", re.I),
    "dot": re.compile(rf"\sdot\s+{ENDINGS}|[\[({{]\s?dot\s?[\])}}]\s?{ENDINGS}", re.I),
    "[.": re.compile(rf"\[\.\]{ENDINGS}", re.I),
    "(.": re.compile(rf"\(\.\){ENDINGS}", re.I),
}
# One of these stands in every text that has any contact detail in it.
SIGN = re.compile(
    r"[\d@&\[{<]|\.\S|:\s?/|//|\([^\w]?[\w.]{1,3}[^\w]?\)|\bwww|\sdot\s", re.I
)
DIGIT = re.compile(r"\d")
DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
TAGS = re.compile(
    r"<(?:!--[^<>]{0,200}-->"
    r"|/?[a-zA-Z]{1,10}(?: (?i:class|id)=\"[^\"<>]{0,80}\")*\s?/?>)"
)
MARKS = "*_~`\\"
WORDY = "_.+'-"  # signs that a word of an address may hold
LONGEST_WORD = 60
PLACE_NAME = "GOV.UK"  # the name of a publisher, and no address as it is written


def without_marks(text: str) -> str:
    """A text as it is read: no marks, no entities, one kind of space and dash.

    It has as many lines as before.
    """
    if "&" in text:
        text = "\n".join(" ".join(unescape(t).splitlines()) for t in text.split("\n"))
    if not text.isascii():
        text = DASHES.sub("-", UNSEEN.sub("", text))
        text = unicodedata.normalize("NFKC", text)
    text = TAGS.sub("", text)
    for mark in MARKS:
        text = text.replace(mark, "")
    return text


def contact_details(text: str) -> Iterator[Found]:
    """Every number, e-mail and web address in a text, as people would read it."""
    if text.isascii() and not SIGN.search(text):
        return
    text = without_marks(text)
    yield from numbers_in(text)
    folded = text.casefold()
    emails = list(_each("email", text, folded, EMAILS))
    yield from emails
    for one in _each("address", text, folded, ADDRESSES):
        if not any(one.typed in email.typed for email in emails):
            yield one


def numbers_in(text: str) -> Iterator[Found]:
    """The numbers of a text without marks that could be rung."""
    for found in NUMBER.finditer(text) if DIGIT.search(text) else ():
        before = text[max(found.start() - 60, 0) : found.start()]
        counts = found["code"] and not RUNG.search(before)
        if not (found["date"] or counts or BOOK.search(before)):
            yield _found("number", text, found)


def _each(
    kind: Detail, text: str, folded: str, patterns: dict[str, re.Pattern[str]]
) -> Iterator[Found]:
    """What the patterns find whose sign is in the text."""
    for sign, pattern in patterns.items():
        for found in pattern.finditer(text) if sign in folded else ():
            one = _found(kind, text, found)
            named = one.typed.upper() == PLACE_NAME
            if not named or text[found.end() : found.end() + 1] == "/":
                yield one


def _found(kind: Detail, text: str, found: re.Match[str]) -> Found:
    """A match with the word that it is the end of."""
    start = found.start()
    if kind != "number":
        if kind == "email" and text[max(start - 1, 0) : start].isspace():
            start -= 1
        least = max(start - LONGEST_WORD, 0)
        while start > least and (text[start - 1].isalnum() or text[start - 1] in WORDY):
            start -= 1
    typed = text[start : found.end()].lstrip()
    begins = found.end() - len(typed)
    return Found(kind, typed.rstrip(), text.count("\n", 0, begins))
