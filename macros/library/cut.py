"""A page cut at its macro calls, each read by Jinja once however often it is there.

Jinja needs a fifth of a build to read every page whole. Nearly all of them are text and
plain calls, and there no other cut is possible; any other page is read by Jinja whole.
"""

import re
from functools import lru_cache

from jinja2 import TemplateSyntaxError, nodes

from .call_slips import PARSER

# A call on one line without braces or '\\' inside: it ends at the first '}}'.
PLAIN = re.compile(r"\{\{ ?\w+\([^{}\\\n]*\) ?\}\}")
OPENS = re.compile(r"\{[{%#]")

Part = tuple[nodes.Node, int]  # with its line in the body


def parts_of(body: str) -> list[Part]:
    """The text and the calls of a page in order. Raises TemplateSyntaxError."""
    return plain_parts(body) or whole_parts(body)


def whole_parts(body: str) -> list[Part]:
    """The same from Jinja's tree of the whole page, with each statement in it."""
    try:
        tree = PARSER.parse(body)
    except RecursionError:
        raise TemplateSyntaxError("nested", 1) from None
    return [
        (part, part.lineno)
        for node in tree.body
        for part in (node.nodes if isinstance(node, nodes.Output) else [node])
    ]


def plain_parts(body: str) -> list[Part] | None:
    """The same of a page that has only text and plain calls; None of any other."""
    if "\r" in body:
        return None
    body = body.removesuffix("\n")  # Jinja leaves one out
    parts: list[Part] = []
    at, line = 0, 1
    while opens := OPENS.search(body, at):
        call = PLAIN.match(body, opens.start())
        node = node_of(call[0]) if call else None
        if call is None or node is None:
            return None
        if text := body[at : call.start()]:
            parts.append((nodes.TemplateData(text), line))
            line += text.count("\n")
        parts.append((node, line))
        at = call.end()
    if text := body[at:]:
        parts.append((nodes.TemplateData(text), line))
    return parts


@lru_cache(maxsize=10_000)
def node_of(call: str) -> nodes.Node | None:
    """What stands between two pairs of braces, if Jinja reads it as one thing.

    The quotes and brackets of such a call all close before its '}}', so that Jinja
    cannot read it otherwise where more text stands around it.
    """
    try:
        (part,) = whole_parts(call)
    except (TemplateSyntaxError, ValueError):
        return None
    return part[0]
