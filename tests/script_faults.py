"""Small faults for a script: one change each, at a place that its parser knows.

They are those of the usual tools: a comparison or its boundary, arithmetic, logic, a
condition that always or never holds, a number, a text, a pattern, a method's opposite,
a statement left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

SCRIPT = Language(tree_sitter_javascript.language())
SIGNS = {
    "<": ("<=", ">="),
    "<=": ("<", ">"),
    ">": (">=", "<="),
    ">=": (">", "<"),
    "===": ("!==",),
    "!==": ("===",),
    "&&": ("||",),
    "||": ("&&",),
    "+": ("-",),
    "-": ("+",),
    "*": ("/",),
    "/": ("*",),
    "%": ("*",),
    "**": ("*",),
    "+=": ("-=",),
    "-=": ("+=",),
    "*=": ("/=",),
    "/=": ("*=",),
    "++": ("--",),
    "--": ("++",),
}
SIGNED = {
    "binary_expression",
    "augmented_assignment_expression",
    "update_expression",
}
OPPOSITE = {
    "some": "every",
    "every": "some",
    "min": "max",
    "max": "min",
    "startsWith": "endsWith",
    "endsWith": "startsWith",
    "find": "findLast",
    "toLowerCase": "toUpperCase",
    "floor": "ceil",
}
# Methods whose call can be left out: the thing itself is of the same kind.
PASSED_OVER = {"sort", "filter", "slice", "trim", "concat", "replace", "normalize"}
LEFT_OUT = {"expression_statement", "continue_statement", "break_statement"}
NEVER = "/(?!)/"


@dataclass(frozen=True)
class Fault:
    """A piece of a script, as bytes from `start` to `end`, and what replaces it."""

    start: int
    end: int
    now: str

    def put_into(self, script: bytes) -> str:
        """The script with this fault."""
        return (script[: self.start] + self.now.encode() + script[self.end :]).decode()

    def lines(self, script: bytes) -> tuple[int, str, str]:
        """The number of its line, and its lines without and with it, each as one."""
        begin = script.rfind(b"\n", 0, self.start) + 1
        end = script.find(b"\n", self.end) % (len(script) + 1)
        new = script[begin : self.start] + self.now.encode() + script[self.end : end]
        said = [b" ".join(text.split()).decode() for text in (script[begin:end], new)]
        return script.count(b"\n", 0, begin) + 1, said[0], said[1]


def faults_of(script: bytes) -> list[Fault]:
    """Every small fault of a script that changes it, in order."""
    tree = Parser(SCRIPT).parse(script)
    if tree.root_node.has_error:
        raise ValueError("this is not a script")
    found = {
        Fault(node.start_byte, node.end_byte, now)
        for node, now in _faults(tree.root_node)
        if now.encode() != script[node.start_byte : node.end_byte]
    }
    return sorted(found, key=lambda fault: (fault.start, fault.end, fault.now))


def _faults(node: Node) -> Iterator[tuple[Node, str]]:
    """Pieces at or below a node, each with what replaces it."""
    kind = node.type
    if kind in SIGNED:
        sign = node.child_by_field_name("operator")
        assert sign is not None
        yield from ((sign, other) for other in SIGNS.get(sign.type, ()))
    if kind == "unary_expression":
        yield node, _text(node.child_by_field_name("argument"))
    if kind in ("if_statement", "ternary_expression"):
        condition = node.child_by_field_name("condition")
        assert condition is not None
        yield from ((condition, f"({truth})") for truth in ("true", "false"))
    if kind in LEFT_OUT and not _is_directive(node):
        yield node, ";"
    if kind == "return_statement" and node.named_children:
        yield node, "return;"
    if kind == "number":
        yield from ((node, number) for number in _others(_text(node)))
    if kind == "string" and not _is_directive(node.parent):
        yield node, '""' if len(_text(node)) > 2 else '"other"'
    if kind == "template_string" and len(_text(node)) > 2:
        yield node, "``"
    if kind == "regex":
        yield from ((node, pattern) for pattern in _patterns(_text(node)))
    if kind in ("true", "false"):
        yield node, "false" if kind == "true" else "true"
    if kind == "call_expression":
        yield from _calls(node)
    for child in node.children:
        yield from _faults(child)


def _calls(node: Node) -> Iterator[tuple[Node, str]]:
    """A method that is called: its opposite, or the thing itself."""
    called = node.child_by_field_name("function")
    method = called and called.child_by_field_name("property")
    if called is None or method is None:
        return
    if other := OPPOSITE.get(_text(method)):
        yield method, other
    if _text(method) in PASSED_OVER:
        yield node, _text(called.child_by_field_name("object"))


def _others(number: str) -> Iterator[str]:
    """Other numbers: the next ones to a whole number, none or one more to a share."""
    value = float(number)
    if value.is_integer():
        yield from (str(int(value) + 1), f"({int(value) - 1})")
    else:
        yield from ("0", f"{value + 1:.4g}")


def _patterns(pattern: str) -> Iterator[str]:
    """One that fits nothing, one without each of the anchors, one without flags."""
    yield NEVER
    body, _, flags = pattern.rpartition("/")
    for anchor in re.finditer(r"(?<![\\\[])[$^](?!\])", body):
        yield f"{body[: anchor.start()]}{body[anchor.end() :]}/{flags}"
    if flags:
        yield f"{body}/"


def _is_directive(node: Node | None) -> bool:
    """Whether this is "use strict", which changes nothing in a script that is right."""
    return node is not None and _text(node).rstrip(";") == '"use strict"'


def _text(node: Node | None) -> str:
    assert node is not None
    assert node.text is not None
    return node.text.decode()
