"""No regular expression takes more than twice as long on a line twice as long.

Steps are counted, so no clock is asked. Each pattern of the code meets lines made of
one piece, over and over: the pieces that opened a way to hang a build, and more.

The count is the same each time, so what was counted is kept, by a hash of the pattern
and of all that it met: the suite counts what is new or changed, and the audit all. When
a pattern is new, write the file anew:
`PYTHONPATH=. .venv/bin/python tests/test_growth.py`.
"""

import ast
import hashlib
import importlib
import re
import sys
from pathlib import Path

import pytest
from counting import Counter, TooManyError
from test_structure import FILES, tree_of

PIECES = [
    *("a", " ", "0", "-", "- ", "a ", "a.", "0 ", "_", "*", "`", "\\", "'", '"', "|"),
    *("[", "]", "(", "](", "[a](", "[](a ", "](.md", "] (", "] (a.md ", "] ", "!["),
    *("{", "}", "{{", "}}", "{{a(", "{{ a", "{#", "#}", "{%", "{:", "{ #", "{a="),
    *("<", ">", "<a", "<a ", "<a =", "</", "<!--", "<q", "<p>", "<a b=", "&", "&#"),
    *("a@", "a@a.", "www.", "//", "http://a", "+44", "01 ", ":", ": ", "a:", "a="),
    *("#", "# ", "1. ", "> ", "\u201c", "Aa ", "a. A", "id=", ' id="', "''", '"\\'),
    *("~$", "\t", "a\n", "\n", "\ue000"),
]
SHORT, TIMES = 30, 6
FEW = 8  # steps for each letter: below that, a short line is not worth a longer one
STEEP = 2.2 * TIMES  # what is linear grows by TIMES, what is square by its square
# Claims the name of MkDocs in the whole process; it has no patterns of its own.
APART = "publish.engines.properdocs"
ALONE = {"match", "fullmatch"}


def patterns():
    """Every pattern of the code: those kept by name, and those typed where used."""
    found = {}
    for name in FILES:
        if not name.startswith(("macros", "publish")) or name.endswith("__main__"):
            continue
        kept = {} if name == APART else vars(importlib.import_module(name))
        for word, value in kept.items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                flags = value.flags & ~re.UNICODE
                found[f"{name}.{word}"] = value.pattern, flags, looks_once(name, word)
        for mark in kept["MARKS"] if name == "publish.article.marks" else ():
            looks, flags = mark.looks.pattern, mark.looks.flags & ~re.UNICODE
            found[f"{name}.MARKS {looks}"] = looks, flags, False
        for node in ast.walk(tree_of(name)):
            typed = typed_in(node)
            if typed:
                found[f"{name}:{node.lineno}"] = typed
    unlike = {}
    for name, typed in found.items():
        unlike.setdefault(typed[0], name)
    return {name: found[name] for name in unlike.values()}


def looks_once(name, word):
    """Whether a kept pattern is only ever held to the start of a text."""
    text = FILES[name].read_text(encoding="utf-8")
    used = re.findall(rf"\b{word}\.(\w+)\(", text)
    used += re.findall(rf"\bre\.(\w+)\({word}\b", text)
    return bool(used) and set(used) <= ALONE


def typed_in(node):
    """The pattern of a call such as re.sub("a", ...), and whether it looks once."""
    called = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    if not called or not isinstance(node.func.value, ast.Name):
        return None
    if node.func.value.id != "re" or not node.args or node.func.attr == "escape":
        return None
    first = node.args[0]
    if node.func.attr == "compile":
        return None  # it has a name, and is known by that
    if not isinstance(first, ast.Constant) or not isinstance(first.value, str):
        return None
    flags = re.DOTALL if "re.S" in ast.unparse(node) else 0
    return first.value, flags, node.func.attr in ALONE


PATTERNS = patterns()


@pytest.fixture(autouse=True)
def deep_enough():
    was = sys.getrecursionlimit()
    sys.setrecursionlimit(20_000)
    yield
    sys.setrecursionlimit(was)


def growth(typed, piece):
    """How many times the steps grow when the line grows by TIMES."""
    pattern, flags, alone = typed
    counter = Counter(pattern, flags, most=60_000)
    line = piece * SHORT + "!"
    short = counter.search(line, alone)
    if short < FEW * len(line):
        return 1
    try:
        return counter.search(piece * SHORT * TIMES + "!", alone) / short
    except TooManyError:
        return TIMES**2


def steep(typed):
    """The pieces of which twice as many take more than about twice the steps."""
    grown = {piece: growth(typed, piece) for piece in PIECES}
    return {piece: round(times, 1) for piece, times in grown.items() if times > STEEP}


def hashed(typed):
    """A pattern and all that it meets here, as a few signs."""
    met = (typed, PIECES, SHORT, TIMES, FEW, STEEP, COUNTING.read_text("utf-8"))
    return hashlib.sha256(repr(met).encode()).hexdigest()[:16]


COUNTING = Path(sys.modules["counting"].__file__)
COUNTED = Path(__file__).parent / "cases" / "counted-patterns.txt"
SEEN = set(COUNTED.read_text("utf-8").split()) if COUNTED.exists() else set()
LONG_KNOWN = [name for name, typed in PATTERNS.items() if hashed(typed) in SEEN]


@pytest.mark.parametrize("name", [n for n in PATTERNS if n not in LONG_KNOWN])
def test_twice_the_line_takes_at_most_about_twice_the_steps(name):
    assert steep(PATTERNS[name]) == {}, PATTERNS[name]


@pytest.mark.audit
@pytest.mark.parametrize("name", LONG_KNOWN)
def test_it_still_takes_so_with_what_was_counted_before(name):
    assert steep(PATTERNS[name]) == {}, PATTERNS[name]


def test_the_count_tells_a_square_from_a_line():
    assert growth((r"\{\{.*?\}\}", 0, False), "{{") > STEEP
    assert growth((r"a*a*b", 0, True), "a") > STEEP
    assert growth((r"<[^<>]*>", 0, False), "<") < STEEP


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (r"(a|b)*c", "ababc", True),
        (r"(?<!a)b", "ab", False),
        (r"x(?=y)", "xy", True),
        (r"(\w+) \1$", "one one", True),
        (r"a{2,3}?b", "aab", True),
        (r"\bend\b", "the end", True),
        (r"[^a-c\s]", "abc ", False),
    ],
)
def test_the_counting_matcher_matches_as_the_real_one(pattern, text, found):
    counter = Counter(pattern)
    counter._text, counter._groups, counter.steps = text, {}, 0
    ends = [
        counter._match(counter._tree, 0, at, lambda e: e) for at in range(len(text) + 1)
    ]

    assert any(end is not None for end in ends) is found
    assert bool(re.search(pattern, text)) is found


if __name__ == "__main__":
    sys.setrecursionlimit(20_000)
    even = sorted(hashed(typed) for typed in PATTERNS.values() if not steep(typed))
    COUNTED.write_text("\n".join(even) + "\n", encoding="utf-8")
