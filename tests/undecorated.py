"""Decorators that are written as calls, so that small faults are put below them.

mutmut leaves every function alone that has a decorator: the heart of the swap, which is
a context, and each property. In the copy that it works in, these stand without, and
become what they are in a line of their own.
"""

import ast

PLAIN = {"contextmanager", "property"}


def undecorated(text: str) -> str:
    """A module in which `@property` above `def a` is `a = property(a)` below it."""
    lines = text.splitlines(keepends=True)
    found = [node for node in ast.walk(ast.parse(text)) if _decorator(node)]
    for node in sorted(found, key=lambda node: -node.lineno):
        assert isinstance(node, ast.FunctionDef)
        assert node.end_lineno is not None
        call = f"{node.name} = {_decorator(node)}({node.name})"
        lines[node.end_lineno - 1] += f"\n{' ' * node.col_offset}{call}\n"
        lines[node.decorator_list[0].lineno - 1] = ""
    return "".join(lines)


def _decorator(node: ast.AST) -> str:
    """The one decorator of a function, if it is one of these."""
    if not isinstance(node, ast.FunctionDef) or len(node.decorator_list) != 1:
        return ""
    only = node.decorator_list[0]
    return only.id if isinstance(only, ast.Name) and only.id in PLAIN else ""
