"""Slips in the macro calls of a page, said at their line."""

import re
from collections.abc import Iterator

from jinja2 import Environment, TemplateSyntaxError

from ..problems import Problem
from ..reading.pages import PageSource
from ..schema.place import WORDS
from .registry import MACROS

PARSER = Environment()
COMMENTS = re.compile(r"\{#(?:[^{#]|\{(?!#)|#(?!\}))*+#\}")
UNOPENED = "a macro call is closed with '}}' and not opened: type '{{' at its start"
ONE_BRACE = "a macro call stands between two braces on each side: '{{' and '}}'"
UNREADABLE = (
    "this macro call cannot be read: type its name, then its values in quotes between "
    'brackets, such as {{ term("hsb") }}'
)
BRACKETS = re.compile(r"\[\[\s*([a-z0-9]+(?:[-_][a-z0-9]+)*)(?: (\w+))?\s*\]\](?!\()")
PUT_IN = "'{}' is for data/, titles and the menu, and stands here as it is: write {}"
STATEMENT = "'{%' is not used in pages: delete it, or write &#123;% for the signs"
UNCLOSED = "a macro call is opened with '{{' and not closed: type '}}' at its end"
COMMENT = (
    "'{#' starts a comment that never ends: leave a space, as in '{ #short-name }'"
)


def explain_syntax(body: str, error: TemplateSyntaxError) -> tuple[int, str]:
    """The line, counted in the body, and what to do. Jinja may only name the end."""
    lines = body.splitlines()
    for number, line in enumerate(lines, 1):
        message = slip_in(line)
        if message:
            return number, message
    return error.lineno or 1, UNREADABLE


def slip_in(line: str) -> str:
    """What is wrong with the macro calls of one line, or nothing."""
    for inner in re.findall(r"\{\{([^{}]*)\}\}", line):
        if re.search("[\u2018\u2019\u201c\u201d]", inner):
            return 'curly quotes do not hold a value: type straight ones, "'
        if inner.count('"') % 2 or (inner.count("'") % 2 and '"' not in inner):
            return 'a quote is missing in this macro call: values stand between two "'
        if inner.count("(") != inner.count(")"):
            return "a bracket is missing in this macro call: values stand between ( )"
        try:
            PARSER.parse("{{" + inner + "}}")
        except (TemplateSyntaxError, RecursionError):
            return UNREADABLE
    opened = re.sub(r"\{\{[^{}]*\}\}", "", line)
    if "{{" in opened:
        return UNCLOSED
    if "{%" in opened:
        return STATEMENT
    return COMMENT if "{#" in COMMENTS.sub("", opened) else ""


def stray(page: PageSource) -> Iterator[Problem]:
    """Braces that close nothing are shown to visitors as they stand."""
    for number, line in page.lines():
        left = re.sub(r"\{\{[^{}]*\}\}", "", line)
        if "}}" in left:
            yield Problem(page.file, number, UNOPENED, code="stray-brace")
        elif re.search(r"(?<!\{)\{\s*(" + "|".join(MACROS) + r")\(", left):
            yield Problem(page.file, number, ONE_BRACE, code="stray-brace")
        for asks in BRACKETS.finditer(left):
            macro = "site" if asks[1] in WORDS else "value"
            form = f', "{asks[2]}"' if asks[2] else ""
            call = f'{{{{ {macro}("{asks[1]}"{form}) }}}}'
            words = PUT_IN.format(asks[0], call)
            yield Problem(page.file, number, words, code="stray-brace")
