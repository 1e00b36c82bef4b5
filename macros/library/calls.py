"""The macro calls in a page: only these may stand between its braces.

A page is a Jinja template, and a template can run any code. So its syntax tree is
walked and only two things are let through: text, and calls of our macros with plain
quoted values. A list of what is allowed stays right when the engine learns more.
"""

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import TemplateSyntaxError, nodes

from ..problems import Problem, did_you_mean
from ..reading.pages import PageSource
from ..reading.unseen import first_unseen
from .call_slips import STATEMENT, explain_syntax, stray
from .cut import parts_of
from .registry import INLINE, MACROS, example_of

NOT_A_CALL = (
    "only a macro with quoted values may stand between {{ and }}, "
    'such as {{ term("hsb") }}; for the braces themselves write &#123;&#123;'
)
IN_A_TAG = (
    "a macro call cannot stand inside a tag or between its braces: give the words "
    "between tags, as in <div>{{ ... }}</div>"
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


Piece = str | Call


def pieces_in(page: PageSource, problems: list[Problem]) -> list[Piece]:
    """A page's text and calls in order, adding to `problems` what is neither."""
    offset = page.body_line - 1
    try:
        parts = parts_of(page.body)
    except TemplateSyntaxError as error:
        line, message = explain_syntax(page.body, error)
        problems.append(
            Problem(page.file, line + offset, message, code="call-unreadable")
        )
        return []
    problems.extend(stray(page))
    pieces: list[Piece] = []
    for node, line in parts:
        if isinstance(node, nodes.TemplateData):
            pieces.append(node.data)
            continue
        if isinstance(node, nodes.Stmt):
            problems.append(
                Problem(page.file, line + offset, STATEMENT, code="statement")
            )
            continue
        if inside_a_tag(pieces):
            problems.append(Problem(page.file, line + offset, IN_A_TAG))
        found = as_call(node, line + offset, page, problems)
        if found:
            pieces.append(found)
    return pieces


def inside_a_tag(pieces: list[Piece]) -> bool:
    """Whether the text so far has opened a tag, or braces after words, unended."""
    text = ""
    for piece in reversed(pieces):
        text = (piece if isinstance(piece, str) else "x") + text
        if "\n\n" in text or len(text) > 2_000:
            break
    text = text.rpartition("\n\n")[2]
    tag = re.search(r"<[a-zA-Z/!?][^<>]*$|<$", text)
    return tag is not None or re.search(r"\{:[^{}]*$", text) is not None


def as_call(
    node: nodes.Node, line: int, page: PageSource, problems: list[Problem]
) -> Call | None:
    """What stands between two braces as a call, or None with `problems` saying why."""

    def refuse(message: str) -> None:
        problems.append(Problem(page.file, line, message, code="not-a-call"))

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
    if not fits(name, len(args), tuple(kwargs)):
        refuse(f"'{name}' is not called like that: {example_of(name)}")
        return None
    if any(map(first_unseen, (*args, *kwargs.values()))):
        refuse(f"a value of '{name}' holds a character that cannot be seen: delete it")
    if name not in INLINE:
        problems.extend(misplaced(name, line, page))
    return Call(name, args, kwargs, line)


@lru_cache(maxsize=1024)
def fits(name: str, values: int, named: tuple[str, ...]) -> bool:
    """Whether a macro takes so many values, and those with these names."""
    try:
        inspect.signature(MACROS[name]).bind(
            *[None] * (values + 1), **dict.fromkeys(named)
        )
    except TypeError:
        return False
    return True


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
        yield Problem(page.file, line, ALONE.format(name=name), code="call-place")
        return
    around = lines[max(index - 1, 0) : index] + lines[index + 1 : index + 2]
    if any(near.strip() for near in around):
        yield Problem(page.file, line, EMPTY_LINES.format(name=name), code="call-place")
