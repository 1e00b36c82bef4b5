"""The house: imports go one way, and the engine is known at its edge alone."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# Each module may import those before it. This is the line of README's map.
LINE = [
    "macros.problems",
    "macros.help",
    "macros.fields",
    "macros.records",
    "macros.models",
    "macros.files",
    "macros.slips",
    "macros.explain",
    "macros.nodes",
    "macros.load",
    "macros.kinds",
    "macros.pages",
    "macros.references",
    "macros.site_data",
    "macros.render",
    "macros.page",
    "macros.macro",
    "macros.furniture",
    "macros.people",
    "macros.knowledge",
    "macros.library",
    "macros.calls",
    "macros.layout",
    "macros.links",
    "macros.markup",
    "macros.typed",
    "macros.menu",
    "macros.renames",
    "macros.across",
    "macros.promised",
    "macros.prose",
    "macros.words",
    "macros.spelling",
    "macros.wording",
    "macros.checks",
    "macros.upkeep",
    "macros.sandbox",
    "macros",  # the edge to mkdocs-macros
    "publish.engine",
    "publish.built",
    "publish.addresses",
    "publish.assets",
    "publish.headers",
    "publish.sections",
    "publish.entries",
    "publish.wordlist",
    "publish.search",
    "publish.swap",
    "publish.build",
    "publish.fault_page",
    "publish.preview",
    "publish.serve",
    "publish.report",
    "publish.schemas",
    "publish.__main__",
    "publish",
]
EDGES = {"macros", "publish.engine"}


MODULES = [
    pytest.param(name, file, id=name)
    for room in ("macros", "publish")
    for file in sorted((ROOT / room).glob("*.py"))
    for name in [f"{room}.{file.stem}".removesuffix(".__init__")]
]


def imports_of(name, file):
    """The full names of the modules that a file imports, wherever it does so."""
    package = name.split(".")[0]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if not node.level:
                yield node.module
            elif node.module:
                yield f"{package}.{node.module}"
            else:
                yield from (f"{package}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize(("name", "file"), MODULES)
def test_a_module_imports_only_what_comes_before_it(name, file):
    assert name in LINE, f"give {name} its place in LINE"
    for imported in imports_of(name, file):
        if imported in LINE:
            assert LINE.index(imported) < LINE.index(name), imported


@pytest.mark.parametrize(("name", "file"), MODULES)
def test_only_the_edges_know_the_engine(name, file):
    engine = [i for i in imports_of(name, file) if i.split(".")[0] == "mkdocs"]

    assert not engine or name in EDGES


@pytest.mark.parametrize(("name", "file"), MODULES)
def test_a_module_fits_a_sitting(name, file):
    lines = file.read_text(encoding="utf-8").splitlines()

    assert len(lines) <= 230


@pytest.mark.parametrize(("name", "file"), MODULES)
def test_everything_public_says_what_it_is(name, file):
    tree = ast.parse(file.read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.ClassDef)
    public = [n for n in tree.body if isinstance(n, kinds) and n.name[0] != "_"]

    assert ast.get_docstring(tree), "the module says nothing of itself"
    silent = [n.name for n in public if not ast.get_docstring(n)]
    assert not silent
