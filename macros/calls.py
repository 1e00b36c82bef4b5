"""The macro calls in a page: only these may stand between its braces.

A page is a Jinja template, and a template can run any code. So its syntax tree is
walked and only two things are let through: text, and calls of our macros with plain
quoted values. A list of what is allowed stays right when the engine learns more.
"""

import inspect
import re
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, TemplateError, TemplateSyntaxError, nodes

from .macro import INLINE, MACROS
from .page import Page
from .pages import PageSource
from .problems import FollowsError, Problem, did_you_mean

PARSER = Environment()
NOT_A_CALL = (
    "only a macro with quoted values may stand between {{ and }}, "
    'such as {{ term("hsb") }}; for the braces themselves write &#123;&#123;'
)
UNOPENED = "a macro call is closed with '}}' and not opened: type '{{' at its start"
ONE_BRACE = "a macro call stands between two braces on each side: '{{' and '}}'"
UNREADABLE = (
    "this macro call cannot be read: type its name, then its values in quotes between "
    'brackets, such as {{ term("hsb") }}'
)
STATEMENT = "'{%' is not used in pages: delete it, or write &#123;% for the signs"
UNCLOSED = "a macro call is opened with '{{' and not closed: type '}}' at its end"
COMMENT = (
    "'{#' starts a comment that never ends: leave a space, as in '{ #short-name }'"
)
ALONE = "'{name}' makes a block: put its call alone on a line, with no indent"
EMPTY_LINES = "leave an empty line above and below the call of '{name}'"


@dataclass(frozen=True)
class Call:
    """One macro call as written. `line` is counted in the file."""

    name: str
    args: tuple[str, ...]
    kwargs: dict[str, str]
    line: int


def calls_in(page: PageSource, problems: list[Problem]) -> list[Call]:
    """The calls of a page in order, adding to `problems` what is not one."""
    offset = page.body_line - 1
    try:
        tree = parsed(page.body)
    except TemplateSyntaxError as error:
        line, message = explain_syntax(page.body, error)
        problems.append(Problem(page.file, line + offset, message))
        return []
    problems.extend(stray(page))
    calls = []
    for node in tree.body:
        if not isinstance(node, nodes.Output):
            problems.append(Problem(page.file, node.lineno + offset, STATEMENT))
            continue
        for part in node.nodes:
            if isinstance(part, nodes.TemplateData):
                continue
            found = as_call(part, page, problems)
            if found:
                calls.append(found)
    return calls


@lru_cache(maxsize=256)
def parsed(body: str) -> nodes.Template:
    """A page's syntax tree. Raises TemplateSyntaxError."""
    return PARSER.parse(body)


def as_call(node: nodes.Node, page: PageSource, problems: list[Problem]) -> Call | None:
    """What stands between two braces as a call, or None with `problems` saying why."""
    line = node.lineno + page.body_line - 1

    def refuse(message: str) -> None:
        problems.append(Problem(page.file, line, message))

    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        refuse(NOT_A_CALL)
        return None
    name = node.node.name
    if name not in MACROS:
        refuse(f"there is no macro '{name}': {did_you_mean(name, MACROS)}")
        return None
    plain = all(text_value(arg) is not None for arg in node.args) and all(
        text_value(pair.value) is not None for pair in node.kwargs
    )
    if node.dyn_args or node.dyn_kwargs or not plain:
        refuse(f"'{name}' takes plain quoted values: {example_of(name)}")
        return None
    args = tuple(str(text_value(arg)) for arg in node.args)
    kwargs = {pair.key: str(text_value(pair.value)) for pair in node.kwargs}
    try:
        inspect.signature(MACROS[name]).bind(None, *args, **kwargs)
    except TypeError:
        refuse(f"'{name}' is not called like that: {example_of(name)}")
        return None
    if name not in INLINE:
        problems.extend(misplaced(name, line, page))
    return Call(name, args, kwargs, line)


def text_value(node: nodes.Node) -> str | None:
    """The text of a quoted value, or None for anything else."""
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        return node.value
    return None


def misplaced(name: str, line: int, page: PageSource) -> Iterator[Problem]:
    """A block macro in a list, a table or a sentence comes out crossed."""
    lines = page.body.splitlines()
    index = line - page.body_line
    if not re.fullmatch(r"\{\{[^{}]*\}\}\s*", lines[index]):
        yield Problem(page.file, line, ALONE.format(name=name))
        return
    around = lines[max(index - 1, 0) : index] + lines[index + 1 : index + 2]
    if any(near.strip() for near in around):
        yield Problem(page.file, line, EMPTY_LINES.format(name=name))


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
    for inner in re.findall(r"\{\{(.*?)\}\}", line):
        if re.search("[\u2018\u2019\u201c\u201d]", inner):
            return 'curly quotes do not hold a value: type straight ones, "'
        if inner.count('"') % 2 or (inner.count("'") % 2 and '"' not in inner):
            return 'a quote is missing in this macro call: values stand between two "'
        if inner.count("(") != inner.count(")"):
            return "a bracket is missing in this macro call: values stand between ( )"
        try:
            PARSER.parse("{{" + inner + "}}")
        except TemplateSyntaxError:
            return UNREADABLE
    opened = re.sub(r"\{\{.*?\}\}", "", line)
    if "{{" in opened:
        return UNCLOSED
    if "{%" in opened:
        return STATEMENT
    return COMMENT if "{#" in re.sub(r"\{#.*?#\}", "", opened) else ""


def stray(page: PageSource) -> Iterator[Problem]:
    """Braces that close nothing are shown to visitors as they stand."""
    for number, line in page.lines():
        left = re.sub(r"\{\{.*?\}\}", "", line)
        if "}}" in left:
            yield Problem(page.file, number, UNOPENED)
        elif re.search(r"(?<!\{)\{\s*(" + "|".join(MACROS) + r")\(", left):
            yield Problem(page.file, number, ONE_BRACE)


def example_of(name: str) -> str:
    """The call that the macro's own docstring shows."""
    found = re.search(r"`(\{\{.*?\}\})`", MACROS[name].__doc__ or "")
    return f"type it like {found.group(1)}" if found else "see EDITING.md"


@dataclass
class Made:
    """What the calls of a page gave. `whole` unless one of them could not be made."""

    html: list[str]
    whole: bool = True


def make_calls(page: Page, calls: list[Call], problems: list[Problem]) -> Made:
    """Make every call, as the engine will, adding to `problems` those that fail.

    Nothing is said of a call that fails because of a fault reported elsewhere.
    """
    made = Made([])
    for call in calls:
        try:
            made.html.append(MACROS[call.name](page, *call.args, **call.kwargs))
            continue
        except FollowsError:
            pass
        except KeyError as error:
            problems.append(Problem(page.source.file, call.line, str(error.args[0])))
        except TemplateError as error:
            problems.append(in_template(error))
        made.whole = False
    return made


def in_template(error: TemplateError) -> Problem:
    """A fault of a template, at the line of the template that met it."""
    frames = traceback.extract_tb(error.__traceback__)
    met = [f for f in frames if Path(f.filename).parent.name == "templates"]
    if not met:
        line = getattr(error, "lineno", None) or 1
        return Problem(f"templates/{getattr(error, 'name', '')}", line, str(error))
    file = f"templates/{Path(met[-1].filename).name}"
    return Problem(file, met[-1].lineno or 1, str(error))
